import type { Change, Database } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import { logins, type Login } from './login';

/** How many writes a login remembers. */
const recentRequestLimit = 16;

/** The part of a change to a login that remembers the call. */
export function pushRequest(request: RequestRecord): NonNullable<Change<Login>['push']> {
  return { recentRequests: { values: [request], limit: recentRequestLimit } };
}

/** Notes a write whose change stands elsewhere. One write. */
export async function noteRequest(database: Database, loginId: string, request: RequestRecord): Promise<void> {
  await database.updateWhere(logins, { _id: loginId }, { push: pushRequest(request) });
}
