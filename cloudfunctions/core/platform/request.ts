import { derivedId, hashOf } from './ids';
import { done, refuse, type Result } from './result';

/**
 * A write that was answered, as documents remember it: who asked under which `requestId`, and a hash of what they asked
 * for.
 */
export interface RequestRecord {
  /** 20 letters and digits, the same for the same WeChat user and `requestId`. */
  readonly requestKey: string;
  readonly inputHash: string;
}

export function requestRecord(call: {
  readonly openid: string;
  readonly requestId: string;
  readonly endpoint: string;
  readonly input: unknown;
}): RequestRecord {
  return {
    requestKey: derivedId('', call.openid, call.requestId),
    inputHash: hashOf([call.endpoint, call.input]).slice(0, 24),
  };
}

/**
 * The answer to a request that was answered before: `data`, as things stand now, or a refusal where its id came with
 * other input. Undefined for a request that is new.
 */
export function replayOf<T>(
  answered: readonly RequestRecord[],
  request: RequestRecord,
  data: () => T,
): Result<T> | undefined {
  const before = answered.find(({ requestKey }) => requestKey === request.requestKey);
  if (!before) return undefined;
  return before.inputHash === request.inputHash ? done(data()) : refuse('REQUEST_REUSED', 'requestId');
}
