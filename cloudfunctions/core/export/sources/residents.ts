import { people, type Person, type PersonKind } from '../../person/person';
import type { Database } from '../../platform/database';
import { surnameKeyOf } from '../../person/surname-key';
import { headers, residenceText } from '../text/labels';
import { phoneText } from './phones';
import { nextAfter, readAtOnce, type Source } from './source';

const lives: readonly PersonKind[] = ['resident', 'tenant'];

/** Who lives in a community, owners and tenants; one read for 99 people of it, two where a page ends within a name. */
export const residents: Source = {
  headers: headers.residents,
  isNamed: true,
  async read(database, one, cursor) {
    const found = await pageByName(database, one.communityId, cursor);
    const rows = found
      .filter((person) => isListed(person, one.grid?.gridId))
      .map((person) => ({
        name: person.name,
        surnameKey: keyOf(person),
        ...(person.phone !== '' && { ownerId: person._id }),
        cells: [
          person.name,
          keyOf(person),
          phoneText(one, person),
          residenceText(person.kinds.includes('tenant') ? 'tenant' : 'resident'),
          person.home?.gridName ?? '',
          person.home?.label ?? '',
          person.employer ?? '',
        ],
      }));
    return { rows, next: nextAfter(found, positionOf) };
  },
};

/** The id and the name; ids have no blank. */
const positionOf = ({ _id, name }: Person): string => `${_id} ${name}`;

/** The rest of the name at which the page before ended, then the names after it. */
async function pageByName(database: Database, communityId: string, cursor: string | null): Promise<readonly Person[]> {
  const [, after = '', name = ''] = /^(\S+) (.*)$/s.exec(cursor ?? '') ?? [];
  const same = { where: { communityId, name, _id: { gt: after } }, sort: { _id: 'asc' }, limit: readAtOnce } as const;
  const rest = cursor === null ? [] : await database.find(people, same);
  if (rest.length === readAtOnce) return rest;
  const others = await database.find(people, {
    where: { communityId, name: { gt: name } },
    sort: { name: 'asc', _id: 'asc' },
    limit: readAtOnce - rest.length,
  });
  return [...rest, ...others];
}

function isListed({ kinds, leftAt, home }: Person, gridId: string | undefined): boolean {
  const isHere = leftAt === undefined && kinds.some((kind) => lives.includes(kind));
  return isHere && (gridId === undefined || home?.gridId === gridId);
}

/** As somebody corrected it, else as it is read. */
export function keyOf({ surnameKey, name }: Pick<Person, 'surnameKey' | 'name'>): string {
  return surnameKey ?? surnameKeyOf(name);
}
