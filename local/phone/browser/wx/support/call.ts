import { asText, isRecord, isFunction, type UnknownRecord } from '../../builtin/support/values';

/** The options of an API, its answer, and what carries it out. */
export type Options = UnknownRecord;
export type Answer = Record<string, unknown>;
export type ApiHandler = (options: Options) => Promise<Answer | void> | Answer | void;

/** A failure with WeChat's fields; `reason` is the text after `<api>:fail `. */
export class ApiFailure extends Error {
  constructor(
    reason: string,
    readonly fields: Answer = {},
  ) {
    super(reason);
  }
}

/**
 * The answer of a failure: `<api>:fail <reason>`, unless the reason has this form already, as those of navigation have.
 */
function toFailure(name: string, error: unknown): Answer {
  const reason = error instanceof Error ? error.message : asText(error);
  const errMsg = reason.startsWith(`${name}:fail`) ? reason : `${name}:fail ${reason}`.trimEnd();
  const code =
    error instanceof ApiFailure ? error.fields : isRecord(error) && 'errno' in error ? { errno: error['errno'] } : {};
  return { ...code, errMsg };
}

const callback = (options: Options, name: string): ((result: Answer) => void) | undefined => {
  const found = options[name];
  return isFunction(found) ? (result) => void found(result) : undefined;
};

async function run(name: string, handler: ApiHandler, options: Options): Promise<Answer> {
  // as on a phone, no callback runs before the caller's own code has ended
  await Promise.resolve();
  try {
    return { errMsg: `${name}:ok`, ...((await handler(options)) ?? {}) };
  } catch (error) {
    throw toFailure(name, error);
  }
}

/**
 * Creates an asynchronous WeChat API. With success, fail or complete among its options it calls them and answers
 * nothing; otherwise it answers a promise, which is rejected with `{ errMsg, … }`.
 */
export function api(name: string, handler: ApiHandler): (options?: unknown) => Promise<Answer> | undefined {
  return (given) => {
    const options = isRecord(given) ? given : {};
    const [success, fail, complete] = ['success', 'fail', 'complete'].map((key) => callback(options, key));
    const running = run(name, handler, options);
    if (success === undefined && fail === undefined && complete === undefined) return running;
    running.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: unknown) => {
        const result = isRecord(error) ? error : { errMsg: `${name}:fail` };
        fail?.(result);
        complete?.(result);
      },
    );
    return undefined;
  };
}

/** The text of an option. @throws ApiFailure with WeChat's message about a wrong parameter */
export function requireText(options: Options, name: string): string {
  const value = options[name];
  if (typeof value === 'string') return value;
  const kind =
    value === null
      ? 'Null'
      : Array.isArray(value)
        ? 'Array'
        : typeof value === 'undefined'
          ? 'Undefined'
          : (value?.constructor?.name ?? 'Object');
  throw new ApiFailure(`parameter error: parameter.${name} should be String instead of ${kind};`);
}

/** The array of an option. @throws ApiFailure with WeChat's message about a wrong parameter */
export function requireList(options: Options, name: string): readonly unknown[] {
  const value = options[name];
  if (Array.isArray(value)) return value;
  throw new ApiFailure(`parameter error: parameter.${name} should be Array;`);
}
