import type { MigrationPlan } from '../../schema/types';
import { employerIdOf } from '../employer-id';

const members: ReadonlySet<unknown> = new Set(['serviceMember', 'branchMember']);

/** A member names where they work as an employer of the community, not as words alone. */
export const memberEmployer: MigrationPlan = {
  to: 4,
  migrate(person) {
    const kinds: readonly unknown[] = Array.isArray(person['kinds']) ? person['kinds'] : [];
    const { employer } = person;
    if (typeof employer !== 'string' || employer === '' || !kinds.some((kind) => members.has(kind))) return person;
    return { ...person, employerId: employerIdOf(String(person['communityId']), employer) };
  },
};
