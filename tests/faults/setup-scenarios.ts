import { hashOfCode } from '../../cloudfunctions/core/setup/setup-code';
import { samples } from '../support/samples';
import type { Scenario } from './scenario';

/** Writes about a community that is being set up. */
export const setupScenarios: readonly Scenario[] = [
  {
    name: 'setup.claim',
    openid: 'o_first',
    prepare: async ({ cloud }) => {
      const expiresAt = new Date('2026-11-24T10:00:00+08:00');
      cloud.database.load('setupCodes', [{ _id: 'setup', hash: hashOfCode('7K3MQ2XA9DFT'), expiresAt, used: null }]);
      return samples['setup.claim'];
    },
  },
  { name: 'setup.changeOffice', openid: 'o_secretary', prepare: async () => samples['setup.changeOffice'] },
];
