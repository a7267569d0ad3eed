import { places } from '../place/place';
import { placeRef } from '../place/view';
import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import type { Projected, Projection } from '../projection/projection';
import { cards } from './card';

/** A card says where it hangs; what is printed on it stays, what it opens follows. */
export const cardProjections: readonly Projection[] = [
  { name: 'card.place', from: ['place'], project: (database, { id }, cursor) => projectCards(database, id, cursor) },
];

const cardsAtOnce = 50;

async function projectCards(database: Database, placeId: string, cursor: string | null): Promise<Projected> {
  const source = await database.get(places, placeId);
  if (!source) return { written: 0 };
  const place = placeRef(source);
  const found = await database.find(cards, {
    where: { 'place.placeId': placeId, _id: { gt: cursor ?? '' } },
    sort: { _id: 'asc' },
    limit: cardsAtOnce,
  });
  const outdated = found.filter((card) => hashOf(card.place) !== hashOf(place));
  await Promise.all(outdated.map(({ _id }) => database.updateWhere(cards, { _id }, { set: { place } })));
  const last = found.length === cardsAtOnce ? found.at(-1) : undefined;
  return { written: outdated.length, cursor: last?._id ?? null };
}
