import type { MigrationPlan } from '../../schema/types';
import { withOrderWaits } from '../../policy/migrations/order-waits';

/** A community's policy says how long every wait of an order may last, and what is promised of emergencies. */
export const policyWithOrderWaits: MigrationPlan = {
  to: 4,
  migrate: (community) => ({ ...community, policy: withOrderWaits(community['policy']) }),
};
