import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parseJson } from './values';

const contentRulesSchema = v.object({
  /** texts and file names with one of these words are refused */
  risky: v.array(v.string()),
  /** … need a person to look at them */
  review: v.array(v.string()),
  /** how long after the request the verdict on a picture arrives, by the cloud's clock; 0 means at once */
  delayMs: v.pipe(v.number(), v.minValue(0)),
  /** how often that verdict is delivered */
  copies: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const contentRulesPatchSchema = v.strictObject(v.partial(contentRulesSchema).entries);

const stateSchema = v.object({
  clockOffsetMs: v.number(),
  demoLoaded: v.boolean(),
  /** subscription messages that a person still granted, by `<openid> <template>` */
  credits: v.record(v.string(), v.number()),
  /** one-time codes for a phone number */
  phoneCodes: v.record(v.string(), v.object({ openid: v.string(), phoneNumber: v.string(), expiresMs: v.number() })),
  /** data behind a cloud ID */
  openData: v.record(v.string(), v.object({ openid: v.string(), data: v.unknown(), expiresMs: v.number() })),
  /** pushes that are still to come */
  pushes: v.array(v.object({ id: v.string(), dueMs: v.number(), event: v.record(v.string(), v.unknown()) })),
  contentRules: contentRulesSchema,
  /** security rules by `<resource type> <resource>`, as the management calls set them */
  securityRules: v.record(v.string(), v.object({ permission: v.string(), rule: v.optional(v.string()) })),
});

export type State = v.InferOutput<typeof stateSchema>;

export const freshState = (): State => ({
  clockOffsetMs: 0,
  demoLoaded: false,
  credits: {},
  phoneCodes: {},
  openData: {},
  pushes: [],
  contentRules: { risky: ['违禁', '赌博'], review: ['疑似'], delayMs: 0, copies: 1 },
  securityRules: {},
});

/** What the cloud remembers besides documents and files, in one JSON file that survives a kill at any moment. */
export interface StateFile {
  readonly value: State;
  save(): void;
  /** everything but the clock as on the first day */
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
