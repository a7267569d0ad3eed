import type { Output } from '../../../miniprogram/contracts/api';
import type { TeamView } from '../../../miniprogram/contracts/team';

export const policy: Output<'policy.get'> = {
  settings: [
    { setting: 'order.silenceDays', value: 10, standard: 7, range: { min: 1, max: 60, isWhole: true } },
    { setting: 'order.escalateAfterHours', value: [0, 4, 8], standard: [0, 4, 8], range: { min: 0, max: 240 } },
    {
      setting: 'order.agencyCategories',
      value: ['birth'],
      standard: ['birth'],
      range: { options: ['birth', 'legal'] },
    },
    { setting: 'access.guardedHats', value: [], standard: ['secretary'], range: { options: ['secretary'] } },
  ],
  changes: [
    {
      setting: 'order.silenceDays',
      from: 7,
      to: 10,
      at: '2026-11-20T02:00:00.000Z',
      name: '秦书记',
      reason: '居民说太短',
    },
  ],
  mine: true,
};

const repair: TeamView = {
  teamId: 'team-repair',
  name: '水电小分队',
  skill: 'repair',
  captain: '田广志',
  captainId: 'tian',
  count: 2,
  memberIds: ['tian', 'sun'],
  version: 3,
};

export const teamList = {
  teams: [repair],
  members: [
    { personId: 'tian', name: '田广志' },
    { personId: 'sun', name: '孙立群' },
  ],
  mine: true,
} as const satisfies Output<'team.list'>;
