import { people, type Person, type PersonKind } from '../../person/person';
import { surnameKeyOf } from '../../person/surname-key';
import { headers, residenceText } from '../text/labels';
import { phoneText } from './phones';
import { nextAfter, readAtOnce, type Source } from './source';

const lives: readonly PersonKind[] = ['resident', 'tenant'];

/** Who lives in a community, owners and tenants; one read for 99 people of it. */
export const residents: Source = {
  headers: headers.residents,
  isNamed: true,
  async read(database, one, cursor) {
    const found = await database.find(people, {
      where: { communityId: one.communityId, _id: { gt: cursor ?? '' } },
      sort: { _id: 'asc' },
      limit: readAtOnce,
    });
    const rows = found
      .filter((person) => isListed(person, one.grid?.gridId))
      .map((person) => ({
        name: person.name,
        surnameKey: keyOf(person),
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
    return { rows, next: nextAfter(found, ({ _id }) => _id) };
  },
};

function isListed({ kinds, leftAt, home }: Person, gridId: string | undefined): boolean {
  const isHere = leftAt === undefined && kinds.some((kind) => lives.includes(kind));
  return isHere && (gridId === undefined || home?.gridId === gridId);
}

/** As somebody corrected it, else as it is read. */
export function keyOf({ surnameKey, name }: Pick<Person, 'surnameKey' | 'name'>): string {
  return surnameKey ?? surnameKeyOf(name);
}
