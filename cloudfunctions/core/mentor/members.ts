import { people, type Person } from '../person/person';
import type { Database } from '../platform/database';

/**
 * A branch has at most 50 full members (《中国共产党支部工作条例(试行)》第五条, 2018), beside whom some are on probation.
 */
const membersAtMost = 99;

/** The members of a branch. */
export async function readMembers(database: Database, branchId: string): Promise<readonly Person[]> {
  const found = await database.find(people, {
    where: { branchId, kinds: 'branchMember' },
    limit: membersAtMost,
  });
  return found.sort((one, other) => (one._id < other._id ? -1 : 1));
}
