import { branches } from '../../branch/branch';
import { transfers, type Transfer } from '../../branch/transfer';
import { people, type Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import type { Database } from '../../platform/database';
import type { Activity } from '../activity';
import { attendances, type Attendance } from '../attendance';
import { classAt, membershipAt } from '../rules/membership';

const peopleAtOnce = 99;

/**
 * A roll says who was to come, in which class, as the branch was when it was planned: here it learns what became of
 * them up to the meeting. Who left, died or moved before it began is on it no more, unless they came: who moved is then
 * their own branch's to agree on. Of the others the class is that of the meeting's day. Repeated, it changes nothing.
 * One read for 99 people; where somebody moved two more, and a write for each change.
 * @returns the roll as it stands
 */
export async function settleMembers(
  database: Database,
  activity: Activity,
  roll: readonly Attendance[],
): Promise<readonly Attendance[]> {
  const members = roll.filter(({ walkIn }) => walkIn === undefined);
  const known = await readPeople(database, members);
  const elsewhere = [...known.values()].filter((person) => branchOfPerson(person) !== activity.branchId);
  const departures = await readDepartures(database, elsewhere);
  const membershipOf = ({ personId }: Attendance) =>
    membershipAt(activity, known.get(personId), departures.get(personId) ?? []);
  const absentees = members.filter((one) => membershipOf(one) !== 'member' && one.state !== 'present');
  const guests = members.filter((one) => membershipOf(one) === 'moved' && one.state === 'present');
  await removeLines(database, absentees);
  const walkIns = await writeGuests(database, guests, known);
  const stays = roll.filter((one) => !absentees.includes(one)).map((one) => walkIns.get(one._id) ?? one);
  return writeClasses(database, stays, (one) => {
    const person = known.get(one.personId);
    const isOwn = one.walkIn === undefined && person !== undefined && membershipOf(one) === 'member';
    return isOwn ? classAt(activity, person, one.memberClass) : one.memberClass;
  });
}

type Lines = readonly Attendance[];

async function readPeople(database: Database, lines: Lines): Promise<ReadonlyMap<string, Person>> {
  const known = new Map<string, Person>();
  for (let start = 0; start < lines.length; start += peopleAtOnce) {
    const ids = lines.slice(start, start + peopleAtOnce).map(({ personId }) => personId);
    const found = await database.find(people, { where: { _id: { oneOf: ids } }, limit: peopleAtOnce });
    for (const person of found) known.set(person._id, person);
  }
  return known;
}

/** How each of them came to the branch where they are. A person has few. */
async function readDepartures(
  database: Database,
  moved: readonly Person[],
): Promise<ReadonlyMap<string, readonly Transfer[]>> {
  const found = new Map<string, readonly Transfer[]>();
  for (const { _id: personId } of moved) {
    const where = { personId, open: false };
    found.set(personId, await database.find(transfers, { where, limit: peopleAtOnce }));
  }
  return found;
}

async function removeLines(database: Database, lines: Lines): Promise<void> {
  for (let start = 0; start < lines.length; start += peopleAtOnce) {
    const ids = lines.slice(start, start + peopleAtOnce).map(({ _id }) => _id);
    await database.removeWhere(attendances, { _id: { oneOf: ids }, state: { not: 'present' } });
  }
}

/** Who came though they are of another branch by now is its guest there, as if they had walked in. */
async function writeGuests(
  database: Database,
  lines: Lines,
  known: ReadonlyMap<string, Person>,
): Promise<ReadonlyMap<string, Attendance>> {
  const walkIns = new Map<string, Attendance>();
  for (const line of lines) {
    const person = known.get(line.personId);
    if (!person) continue;
    const branchId = branchOfPerson(person);
    const branch = await database.get(branches, branchId);
    const walkIn = { branchId, branchName: branch?.name ?? '', state: 'asked', decided: null } as const;
    await database.updateWhere(attendances, { _id: line._id, walkIn: null }, { set: { walkIn } });
    walkIns.set(line._id, { ...line, walkIn });
  }
  return walkIns;
}

async function writeClasses(
  database: Database,
  roll: Lines,
  classOf: (line: Attendance) => Attendance['memberClass'],
): Promise<Lines> {
  const settled = roll.map((line) => ({ ...line, memberClass: classOf(line) }));
  const changed = settled.filter(({ memberClass }, index) => memberClass !== roll[index]?.memberClass);
  for (const memberClass of new Set(changed.map((line) => line.memberClass))) {
    const ids = changed.filter((line) => line.memberClass === memberClass).map(({ _id }) => _id);
    for (let start = 0; start < ids.length; start += peopleAtOnce) {
      const _id = { oneOf: ids.slice(start, start + peopleAtOnce) };
      await database.updateWhere(attendances, { _id }, { set: { memberClass } });
    }
  }
  return settled;
}
