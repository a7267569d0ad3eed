import { limits } from '../../../../miniprogram/contracts/limits';
import type { SearchKind, SearchPage } from '../../../../miniprogram/contracts/order';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import type { Where } from '../../platform/database';
import { belowCursor, cutPage } from '../../platform/page';
import { monthText } from '../../time/shanghai';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { orderActor } from '../flow/order-actor';
import { presentSummaries } from '../flow/present-order';
import { readableWords } from '../rules/readable-parts';
import type { OrderActor } from '../rules/relations';
import { visibilityOf } from '../rules/visibility';
import { fillPage, scanLimit } from './fill-page';
import { findByFigure } from './search-by-figure';
import { findByName, findListed, namePosition } from './search-by-name';
import { fitsFilter, keysWithin, periodOf, type SearchFilter } from './search-filter';
import type { SearchWords } from './search-words';
import { holdsParts, type WordSearch } from './word-pairs';

/** What is looked for: what a text stands for, words of an order, or nothing but where, how far and when. */
export type Search = SearchWords | ({ readonly by: 'words' } & WordSearch) | { readonly by: 'filter' };

type Day = Extract<SearchWords, { by: 'day' }>;

interface Found {
  readonly shown: readonly ListedOrder[];
  readonly next?: string;
  /** In which month words were looked for. */
  readonly month?: string;
}

/**
 * A page of the orders that fit, open and closed, as far as the caller's hat reaches, newest first; those found by a
 * name stand by name. One read; two for a further page by name, and for a list of open and closed orders; a few more
 * where hardly any of very many orders fit.
 */
export async function searchPage(
  context: Context,
  caller: SignedIn,
  search: Search,
  { filter, cursor }: { readonly filter: SearchFilter; readonly cursor: string | undefined },
): Promise<SearchPage> {
  const { shown, next, month } = await findPage(context, caller, search, { filter, cursor });
  return {
    by: search.by,
    orders: presentFound(context, caller, search.by, shown),
    ...(month !== undefined && { month }),
    ...(next !== undefined && { next }),
  };
}

interface Asked {
  readonly filter: SearchFilter;
  readonly cursor: string | undefined;
}

async function findPage(context: Context, caller: SignedIn, search: Search, asked: Asked): Promise<Found> {
  const { communityId } = caller.login;
  const { database } = context;
  const { filter, cursor } = asked;
  switch (search.by) {
    case 'words':
      return findByWords(context, caller, search, asked);
    case 'filter':
      if (filter.month !== undefined && (filter.figure ?? filter.category) !== undefined)
        return findByFigure(context, caller, { filter, month: filter.month, cursor });
      return findByPlace(context, caller, asked, undefined);
    case 'day':
      return findByPlace(context, caller, asked, search);
    case 'name': {
      const found = await findByName(database, communityId, search.name, cursor);
      return narrowed(cutPage<ListedOrder>(found, limits.pageSize, namePosition), filter);
    }
    default: {
      const own = search.by === 'number' ? { number: search.number } : { 'requester.phone': search.phone };
      const where = { communityId, ...own, createdKey: belowCursor(cursor) };
      const found = await findListed(database, where, { createdKey: 'desc' });
      return narrowed(cutPage<ListedOrder>(found, limits.pageSize, keyOf), filter);
    }
  }
}

const keyOf = ({ createdKey }: ListedOrder): string => createdKey;

function narrowed({ shown, next }: Found, filter: SearchFilter): Found {
  return { shown: shown.filter((order) => fitsFilter(order, filter)), ...(next !== undefined && { next }) };
}

/** By two-character terms within a community and a month; what the reader may not read is not found. */
async function findByWords(context: Context, caller: SignedIn, search: WordSearch, asked: Asked): Promise<Found> {
  const { communityId } = caller.login;
  const month = asked.filter.month ?? monthText(context.clock.now());
  const actor = orderActor(caller);
  const page = await fillPage({
    after: asked.cursor ?? '',
    read: (after) =>
      context.database.find(listedOrders, {
        where: {
          communityId,
          month,
          wordPairs: search.pair,
          createdKey: belowCursor(after === '' ? undefined : after),
        },
        sort: { createdKey: 'desc' },
        limit: scanLimit,
        exclude: unlisted,
      }),
    keyOf,
    fits: (order) => holdsParts(wordsFor(order, actor), search) && fitsFilter(order, asked.filter),
  });
  return { shown: page.shown, month, ...(page.next !== undefined && { next: page.next }) };
}

/** What the reader may read of its words; nothing is found by others. */
function wordsFor(order: ListedOrder, actor: OrderActor): string {
  const visibility = visibilityOf(order, actor);
  return (visibility && readableWords(order, visibility)) ?? '';
}

/** By place, status and time. Open and closed orders lie apart in the index, but those of a whole community's month. */
async function findByPlace(
  { database }: Context,
  caller: SignedIn,
  { filter, cursor }: Asked,
  day: Day | undefined,
): Promise<Found> {
  const { communityId } = caller.login;
  const { status } = filter;
  const month = day?.month ?? filter.month;
  const period = day ?? (month === undefined ? undefined : periodOf(month));
  const scope = filter.placeId ?? caller.hat.placeId;
  const fits = (order: ListedOrder) => order.communityId === communityId && fitsFilter(order, filter);
  const read = (where: Where, after: string | undefined, most?: number) =>
    findListed(database, { ...where, createdKey: keysWithin(period, after) }, { createdKey: 'desc' }, most);
  if (status !== undefined && status !== 'closed') {
    const page = await fillPage({
      after: cursor ?? '',
      read: (after) => read({ scopes: scope, closed: false }, after === '' ? undefined : after, scanLimit),
      keyOf,
      fits,
    });
    return { shown: page.shown, ...(page.next !== undefined && { next: page.next }) };
  }
  const isWholeMonth = status === undefined && scope === communityId && month !== undefined;
  const halves = isWholeMonth
    ? [{ communityId, month }]
    : [...(status === undefined ? [false] : []), true].map((closed) => ({ scopes: scope, closed }));
  const pages = await Promise.all(halves.map((where) => read(where, cursor)));
  const found = pages.flat().sort((one, other) => (one.createdKey < other.createdKey ? 1 : -1));
  const { shown, next } = cutPage<ListedOrder>(found, limits.pageSize, keyOf);
  return { shown: shown.filter(fits), ...(next !== undefined && { next }) };
}

/** Whoever may not know who asked for a private order does not find it by its requester either. */
function presentFound(
  context: Context,
  caller: SignedIn,
  by: SearchKind,
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
