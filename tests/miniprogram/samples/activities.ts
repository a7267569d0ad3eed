import type { ActivitySummary, ActivityView, WalkInView } from '../../../miniprogram/contracts/activity';

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
  signInByCode: true,
  mayShowCode: true,
  mayAddWalkIn: true,
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

/** A member of the reader's branch who walked in elsewhere. */
const walkInSample: WalkInView = {
  activityId: 'riders',
  title: '骑手安全学习',
  startsAt: '2026-11-28T01:00:00.000Z',
  placeName: '小哥驿站',
  branchName: '快递行业党支部',
  personId: 'hou',
  name: '侯思远',
  state: 'asked',
  mayDecide: true,
};

/** Signing in by code, and whoever walked in elsewhere. */
export const codeReplies = {
  'activity.openCode': {
    ...{ secret: '0001020304050607', from: '2026-11-28T00:00:00.000Z', now: '2026-11-28T01:00:00.000Z' },
  },
  'activity.signIn': {
    ...{ activityId: 'party-day', title: '主题党日', startsAt: '2026-11-28T01:00:00.000Z' },
    ...{ placeName: '党群服务中心', branchName: '常青藤社区党支部' },
  },
  'activity.listWalkIns': { walkIns: [walkInSample] },
  'activity.decideWalkIn': { ...walkInSample, state: 'agreed', mayDecide: false },
} as const;
