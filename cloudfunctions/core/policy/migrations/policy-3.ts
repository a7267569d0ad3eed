import type { MigrationPlan } from '../../schema/types';
import { withOrderWaits } from './order-waits';

/** Each version of a policy says how long every wait of an order may last, and what is promised of emergencies. */
export const versionWithOrderWaits: MigrationPlan = {
  to: 3,
  migrate: (version) => ({ ...version, policy: withOrderWaits(version['policy']) }),
};
