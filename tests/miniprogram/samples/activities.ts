import type { ActivitySummary, ActivityView } from '../../../miniprogram/contracts/activity';

export const activities: ActivitySummary[] = [
  {
    activityId: 'party-day',
    title: '十一月主题党日',
    kind: 'party-day',
    startsAt: '2026-11-28T01:00:00.000Z',
    placeName: '党群服务中心',
    state: 'open',
    expected: 31,
    present: 0,
    excused: 0,
    mine: 'expected',
  },
  {
    activityId: 'lecture',
    title: '上党课',
    kind: 'lecture',
    startsAt: '2026-11-14T01:00:00.000Z',
    placeName: '党群服务中心',
    state: 'closed',
    expected: 0,
    present: 28,
    excused: 2,
    mine: 'present',
  },
];
export const openActivity: ActivityView = {
  ...(activities[0] as ActivitySummary),
  version: 4,
  earns: true,
  mayMark: true,
  mayClose: true,
  enteredLate: false,
  maySign: false,
  mayReturn: false,
  mayAskLeave: false,
  mayMove: true,
  marksFrom: '2026-11-14T00:00:00.000Z',
  people: [
    { personId: 'li', name: '李建国', state: 'present', role: 'organiser' },
    { personId: 'sun', name: '孙立群', state: 'excused' },
    { personId: 'ma', name: '马晓雯', state: 'expected' },
  ],
};
