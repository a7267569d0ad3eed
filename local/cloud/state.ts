import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { defaultContentWords } from './text/content-rules';
import { parseJson } from './values';

const contentRulesSchema = v.object({
  /** Texts and file names with one of these words are refused. */
  risky: v.array(v.string()),
  /** Texts and file names with one of these words are left to a person to decide. */
  review: v.array(v.string()),
  /** How long after the request the result for a picture arrives, by the cloud's clock; 0 means at once. */
  delayMs: v.pipe(v.number(), v.minValue(0)),
  /** How often that result is delivered. */
  copies: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const contentRulesPatchSchema = v.strictObject(v.partial(contentRulesSchema).entries);

const stateSchema = v.object({
  clockOffsetMs: v.number(),
  demoLoaded: v.boolean(),
  /** Subscription messages that a person still granted, by `<openid> <template>`. */
  credits: v.record(v.string(), v.number()),
  /** One-time codes for a phone number. */
  phoneCodes: v.record(v.string(), v.object({ openid: v.string(), phoneNumber: v.string(), expiresMs: v.number() })),
  /** Data behind a cloud ID. */
  openData: v.record(v.string(), v.object({ openid: v.string(), data: v.unknown(), expiresMs: v.number() })),
  /** Pushes that are still to come. */
  pushes: v.array(v.object({ id: v.string(), dueMs: v.number(), event: v.record(v.string(), v.unknown()) })),
  contentRules: contentRulesSchema,
  /** Security rules by `<resource type> <resource>`, as the management calls set them. */
  securityRules: v.record(v.string(), v.object({ permission: v.string(), rule: v.optional(v.string()) })),
  /** Who uploaded a file, by its path; files that functions wrote have nobody. */
  fileOwners: v.optional(v.record(v.string(), v.string()), {}),
});

export type State = v.InferOutput<typeof stateSchema>;

export function freshState(): State {
  return {
    clockOffsetMs: 0,
    demoLoaded: false,
    credits: {},
    phoneCodes: {},
    openData: {},
    pushes: [],
    contentRules: { ...structuredClone(defaultContentWords), delayMs: 0, copies: 1 },
    securityRules: {},
    fileOwners: {},
  };
}

/** What the cloud stores besides documents and files, in one JSON file that survives a kill at any moment. */
export interface StateFile {
  readonly value: State;
  save(): void;
  /** Everything but the clock as on the first day. */
  reset(): void;
}

export function openState(dataFolder: string): StateFile {
  const file = path.join(dataFolder, 'state.json');
  mkdirSync(dataFolder, { recursive: true });
  const value = existsSync(file) ? v.parse(stateSchema, parseJson(readFileSync(file, 'utf8'))) : freshState();
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
  };
  return {
    value,
    save,
    reset: () => {
      Object.assign(value, freshState(), { clockOffsetMs: value.clockOffsetMs });
      save();
    },
  };
}
