import type { Change } from '../platform/database';
import type { Context } from '../platform/context';
import { refuse, type Refusal } from '../platform/result';
import type { Login } from './login';

/** How many writes to a login are remembered. */
const remembered = 8;

/** Whether this call was answered before: then it is answered again as things stand, and nothing is written. */
export function isRepeated(login: Login, call: Pick<Context, 'requestId' | 'inputHash'>): boolean | Refusal {
  const before = login.recent.find(({ requestId }) => requestId === call.requestId);
  if (!before) return false;
  return before.inputHash === call.inputHash ? true : refuse('REQUEST_REUSED', 'requestId');
}

/** The part of a change that remembers the call. */
export function remember({ requestId, inputHash }: Pick<Context, 'requestId' | 'inputHash'>): NonNullable<Change<Login>['push']> {
  return { recent: { values: [{ requestId, inputHash }], keep: remembered } };
}
