import type { MigrationPlan } from '../../schema/types';

/**
 * A person's number says who vouches for it. Until now it was verified or not: one that was not, of somebody with a
 * login, had been typed; of somebody without, an office had entered it.
 */
export const phoneSources: MigrationPlan = {
  to: 2,
  migrate({ phoneVerified, ...person }) {
    const unproved = person['reachable'] === true ? 'typed' : 'office';
    return { ...person, phoneSource: phoneVerified === true ? 'wechat' : unproved, phoneOwner: 'self' };
  },
};
