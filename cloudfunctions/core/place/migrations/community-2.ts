import type { MigrationPlan } from '../../schema/types';

/** A community's policy is kept by noun: what is promised about orders, and the standards of organisation life. */
export const policyByNoun: MigrationPlan = {
  to: 2,
  migrate(community) {
    const settings = Object.entries(Object(community['policy']));
    const isAttendance = ([name]: readonly [string, unknown]) => name === 'attendance';
    return {
      ...community,
      policy: {
        order: Object.fromEntries(settings.filter((setting) => !isAttendance(setting))),
        activity: Object.fromEntries(settings.filter(isAttendance)),
      },
    };
  },
};
