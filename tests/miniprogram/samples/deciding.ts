import type { Output } from '../../../miniprogram/contracts/api';
import type { AttendanceStandard, PolicySettingView } from '../../../miniprogram/contracts/policy';
import type { TeamView } from '../../../miniprogram/contracts/team';

const standard = { present: 3, absent: -2, organised: 6, guided: 3 };
export const standards: readonly AttendanceStandard[] = [
  { memberClass: 'committee', ...standard, absent: -4, guided: 6 },
  { memberClass: 'young', ...standard },
  { memberClass: 'senior', ...standard, absent: -1 },
  { memberClass: 'special', ...standard, absent: 0 },
];
const attendance = {
  setting: 'activity.attendance',
  standard: standards,
  range: { min: 0, max: 100, isWhole: true },
} as const;

/** A branch that keeps no book of attendance. */
export const noAttendance: PolicySettingView = { ...attendance, value: [] };

export const policy: Output<'policy.get'> = {
  settings: [
    { setting: 'order.silenceDays', value: 10, standard: 7, range: { min: 1, max: 60, isWhole: true } },
    { setting: 'order.escalateAfterHours', value: [0, 4, 8], standard: [0, 4, 8], range: { min: 0, max: 240 } },
    {
      setting: 'place.levels',
      value: ['gridWorker'],
      standard: ['gridWorker'],
      range: { options: ['gridWorker', 'laneChief'] },
    },
    { ...attendance, value: standards.map((one) => (one.memberClass === 'young' ? { ...one, present: 4 } : one)) },
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
    {
      setting: 'activity.attendance',
      from: standards,
      to: standards.map((one) => (one.memberClass === 'young' ? { ...one, present: 4 } : one)),
      at: '2026-11-19T02:00:00.000Z',
      name: '秦书记',
      reason: '年轻人多来',
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
