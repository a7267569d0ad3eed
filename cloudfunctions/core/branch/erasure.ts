import { people } from '../person/person';
import type { Database } from '../platform/database';
import { branches } from './branch';
import { transfers, type Transfer } from './transfer';

/** The most that one query gives (platform/database.ts). */
const atOnce = 99;

/**
 * Takes somebody's name and what was said of them out of how they went from branch to branch and from class to class,
 * and their name out of what they decided about others. It may be repeated. Five reads, a write for each.
 */
export async function blankBranches(
  database: Database,
  { personId, communityId }: { readonly personId: string; readonly communityId: string },
): Promise<void> {
  await database.updateWhere(transfers, { personId }, { set: { name: '', reason: '' } });
  await database.updateWhere(
    people,
    { _id: personId, 'memberships.at': { gt: new Date(0) } },
    { set: { memberships: [] } },
  );
  const known = await database.find(branches, { where: { communityId }, sort: { _id: 'asc' }, limit: atOnce });
  const ids = known.map(({ _id }) => _id);
  for (const hand of ['proposed.personId', 'decided.personId'] as const) {
    const where = { 'from.branchId': { oneOf: ids }, [hand]: personId };
    for (const one of await database.find(transfers, { where, limit: atOnce }))
      await database.updateWhere(transfers, { _id: one._id }, { set: withoutHand(one, personId) });
  }
  const where = { branchId: { oneOf: ids }, 'memberships.personId': personId };
  for (const { _id, memberships = [] } of await database.find(people, { where, limit: atOnce })) {
    const blank = memberships.map((one) => (one.personId === personId ? { ...one, name: '' } : one));
    await database.updateWhere(people, { _id }, { set: { memberships: blank } });
  }
}

function withoutHand(
  { proposed, decided, acts }: Transfer,
  personId: string,
): Partial<Pick<Transfer, 'proposed' | 'decided' | 'acts'>> {
  return {
    proposed: proposed.personId === personId ? { ...proposed, name: '' } : proposed,
    decided: decided?.personId === personId ? { ...decided, name: '' } : decided,
    ...(acts && { acts: acts.map((act) => (act.personId === personId ? { ...act, name: '' } : act)) }),
  };
}
