import type { Activity } from '../../../../cloudfunctions/core/activity/activity';
import type { Attendance } from '../../../../cloudfunctions/core/activity/attendance';
import { attendancePosting, pointsFor } from '../../../../cloudfunctions/core/activity/rules/points';
import { standardRules } from '../../../../cloudfunctions/core/activity/rules/attendance-rules';

type Line = Pick<Attendance, 'personId' | 'name' | 'memberClass' | 'state' | 'role' | 'call' | 'walkIn'>;
const one = (more: Partial<Line>): Line => ({
  personId: 'p1',
  name: '李建国',
  memberClass: 'young',
  state: 'present',
  role: null,
  call: 1,
  ...more,
});
const points = (more: Partial<Line>) => pointsFor(one(more), standardRules)?.points ?? null;

test.each<[string, Partial<Line>, number | null]>([
  ['S3-03 present', {}, 3],
  ['S3-04 absent', { state: 'absent' }, -2],
  ['S3-04 expected and never marked is absent', { state: 'expected' }, -2],
  ['S3-04 excused', { state: 'excused' }, null],
  ['S3-07 a committee member has more to lose', { memberClass: 'committee', state: 'absent' }, -4],
  ['S3-13 a special member is not deducted', { memberClass: 'special', state: 'absent' }, null],
  ['S3-09 organised on stage', { role: 'organiser' }, 6],
  ['S3-09 guided behind it', { memberClass: 'committee', role: 'guide' }, 6],
  ['an organiser who did not come organised nothing', { role: 'organiser', state: 'absent' }, -2],
])('%s', (_what, more, expected) => {
  expect(points(more)).toBe(expected);
});

const activity: Activity = {
  _id: 'a1',
  communityId: 'xbc',
  branchName: '西堡村党支部',
  title: '主题党日',
  kind: 'party-day',
  startsAt: new Date(0),
  startKey: 'k',
  placeName: '党群服务中心',
  state: 'open',
  counts: { expected: 0, present: 0, excused: 0 },
  leaders: {},
  call: 1,
  rules: standardRules,
  createdBy: { personId: 's', name: '书记' },
  createdAt: new Date(0),
  pairCap: 8,
  closing: null,
  signature: null,
  returned: null,
  branchId: 'branch:cqt',
  closedAt: null,
  version: 1,
  requests: [],
};

test('the posting names its rule and has the key of activity and person', () => {
  expect(attendancePosting(activity, one({ state: 'absent' }), new Date(1))).toMatchObject({
    postingKey: 'activity:a1:p1',
    unit: 'organization',
    cause: 'absent',
    points: -2,
    countDelta: 0,
    rule: { id: 'attendance-young', version: 1 },
    sourceId: 'a1',
  });
  expect(attendancePosting(activity, one({}), new Date(1))).toMatchObject({ countDelta: 1, points: 3 });
});

test('a line behind the fixed roll earns nothing, and a late word is recorded when it was said', () => {
  const closedAt = new Date('2026-11-23T10:00:00+08:00');
  const decided = (at: string) => ({
    ...{ branchId: 'b2', branchName: '快递党支部', state: 'agreed' as const },
    decided: { personId: 'p9', name: '', hat: 'secretary' as const, at: new Date(at) },
  });
  const posted = (more: Partial<Line>) =>
    attendancePosting({ ...activity, call: 2 }, one({ call: 2, ...more }), closedAt);
  expect(posted({ call: 1 })).toBeNull();
  expect(posted({})?.at).toEqual(closedAt);
  expect(posted({ walkIn: decided('2026-11-23T09:00:00+08:00') })?.at).toEqual(closedAt);
  expect(posted({ walkIn: decided('2026-11-25T09:00:00+08:00') })?.at).toEqual(new Date('2026-11-25T09:00:00+08:00'));
});
