import type { PointUnit } from '../../../miniprogram/contracts/passbook';
import { people, type Person, type PersonKind } from '../person/person';
import type { Database, Where } from '../platform/database';
import { bookIdOf, passbooks } from './passbook';

/** The most that one query gives (platform/database.ts). */
const peopleAtOnce = 99;

/** Before an id in a cursor: from here on come those whose book has no line yet. No name begins with it. */
export const unbegunPrefix = '+';

const kindsOf: Readonly<Record<PointUnit, readonly PersonKind[]>> = {
  organization: ['branchMember'],
  service: ['branchMember', 'serviceMember'],
  courtyard: [],
};

interface Asked {
  /** Of which branch, or of which community. */
  readonly where: Where;
  readonly unit: PointUnit;
  /** The id behind which they are read; '' for all. */
  readonly after: string;
}

/**
 * Members who have a book of a unit by what they are, in which nothing was written yet, so that a first line can be.
 * Two reads for 99 people.
 */
export async function readUnbegun(
  database: Database,
  { where, unit, after }: Asked,
): Promise<{ readonly unbegun: readonly Person[]; readonly next?: string }> {
  const kinds = kindsOf[unit];
  if (kinds.length === 0) return { unbegun: [] };
  const page = await database.find(people, {
    where: { ...where, kinds: { oneOf: kinds }, _id: { gt: after } },
    sort: { _id: 'asc' },
    limit: peopleAtOnce,
  });
  if (page.length === 0) return { unbegun: [] };
  const ids = page.map(({ _id }) => bookIdOf(_id, unit));
  const heads = await database.find(passbooks, { where: { _id: { oneOf: ids } }, limit: ids.length });
  const begun = new Set(heads.map(({ personId }) => personId));
  const unbegun = page.filter(({ _id, leftAt }) => !begun.has(_id) && !leftAt);
  const last = page.length === peopleAtOnce ? page.at(-1)?._id : undefined;
  return { unbegun, ...(last !== undefined && { next: `${unbegunPrefix}${last}` }) };
}
