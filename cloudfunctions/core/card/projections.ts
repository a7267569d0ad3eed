import { places } from '../place/place';
import { placeRef } from '../place/view';
import type { Change, Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import type { Projected, Projection } from '../projection/projection';
import { cards, placeKeyOf, type Card } from './card';
import { projectPapers } from './project-papers';

/**
 * A card says where it hangs; what is printed on it stays, what it opens follows. A paper that says what is no longer
 * so is to be printed anew.
 */
export const cardProjections: readonly Projection[] = [
  { name: 'card.place', from: ['place'], project: (database, { id }, cursor) => projectCards(database, id, cursor) },
  {
    name: 'card.paper',
    from: ['community'],
    project: (database, { id, at }, cursor, hasTime) => projectPapers(database, id, { cursor, hasTime, at }),
  },
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
  await Promise.all(outdated.map((card) => database.updateWhere(cards, { _id: card._id }, movedTo(place, card))));
  const last = found.length === cardsAtOnce ? found.at(-1) : undefined;
  return { written: outdated.length, cursor: last?._id ?? null };
}

/** A card with its place as it is now, under its keys; a paper that names another place is to be printed anew. */
function movedTo(place: Card['place'], { _id, placeKey, paper, toPrintKey, toHandOutKey }: Card): Change<Card> {
  if (placeKey === undefined) return { set: { place } };
  const key = placeKeyOf({ place, _id });
  const isOutdated = paper !== undefined && paper.text.placeName !== place.label;
  return {
    set: {
      place,
      placeKey: key,
      ...((toPrintKey !== undefined || isOutdated) && { toPrintKey: key }),
      ...(toHandOutKey !== undefined && !isOutdated && { toHandOutKey: key }),
    },
    ...(toHandOutKey !== undefined && isOutdated && { unset: ['toHandOutKey'] }),
  };
}
