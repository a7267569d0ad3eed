import type { MigrationPlan } from '../../schema/types';
import { withPairCaps } from '../../policy/migrations/pair-caps';

/** A community's policy caps how often one person earns by another's word in a month. */
export const policyWithPairCaps: MigrationPlan = {
  to: 3,
  migrate: (community) => ({ ...community, policy: withPairCaps(community['policy']) }),
};
