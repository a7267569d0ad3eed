import type { Change, Database } from '../platform/database';
import type { RequestMark } from '../platform/request';
import { logins, type Login } from './login';

/** How many writes a login remembers. */
const remembered = 16;

/** The part of a change to a login that remembers the call. */
export function remember(request: RequestMark): NonNullable<Change<Login>['push']> {
  return { recent: { values: [request], keep: remembered } };
}

/** Notes a write whose change stands elsewhere. One write. */
export async function noteRequest(database: Database, loginId: string, request: RequestMark): Promise<void> {
  await database.updateWhere(logins, { _id: loginId }, { push: remember(request) });
}
