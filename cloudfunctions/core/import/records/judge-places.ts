import type { Database } from '../../platform/database';
import { places, shelfOf, type Place } from '../../place/place';
import { childrenOf } from '../check/load-places';
import type { List, ListRow } from '../check/read-list';
import type { PlaceEntry } from '../entries';
import { changeOf, fateOf, refusedRecord, type Judged, type RecordJudge } from './judge';
import { PlaceBook, type BookedPlace } from './place-book';
import { planPlace, type PlannedPlaces } from './plan-place';

const idsAtOnce = 30;

/**
 * Places of a list: what is known of them, what rows make. Rows build on each other, so that the file is planned whole
 * before its pages are judged.
 */
export async function placeJudge(
  database: Database,
  communityId: string,
  known: readonly Place[],
  { rows }: List,
): Promise<RecordJudge> {
  const book = (more: readonly Place[]): PlaceBook => new PlaceBook([...known, ...more].map(booked));
  const parents = parentsOfLeaves(planRows(rows, book([]), communityId), communityId);
  const below = await childrenOf(database, communityId, parents);
  const planned = planRows(rows, book(below), communityId);
  return {
    async judge(some) {
      const closed = await closedAmong(
        database,
        some.flatMap((row) => newIdsOf(planned.get(row))),
      );
      return new Map(
        some.flatMap((row) => {
          const one = planned.get(row);
          return one ? [[row, judged(row, one, closed)] as const] : [];
        }),
      );
    },
  };
}

type Planned = ReadonlyMap<ListRow, PlannedPlaces>;

function planRows(rows: readonly ListRow[], book: PlaceBook, communityId: string): Planned {
  const found = new Map<ListRow, PlannedPlaces>();
  for (const row of rows) if (row.entry?.type === 'place') found.set(row, planPlace(row.entry, book, communityId));
  return found;
}

/** Under what households, shops and facilities of the rows lie, where that is known: those are read for it alone. */
function parentsOfLeaves(planned: Planned, communityId: string): readonly string[] {
  const shelf = shelfOf(communityId, 'ungridded');
  const parents = [...planned.values()].flatMap((one) => {
    const leaf = one.ok ? one.steps.at(-1) : undefined;
    if (!one.ok || !leaf || !['household', 'shop', 'facility'].includes(leaf.kind)) return [];
    const isKnown = leaf.parentId === shelf || one.steps.some((step) => step.placeId === leaf.parentId && !step.isNew);
    return isKnown ? [leaf.parentId] : [];
  });
  return [...new Set(parents)];
}

function booked({ _id: placeId, kind, name, label, parentId, path, colour }: Place): BookedPlace {
  const own = { placeId, kind, name, label, parentId, isNew: false, path: path.split('/').slice(1) };
  return { ...own, ...(colour && { colour }) };
}

function newIdsOf(one: PlannedPlaces | undefined): readonly string[] {
  return one?.ok ? one.steps.flatMap(({ isNew, placeId }) => (isNew ? [placeId] : [])) : [];
}

/** Places that a list made once, and that were closed since: no row opens them again. */
async function closedAmong(database: Database, placeIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(placeIds)];
  const closed: string[] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const where = { _id: { oneOf: ids.slice(at, at + idsAtOnce) } };
    const found = await database.find(places, { where, limit: idsAtOnce });
    closed.push(...found.filter(({ closedAt }) => closedAt !== undefined).map(({ _id }) => _id));
  }
  return new Set(closed);
}

function judged(row: ListRow, planned: PlannedPlaces, closed: ReadonlySet<string>): Judged {
  const title = row.entry?.type === 'place' ? titleOf(row.entry) : '';
  if (!planned.ok) return refusedRecord(row, title, planned.code, planned.detail);
  const gone = planned.steps.find(({ placeId }) => closed.has(placeId));
  if (gone) return refusedRecord(row, title, 'placeClosed', gone.name);
  const { steps, recoloured } = planned;
  const changes = recoloured ? changeOf('colour', recoloured.before, recoloured.after) : [];
  const fate = fateOf(
    steps.some(({ isNew }) => isNew),
    changes,
  );
  return { fate, title, record: { type: 'place', steps }, changes, notes: [] };
}

function titleOf({ grid, section, lane, courtyard, door, name }: PlaceEntry): string {
  return [grid, section, lane, courtyard, door, name].filter((part) => part !== undefined).join(' ');
}
