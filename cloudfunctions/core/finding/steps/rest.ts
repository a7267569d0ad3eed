import { cards } from '../../card/card';
import { listedOrders, unlisted, type ListedOrder } from '../../order/document/order';
import { people } from '../../person/person';
import { places, shelfOf, type Place } from '../../place/place';
import type { Database } from '../../platform/database';
import { cardGap, orderGap, personGap, shopGap } from '../rules/gaps';
import { maxRead, nextOf, open, placesOf, readAtOnce, type Step } from './share';

/** Courtyards without a card. */
export const courtyards: Step = async (database, community, after) => {
  const page = await placesOf(database, community, 'courtyard', after);
  const withCard = await carded(database, open(page));
  const found = open(page).flatMap((place) => cardGap(place, withCard.has(place._id)));
  return { found, next: nextOf(page, readAtOnce, ({ path }) => path) };
};

/** Where an open card hangs; a courtyard at which very many were given out is asked about by itself. */
async function carded(database: Database, page: readonly Place[]): Promise<ReadonlySet<string>> {
  const ids = page.map(({ _id }) => _id);
  if (ids.length === 0) return new Set();
  const found = await database.find(cards, { where: { 'place.placeId': { oneOf: ids } }, limit: maxRead });
  const [first, ...others] = page;
  if (found.length === maxRead && first && others.length > 0) {
    const half = Math.ceil(page.length / 2);
    const halves = await Promise.all([carded(database, page.slice(0, half)), carded(database, page.slice(half))]);
    return new Set(halves.flatMap((ids) => [...ids]));
  }
  return new Set(found.filter(({ state }) => state === 'open').map(({ place }) => place.placeId));
}

/** Shops and facilities without a grid. */
export const shops: Step = async (database, { _id }, after) => {
  const page = await database.find(places, {
    where: { parentId: shelfOf(_id, 'ungridded'), _id: { gt: after } },
    sort: { _id: 'asc' },
    limit: readAtOnce,
  });
  return { found: page.flatMap(shopGap), next: nextOf(page, readAtOnce, (one) => one._id) };
};

/** People without a grid. */
export const persons: Step = async (database, { _id: communityId }, after) => {
  const [name = '', id = ''] = after.split('\n');
  const page = await database.find(people, {
    where: { communityId, name: { gte: name } },
    ...(after !== '' && { anyOf: [{ name: { gt: name } }, { _id: { gt: id } }] }),
    sort: { name: 'asc', _id: 'asc' },
    limit: maxRead,
  });
  return { found: page.flatMap(personGap), next: nextOf(page, maxRead, (one) => `${one.name}\n${one._id}`) };
};

/** Open orders whose grid is gone. */
export const openOrders: Step = async (database, { _id, grids }, after) => {
  const page: ListedOrder[] = await database.find(listedOrders, {
    where: { scopes: _id, closed: false, createdKey: { gt: after } },
    sort: { createdKey: 'asc' },
    limit: maxRead,
    exclude: unlisted,
  });
  return {
    found: page.flatMap((order) => orderGap(order, grids)),
    next: nextOf(page, maxRead, ({ createdKey }) => createdKey),
  };
};
