import { signCode, signWindowAt } from '../../miniprogram/contracts/sign-code';
import { attendances, type Attendance } from '../../cloudfunctions/core/activity/attendance';
import type { Person } from '../../cloudfunctions/core/person/person';
import { couriersBranch } from '../support/community';
import type { Scenario, Steps } from './scenario';

/** A meeting of the branch, of which members may sign in by a code. */
async function planned({ act }: Steps): Promise<string> {
  await act('o_secretary', 'branch.savePolicy', { signInByCode: true });
  const startsAt = '2026-11-22T09:00:00+08:00';
  const plan = { title: '主题党日', kind: 'party-day', startsAt, placeName: '活动室' } as const;
  return (await act('o_secretary', 'activity.create', plan)).activityId;
}

/** Somebody of this branch walked in at the couriers'. */
async function walkedIn(steps: Steps): Promise<string> {
  const activityId = await planned(steps);
  await steps.cloud.change('activities', activityId, { branchId: couriersBranch._id, branchName: couriersBranch.name });
  const { database } = await steps.cloud.services();
  const line = steps.cloud.storedOne<Attendance>('attendances', `${activityId}:p_young`);
  const walkIn = { branchId: 'branch:qinghe', branchName: '清河社区党支部', state: 'asked', decided: null } as const;
  await database.updateWhere(attendances, { _id: line._id }, { set: { state: 'present', walkIn } });
  return activityId;
}

/** Signing in by code, and whoever walked in elsewhere. */
export const signInScenarios: readonly Scenario[] = [
  {
    name: 'activity.openCode',
    openid: 'o_secretary',
    prepare: async (steps) => ({ activityId: await planned(steps) }),
  },
  {
    name: 'activity.signIn',
    openid: 'o_young',
    async prepare(steps) {
      const activityId = await planned(steps);
      const { secret, now } = await steps.act('o_secretary', 'activity.openCode', { activityId });
      const window = signWindowAt(new Date(now).getTime());
      return { activityId, window, code: signCode(secret, activityId, window) };
    },
  },
  {
    name: 'activity.addWalkIn',
    openid: 'o_secretary',
    async prepare(steps) {
      const branch = { branchId: couriersBranch._id, branchName: couriersBranch.name, kinds: ['branchMember'] };
      await steps.cloud.change('people', 'p_courier', branch);
      const { name } = steps.cloud.storedOne<Person>('people', 'p_courier');
      return { activityId: await planned(steps), name };
    },
  },
  {
    name: 'activity.decideWalkIn',
    openid: 'o_committee',
    prepare: async (steps) => ({ activityId: await walkedIn(steps), personId: 'p_young', agree: true }),
  },
];
