import { limits } from '../../../miniprogram/contracts/limits';
import type { SignedIn } from '../access/caller';
import { scopeOf } from '../access/permissions';
import type { Context } from '../platform/context';
import { belowCursor, cutPage, pageQuery } from '../platform/page';
import { siteRecords } from './site';
import { recordView } from './view';

/**
 * What was done for the couriers of a site, or of the whole community, newest first. Names of who joined are for those
 * who keep such records. One read.
 */
export async function readRecords(
  { database }: Pick<Context, 'database'>,
  caller: SignedIn,
  {
    siteId,
    orgId,
    cursor,
    size = limits.pageSize,
  }: {
    readonly siteId?: string;
    readonly orgId?: string;
    readonly cursor?: string;
    readonly size?: number;
  },
) {
  const readsNames = scopeOf(caller.hat.hat, 'site.addRecord') !== 'none';
  const of = siteId !== undefined ? { siteId } : orgId !== undefined ? { orgId } : {};
  const where = {
    ...(siteId === undefined && orgId === undefined ? { communityId: caller.login.communityId } : of),
    recordKey: belowCursor(cursor),
  };
  const found = await database.find(siteRecords, { where, sort: { recordKey: 'desc' }, ...pageQuery(size) });
  const { shown, next } = cutPage(found, size, ({ recordKey }) => recordKey);
  const own = shown.filter(({ communityId }) => communityId === caller.login.communityId);
  return { records: own.map((one) => recordView(one, caller, readsNames)), ...(next !== undefined && { next }) };
}
