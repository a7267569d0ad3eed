import { limits } from '../../../../miniprogram/contracts/limits';
import type { SearchPage } from '../../../../miniprogram/contracts/order';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import type { Database, Query, Where } from '../../platform/database';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { orderActor } from '../flow/order-actor';
import { presentSummaries } from '../flow/present-order';
import { visibilityOf } from '../rules/visibility';
import type { SearchWords } from './search-words';

/** The last code point: after every name that begins with another, rare characters beyond U+FFFF among them. */
const last = '\u{10ffff}';
const { limit } = pageQuery(limits.pageSize);

/**
 * A page of the orders of the caller's community that fit, open and closed, newest first; those found by a name stand
 * by name. One read; a further page by name takes two.
 */
export async function searchPage(
  context: Context,
  caller: SignedIn,
  words: SearchWords,
  cursor: string | undefined,
): Promise<SearchPage> {
  const { communityId } = caller.login;
  const found =
    words.by === 'name'
      ? await findByName(context.database, communityId, words.name, cursor)
      : await findListed(context.database, { communityId, ...whereOf(words, cursor) }, { createdKey: 'desc' });
  const keyOf = words.by === 'name' ? namePosition : ({ createdKey }: ListedOrder) => createdKey;
  const { shown, next } = cutPage<ListedOrder>(found, limits.pageSize, keyOf);
  return { by: words.by, orders: presentFound(context, caller, words, shown), ...(next !== undefined && { next }) };
}

/** Whoever may not know who asked for a private order does not find it by its requester either. */
function presentFound(
  context: Context,
  caller: SignedIn,
  { by }: SearchWords,
  found: readonly ListedOrder[],
): SearchPage['orders'] {
  const actor = orderActor(caller);
  const now = context.clock.now();
  return found.flatMap((order) => {
    const mayKnow = visibilityOf(order, actor)?.requester === true;
    if (!mayKnow && (by === 'name' || by === 'phone')) return [];
    const named = mayKnow && { requesterName: order.requester.name };
    return presentSummaries(caller, [order], now).map((summary) => ({ ...summary, ...named }));
  });
}

function whereOf(words: Exclude<SearchWords, { by: 'name' }>, cursor: string | undefined): Where {
  if (words.by === 'number') return { number: words.number, createdKey: belowCursor(cursor) };
  if (words.by === 'phone') return { 'requester.phone': words.phone, createdKey: belowCursor(cursor) };
  const until = words.until.toISOString();
  const from = words.from.toISOString();
  return { month: words.month, createdKey: { gte: from, lt: cursor !== undefined && cursor < until ? cursor : until } };
}

function findListed(
  database: Database,
  where: Where,
  sort: NonNullable<Query['sort']>,
  most = limit,
): Promise<ListedOrder[]> {
  return database.find(listedOrders, { where, sort, limit: most, exclude: unlisted });
}

/** The rest of the name at which the page before ended, then the names after it. */
async function findByName(
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
function namePosition({ createdKey, requester }: ListedOrder): string {
  return `${createdKey}>${requester.name}`;
}

function readPosition(cursor: string | undefined): { readonly createdKey: string; readonly name: string } | undefined {
  const [, createdKey, name] = /^([^>]+)>(.+)$/.exec(cursor ?? '') ?? [];
  return createdKey === undefined || name === undefined ? undefined : { createdKey, name };
}
