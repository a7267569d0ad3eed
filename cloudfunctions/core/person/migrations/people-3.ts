import type { MigrationPlan } from '../../schema/types';

const members: ReadonlySet<unknown> = new Set(['serviceMember', 'branchMember']);

/** A member belongs to the branch that keeps their books: the one of their community. */
export const memberBranch: MigrationPlan = {
  to: 3,
  migrate(person) {
    const kinds: readonly unknown[] = Array.isArray(person['kinds']) ? person['kinds'] : [];
    return kinds.some((kind) => members.has(kind))
      ? { ...person, branchId: `branch:${String(person['communityId'])}` }
      : person;
  },
};
