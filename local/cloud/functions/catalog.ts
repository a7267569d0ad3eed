import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { cronSchedule } from '../clock/cron';
import { messageOf, parseJson } from '../values';

/**
 * A cloud function as WeChat's tools deploy it: a folder with `index.js`, and beside it what the platform must know.
 */
export interface FunctionSpec {
  readonly name: string;
  readonly folder: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Open APIs that it may call (config.json, `permissions.openapi`). */
  readonly openapi: readonly string[];
  readonly timers: readonly { name: string; next(afterMs: number): number | undefined }[];
  /** Changes when the code or its configuration does. */
  readonly version: string;
}

/**
 * Times are seconds here, as in WeChat's and CloudBase's own configuration; 3 s is their default, 900 s their
 * maximum.
 */
const configSchema = v.object({
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(900)), 3),
  memorySize: v.optional(v.pipe(v.number(), v.minValue(64), v.maxValue(3072)), 256),
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), { openapi: [] }),
  triggers: v.optional(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/)),
        type: v.literal('timer'),
        config: v.string(),
      }),
    ),
    [],
  ),
});

const functionNamePattern = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

const fileVersion = (file: string): string => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs}/${found.size}` : '';
};

/**
 * @returns undefined when there is no such function.
 * @throws Error that names the function when its config.json is wrong
 */
export function readFunction(functionsFolder: string, name: string): FunctionSpec | undefined {
  const folder = path.join(functionsFolder, name);
  if (!functionNamePattern.test(name) || !existsSync(path.join(folder, 'index.js'))) return undefined;
  const file = path.join(folder, 'config.json');
  try {
    const config = v.parse(configSchema, existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : {});
    return {
      name,
      folder,
      timeoutMs: config.timeout * 1000,
      memoryMb: config.memorySize,
      openapi: config.permissions.openapi,
      timers: config.triggers.map((trigger) => ({ name: trigger.name, next: cronSchedule(trigger.config) })),
      version: functionVersion(functionsFolder, name),
    };
  } catch (error) {
    const reason = error instanceof v.ValiError ? v.summarize(error.issues) : messageOf(error);
    throw new Error(`cloud function ${name}: config.json: ${reason}`, { cause: error });
  }
}

export function functionVersion(functionsFolder: string, name: string): string {
  const folder = path.join(functionsFolder, name);
  return `${fileVersion(path.join(folder, 'index.js'))} ${fileVersion(path.join(folder, 'config.json'))}`;
}

/** The functions of a folder, by name. */
export function readFunctions(functionsFolder: string): FunctionSpec[] {
  if (!existsSync(functionsFolder)) return [];
  const names = readdirSync(functionsFolder).sort();
  return names.flatMap((name) => readFunction(functionsFolder, name) ?? []);
}
