import { people, type Person } from '../person/person';
import type { Transaction } from '../platform/database';

/** Whoever was guided by somebody who leaves the branch is guided by nobody. A read and a write for each. */
export async function releaseApprentices(transaction: Transaction, { _id, apprenticeIds = [] }: Person): Promise<void> {
  for (const apprenticeId of apprenticeIds) {
    const apprentice = await transaction.get(people, apprenticeId);
    if (apprentice?.mentorId === _id) await transaction.update(people, apprenticeId, { unset: ['mentorId'] });
  }
}
