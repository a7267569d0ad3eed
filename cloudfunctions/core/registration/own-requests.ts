import type { Context } from '../platform/context';
import { belowCursor } from '../platform/page';
import { changeRequests, type ChangeRequest } from './change-request';

/** Newer requests about one person that are looked through for an open one. */
const scanLimit = 20;

/** The newest requests about a person: among them is a repeated call's, and the one that is still open. One read. */
export function readOwnRequests({ database }: Context, personId: string): Promise<readonly ChangeRequest[]> {
  return database.find(changeRequests, {
    where: { personId, timeKey: belowCursor(undefined) },
    sort: { timeKey: 'desc' },
    limit: scanLimit,
  });
}
