import type { Context } from '../platform/context';
import { refuse, type Refusal } from '../platform/result';
import type { RequestLine } from './entry';

export function requestLine({ requestId, inputHash }: Pick<Context, 'requestId' | 'inputHash'>, personId: string): RequestLine {
  return { personId, requestId, inputHash };
}

/** Whether this call is among those that a document remembers; with other input it is refused. */
export function isRepeated(lines: readonly RequestLine[], call: Pick<Context, 'requestId' | 'inputHash'>, personId: string): boolean | Refusal {
  const before = lines.find((line) => line.requestId === call.requestId && line.personId === personId);
  if (!before) return false;
  return before.inputHash === call.inputHash ? true : refuse('REQUEST_REUSED', 'requestId');
}
