import type { Database } from '../platform/database';
import { people, type Person } from './person';

/** What one query returns at most. */
const peopleAtOnce = 99;

/**
 * The members of a branch, by their ids. A branch has at most 50 full members (《中国共产党支部工作条例(试行)》第五条, 2018),
 * beside whom some are on probation; one that is larger is read whole, or to the first page beyond `most`. One read for
 * 99 of them.
 */
export async function readBranchMembers(
  database: Database,
  branchId: string,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (;;) {
    const page = await database.find(people, {
      where: { branchId, kinds: 'branchMember', _id: { gt: found.at(-1)?._id ?? '' } },
      sort: { _id: 'asc' },
      limit: peopleAtOnce,
    });
    found.push(...page);
    if (page.length < peopleAtOnce || found.length > most) return found;
  }
}
