import type { Tally } from '../../statistics/tally';
import { people, type Person } from '../../person/person';
import type { Community } from '../../place/community';
import { teams } from '../../place/team';
import type { Database, Where } from '../../platform/database';
import { monthText } from '../../time/shanghai';
import { helperFields, helperOf, helperRosters, rosterIdOf, type HelperRoster } from './helper';

const peopleAtOnce = 99;
/** A community has 20 grids at most, and one roster more. */
export const maxRosters = 50;

/** Nobody accepted anything yet. */
const noLoads: HelperRoster['loads'] = { month: '', counts: {} };

/** Everybody who may be asked in the grids and teams of a community, 99 at a read, one read at least for each. */
async function readHelpers(database: Database, { _id, grids }: Community): Promise<readonly Person[]> {
  const all = new Map<string, Person>();
  const owned = await database.find(teams, { where: { communityId: _id }, limit: peopleAtOnce });
  const groups: readonly Where[] = [
    ...grids.map(({ gridId }) => ({ 'serves.gridId': gridId })),
    ...owned.map((team) => ({ teamId: team._id })),
  ];
  for (const group of groups)
    for (const person of await readGroup(database, { communityId: _id, ...group, reachable: true }))
      all.set(person._id, person);
  return [...all.values()].filter((person) => rosterIdOf(person) !== undefined);
}

async function readGroup(database: Database, where: Where): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (;;) {
    const behind = { ...where, _id: { gt: found.at(-1)?._id ?? '' } };
    const page = await database.find(people, { where: behind, sort: { _id: 'asc' }, limit: peopleAtOnce });
    found.push(...page);
    if (page.length < peopleAtOnce) return found;
  }
}

/**
 * Writes the rosters of a community anew out of its people; one that is as it was is left alone.
 * @returns how many were written
 */
export async function renewRosters(database: Database, community: Community): Promise<number> {
  const communityId = community._id;
  const [all, before] = await Promise.all([readHelpers(database, community), readRosters(database, communityId)]);
  const groups = new Map<string, HelperRoster['helpers'][number][]>(before.map(({ _id }) => [_id, []]));
  for (const person of all) {
    const rosterId = rosterIdOf(person) ?? '';
    groups.set(rosterId, [...(groups.get(rosterId) ?? []), helperOf(person)]);
  }
  const written = await Promise.all(
    [...groups].map(async ([_id, helpers]) => {
      const fields = helperFields(helpers);
      const old = before.find((roster) => roster._id === _id);
      if (old?.hash === fields.hash) return 0;
      if (old) return database.updateWhere(helperRosters, { _id, hash: old.hash }, { set: fields });
      return Number(await database.insert(helperRosters, { _id, communityId, ...fields, loads: noLoads }));
    }),
  );
  return written.reduce((sum, count) => sum + count, 0);
}

export function readRosters(database: Database, communityId: string): Promise<HelperRoster[]> {
  return database.find(helperRosters, { where: { communityId }, sort: { _id: 'asc' }, limit: maxRosters });
}

const maxAttempts = 5;

/**
 * Puts somebody as they are now into the roster of their grid, and out of any other.
 * @returns how many rosters were written
 */
export async function followHelper(database: Database, personId: string): Promise<number> {
  const person = await database.get(people, personId);
  if (!person) return 0;
  const rosterId = rosterIdOf(person);
  const found = await database.find(helperRosters, { where: { helperIds: personId }, limit: maxRosters });
  const ids = [...new Set([...found.map(({ _id }) => _id), ...(rosterId === undefined ? [] : [rosterId])])];
  let written = 0;
  for (const _id of ids) written += await writeHelper(database, _id, person, _id === rosterId);
  return written;
}

async function writeHelper(database: Database, _id: string, person: Person, isHere: boolean): Promise<number> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const roster = await database.get(helperRosters, _id);
    const others = (roster?.helpers ?? []).filter((helper) => helper._id !== person._id);
    const fields = helperFields(isHere ? [...others, helperOf(person)] : others);
    if (roster?.hash === fields.hash) return 0;
    const isWritten = roster
      ? (await database.updateWhere(helperRosters, { _id, hash: roster.hash }, { set: fields })) > 0
      : await database.insert(helperRosters, { _id, communityId: person.communityId, ...fields, loads: noLoads });
    if (isWritten) return 1;
  }
  throw new Error('a roster of helpers changed too often');
}

/** What each of a community took on this month stands in the rosters, where suggestions read it. */
export async function writeRosterLoads(
  database: Database,
  communityId: string,
  loads: Tally['loads'],
  until: Date,
): Promise<void> {
  const month = monthText(until);
  const all = new Map(loads.map(({ personId, count }) => [personId, count]));
  for (const { _id, helperIds, loads: before } of await readRosters(database, communityId)) {
    const counts = Object.fromEntries(
      helperIds.flatMap((id) => (all.has(id) ? [[id, all.get(id) ?? 0] as const] : [])),
    );
    const isSame =
      before.month === month &&
      Object.keys(before.counts).length === Object.keys(counts).length &&
      Object.entries(counts).every(([id, count]) => before.counts[id] === count);
    if (!isSame) await database.updateWhere(helperRosters, { _id }, { set: { loads: { month, counts } } });
  }
}
