import { derivedId, hashOf } from './ids';
import { refuse, type Refusal } from './result';

/**
 * A write that was answered, as documents remember it: who asked under which `requestId`, and a hash of what they asked
 * for.
 */
export interface RequestMark {
  /** 20 letters and digits, the same for the same WeChat user and `requestId`. */
  readonly key: string;
  readonly inputHash: string;
}

export function requestMark(call: {
  readonly openid: string;
  readonly requestId: string;
  readonly endpoint: string;
  readonly input: unknown;
}): RequestMark {
  return {
    key: derivedId('', call.openid, call.requestId),
    inputHash: hashOf([call.endpoint, call.input]).slice(0, 24),
  };
}

/**
 * Whether a request is among those that were answered: then it is answered again as things stand; with other input it
 * is refused.
 */
export function isRepeated(answered: readonly RequestMark[], request: RequestMark): boolean | Refusal {
  const before = answered.find(({ key }) => key === request.key);
  if (!before) return false;
  return before.inputHash === request.inputHash ? true : refuse('REQUEST_REUSED', 'requestId');
}
