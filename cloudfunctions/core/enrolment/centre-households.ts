import type { CentreView } from '../../../miniprogram/contracts/enrolment';
import { limits } from '../../../miniprogram/contracts/limits';
import { people, type Person } from '../person/person';
import { places } from '../place/place';
import { under, type Database } from '../platform/database';
import { cutPage, pageQuery } from '../platform/page';

/** Whose households: a community's, or those at and under a place of it. */
export interface CentreScope {
  readonly communityId: string;
  readonly path: string;
}

/**
 * Members who agreed to the sign at their door, a page of them, by where they live: the list of signs to print names
 * nobody else. Two reads, one where there is nobody.
 * @param cursor `<path>><personId>` of the last one that was seen
 */
export async function listCentreHouseholds(
  database: Database,
  { communityId, path }: CentreScope,
  cursor?: string,
): Promise<{ centres: readonly CentreView[]; next?: string }> {
  const [after, personId = ''] = cursor?.split('>') ?? [];
  const inside = under(path);
  const where = { communityId, centreHousehold: true };
  const found = await database.find(people, {
    ...(after === undefined
      ? { where: { ...where, 'home.path': inside } }
      : {
          where: { ...where, 'home.path': { gte: after, lt: `${path}0` } },
          anyOf: [{ 'home.path': { gt: after } }, { _id: { gt: personId } }],
        }),
    sort: { 'home.path': 'asc', _id: 'asc' },
    ...pageQuery(limits.pageSize),
  });
  const { shown, next } = cutPage(found, limits.pageSize, ({ _id, home }) => `${home?.path ?? ''}>${_id}`);
  const buildings = await readBuildings(database, shown);
  return { centres: shown.flatMap((one) => centreView(one, buildings)), ...(next !== undefined && { next }) };
}

/** The labels of the buildings in which they live, by id. */
async function readBuildings(database: Database, members: readonly Person[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(members.flatMap(({ home }) => home?.courtyardId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await database.find(places, { where: { _id: { oneOf: ids } }, limit: ids.length });
  return new Map(found.map(({ _id, label }) => [_id, label]));
}

/** The chain of one: member › household › building › section (S2-06). */
function centreView(
  { _id, name, home, centreSince }: Person,
  buildings: ReadonlyMap<string, string>,
): readonly CentreView[] {
  if (!home) return [];
  const { label, sectionName, gridName, colour, courtyardId = '' } = home;
  const building = buildings.get(courtyardId);
  return [
    {
      personId: _id,
      name,
      household: label,
      ...(building !== undefined && { building }),
      ...(sectionName !== undefined && { sectionName }),
      gridName,
      ...(colour && { colour }),
      ...(centreSince && { since: centreSince.toISOString() }),
    },
  ];
}
