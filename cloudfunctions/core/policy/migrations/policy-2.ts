import type { MigrationPlan } from '../../schema/types';
import { withPairCaps } from './pair-caps';

/** What held before a community could cap what one pair earns is written into the versions that it decided on. */
export const versionWithPairCaps: MigrationPlan = {
  to: 2,
  migrate: (version) => ({ ...version, policy: withPairCaps(version['policy']) }),
};
