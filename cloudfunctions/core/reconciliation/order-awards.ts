import { orders, type Order } from '../order/document/order';
import { seatsOf } from '../order/rules/seats';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;
const exclude = ['photos', 'evidence', 'offers', 'traces', 'requests'] as const;

/** What a closed order gave, to whoever did it and to the head who vouched for it. */
function pointsOf(order: Order): readonly SourcedPoints[] {
  return [...awardsOf(order), ...vouchingOf(order)];
}

function vouchingOf({ vouching, communityId, status, trail }: Order): readonly SourcedPoints[] {
  if (!vouching || !('points' in vouching.award) || status !== 'closed') return [];
  const { personId, name, award } = vouching;
  const moments = trail.map(({ at }) => at);
  return [{ ...award, communityId, personId, name, unit: 'courtyard', moments }];
}

/** A closed order's awards, one a seat; nothing where it gave none. */
function awardsOf(order: Order): readonly SourcedPoints[] {
  const { communityId, status, trail } = order;
  if (status !== 'closed') return [];
  const moments = trail.map(({ at }) => at);
  return seatsOf(order).flatMap(({ award, personId, name }) =>
    award && 'entryId' in award ? [{ ...award, communityId, personId, name, unit: 'service' as const, moments }] : [],
  );
}

/** Orders, and what their confirmation awarded. */
export const orderAwards: PointSource = {
  name: 'orders',
  causes: ['order', 'vouched'],
  async behind(database, entries) {
    const ids = [...new Set(entries.map(({ sourceId }) => sourceId))];
    return (await database.find(orders, { where: { _id: { oneOf: ids } }, limit, exclude })).flatMap(pointsOf);
  },
  async all(database, after) {
    const where = { _id: { gt: after } };
    const found = await database.find(orders, { where, sort: { _id: 'asc' }, limit, exclude });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ _id }) => _id });
  },
  async since(database, after) {
    const where = { updatedAt: { gt: new Date(after) } };
    const found = await database.find(orders, { where, sort: { updatedAt: 'asc' }, limit, exclude });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ updatedAt }) => updatedAt.toISOString() });
  },
};
