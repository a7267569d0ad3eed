import { asText, isBag, isFunction, type Bag } from '../../builtin/support/values';

/** What an API needs from its options, or answers. */
export type Options = Bag;
export type Answer = Record<string, unknown>;
export type Act = (options: Options) => Promise<Answer | void> | Answer | void;

/** A failure with WeChat's fields; `reason` is what stands behind `<api>:fail `. */
export class ApiFailure extends Error {
  constructor(
    reason: string,
    readonly fields: Answer = {},
  ) {
    super(reason);
  }
}

/** `<api>:fail <reason>`, unless the reason is worded so already (the runtime words those of navigation). */
function failure(name: string, error: unknown): Answer {
  const reason = error instanceof Error ? error.message : asText(error);
  const errMsg = reason.startsWith(`${name}:fail`) ? reason : `${name}:fail ${reason}`.trimEnd();
  const code =
    error instanceof ApiFailure ? error.fields : isBag(error) && 'errno' in error ? { errno: error['errno'] } : {};
  return { ...code, errMsg };
}

const callback = (options: Options, name: string): ((result: Answer) => void) | undefined => {
  const found = options[name];
  return isFunction(found) ? (result) => void found(result) : undefined;
};

async function run(name: string, act: Act, options: Options): Promise<Answer> {
  // as on a phone, nothing is called back before the caller's own code has run to its end
  await Promise.resolve();
  try {
    return { errMsg: `${name}:ok`, ...((await act(options)) ?? {}) };
  } catch (error) {
    throw failure(name, error);
  }
}

/**
 * An asynchronous WeChat API: with success, fail or complete among its options it calls them and answers nothing,
 * otherwise it answers a promise that is rejected with `{ errMsg, … }`.
 */
export function api(name: string, act: Act): (options?: unknown) => Promise<Answer> | undefined {
  return (given) => {
    const options = isBag(given) ? given : {};
    const [success, fail, complete] = ['success', 'fail', 'complete'].map((key) => callback(options, key));
    const running = run(name, act, options);
    if (success === undefined && fail === undefined && complete === undefined) return running;
    running.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: unknown) => {
        const result = isBag(error) ? error : { errMsg: `${name}:fail` };
        fail?.(result);
        complete?.(result);
      },
    );
    return undefined;
  };
}

/** @throws ApiFailure worded as WeChat words a missing parameter */
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

/** @throws ApiFailure worded as WeChat words a missing parameter */
export function requireList(options: Options, name: string): readonly unknown[] {
  const value = options[name];
  if (Array.isArray(value)) return value;
  throw new ApiFailure(`parameter error: parameter.${name} should be Array;`);
}
