import { people, type Person, type PersonKind } from '../person/person';
import { branchOfPerson } from '../place/branch';
import type { Database, Where } from '../platform/database';
import type { ReviewedBranch } from './branches';

const peopleAtOnce = 99;
/** Members of the branch, and those who reported here from their work (S2-20). */
const reviewedKinds: readonly PersonKind[] = ['branchMember', 'serviceMember'];

/** Whether somebody has months at all; of others their branch has nothing to read. */
export function isReviewed({ kinds }: Pick<Person, 'kinds'>): boolean {
  return reviewedKinds.some((kind) => kinds.includes(kind));
}

/** Who belongs to a branch now. One read for 99 people of each kind. */
export async function readReviewed(
  database: Database,
  { branchId, communityId }: ReviewedBranch,
): Promise<readonly Person[]> {
  const found = new Map<string, Person>();
  const pools: readonly Where[] = [
    ...reviewedKinds.map((kinds) => ({ branchId, kinds })),
    { communityId, kinds: 'serviceMember' },
  ];
  for (const where of pools) for (const person of await readAll(database, where)) found.set(person._id, person);
  return [...found.values()].filter((person) => branchOfPerson(person) === branchId);
}

async function readAll(database: Database, where: Where): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (;;) {
    const page = await database.find(people, {
      where: { ...where, _id: { gt: found.at(-1)?._id ?? '' } },
      sort: { _id: 'asc' },
      limit: peopleAtOnce,
    });
    found.push(...page);
    if (page.length < peopleAtOnce) return found;
  }
}
