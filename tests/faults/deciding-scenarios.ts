import type { Scenario } from './scenario';

/** What a community decides itself. */
export const decidingScenarios: readonly Scenario[] = [
  {
    name: 'policy.change',
    openid: 'o_secretary',
    prepare: async () => ({ policy: { order: { silenceDays: 10 }, access: { guardedHats: [] } }, reason: '七天太短' }),
  },
  {
    name: 'policy.saveCategory',
    openid: 'o_secretary',
    prepare: async () => ({
      category: { name: '学开车', skill: null, kind: 'service', privacy: 'open', checklist: [], emergency: false },
      reason: '有人问',
    }),
  },
  {
    name: 'team.change',
    openid: 'o_secretary',
    prepare: async () => ({
      ...{ teamId: 'team_repair', version: 0, name: '水电小分队', skill: 'device' },
      ...{ captainId: 'p_member', memberIds: ['p_member', 'p_captain'] },
    }),
  },
];
