import { enrolments, type Enrolment } from '../../enrolment/enrolment';
import { people, type Person } from '../../person/person';
import type { Database, Where } from '../../platform/database';
import type { Export } from '../document/export';
import { channelText, headers } from '../text/labels';
import { timeText } from '../text/times';
import { phoneText } from './phones';
import { keyOf } from './residents';
import { nextAfter, readAtOnce, type Source } from './source';

const idsAtOnce = 33;

/** Members who are enrolled, newest first; four reads for 99 of them. */
export const members: Source = {
  headers: headers.members,
  isNamed: true,
  async read(database, one, cursor) {
    const listKey = cursor === null ? { gt: '' } : { lt: cursor };
    const where: Where = one.grid ? { 'grid.gridId': one.grid.gridId } : { communityId: one.communityId };
    const found = await database.find(enrolments, {
      where: { ...where, state: 'enrolled', listKey },
      sort: { listKey: 'desc' },
      limit: readAtOnce,
    });
    const known = await readPeople(database, found);
    return {
      rows: found.map((enrolment) => rowOf(one, enrolment, known.get(enrolment._id))),
      next: nextAfter(found, (enrolment) => enrolment.listKey),
    };
  },
};

async function readPeople(database: Database, found: readonly Enrolment[]): Promise<ReadonlyMap<string, Person>> {
  const groups: string[][] = [];
  for (let at = 0; at < found.length; at += idsAtOnce)
    groups.push(found.slice(at, at + idsAtOnce).map(({ _id }) => _id));
  const pages = await Promise.all(
    groups.map((ids) => database.find(people, { where: { _id: { oneOf: ids } }, limit: idsAtOnce })),
  );
  return new Map(pages.flat().map((person) => [person._id, person]));
}

function rowOf(one: Export, enrolment: Enrolment, person: Person | undefined) {
  const { name, channel, channelName, grid, askedAt, welcome } = enrolment;
  const surnameKey = keyOf(person ?? { name });
  return {
    name,
    surnameKey,
    ...(person && person.phone !== '' && { ownerId: person._id }),
    cells: [
      name,
      surnameKey,
      person ? phoneText(one, person) : '',
      person?.employer ?? '',
      grid.gridName,
      channelText(channel, channelName),
      timeText(askedAt),
      String(Object.keys(welcome).length),
    ],
  };
}
