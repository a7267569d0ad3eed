import type { Change, Where } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { Login } from './login';

/** How many writes a login remembers. */
const recentRequestLimit = 16;

/** The part of a change to a login that remembers the call. */
export function pushRequest(request: RequestRecord): NonNullable<Change<Login>['push']> {
  return { recentRequests: { values: [request], limit: recentRequestLimit } };
}

/** Finds a login that does not remember the call, so that two deliveries of it at once change the login once. */
export function unlessNoted(loginId: string, { requestKey }: RequestRecord): Where {
  return { _id: loginId, 'recentRequests.requestKey': { not: requestKey } };
}
