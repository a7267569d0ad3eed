import { limits } from '../../../../miniprogram/contracts/limits';
import type { Database, Query, Where } from '../../platform/database';
import { belowCursor, pageQuery } from '../../platform/page';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';

/** The last code point: after every name that begins with another, rare characters beyond U+FFFF among them. */
const last = '\u{10ffff}';
const { limit } = pageQuery(limits.pageSize);

/** One page of orders, and one more. One read. */
export function findListed(
  database: Database,
  where: Where,
  sort: NonNullable<Query['sort']>,
  most = limit,
): Promise<ListedOrder[]> {
  return database.find(listedOrders, { where, sort, limit: most, exclude: unlisted });
}

/** The rest of the name at which the page before ended, then the names after it. One read, two behind a page. */
export async function findByName(
  database: Database,
  communityId: string,
  name: string,
  cursor: string | undefined,
): Promise<ListedOrder[]> {
  const until = `${name}${last}`;
  const sort = { 'requester.name': 'asc', createdKey: 'desc' } as const;
  const from = readPosition(cursor);
  if (!from?.name.startsWith(name))
    return findListed(database, { communityId, 'requester.name': { gte: name, lt: until } }, sort);
  const same = { communityId, 'requester.name': from.name, createdKey: belowCursor(from.createdKey) };
  const rest = await findListed(database, same, { createdKey: 'desc' });
  if (rest.length >= limit) return rest;
  const others = { communityId, 'requester.name': { gt: from.name, lt: until } };
  return [...rest, ...(await findListed(database, others, sort, limit - rest.length))];
}

/** `2026-11-28T…:oABC>` and the name. */
export function namePosition({ createdKey, requester }: ListedOrder): string {
  return `${createdKey}>${requester.name}`;
}

function readPosition(cursor: string | undefined): { readonly createdKey: string; readonly name: string } | undefined {
  const [, createdKey, name] = /^([^>]+)>(.+)$/.exec(cursor ?? '') ?? [];
  return createdKey === undefined || name === undefined ? undefined : { createdKey, name };
}
