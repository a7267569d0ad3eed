import type { Activity, Attendance } from '../../../cloudfunctions/core/activity/activity';
import { attendancePosting, pointsFor } from '../../../cloudfunctions/core/activity/rules/points';
import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import { derivedId, timeKey } from '../../../cloudfunctions/core/platform/ids';
import { wallClock } from '../../../cloudfunctions/core/time/shanghai';
import type { ActivityKind, AttendanceState } from '../../../miniprogram/contracts/activity';
import { Chance } from '../chance';
import type { Somebody } from '../people/crowd';
import { eraDays } from './orders';
import type { Stage } from './stage';
import { after, dayMs, hourMs, saturdayFrom } from './time';

interface Occasion {
  readonly kind: ActivityKind;
  readonly titles: readonly string[];
  readonly placeName: string;
  readonly hour: number;
}

const meeting: Occasion = {
  kind: 'meeting',
  titles: ['支部党员大会', '支委扩大会', '组织生活会'],
  placeName: '村委会二楼会议室',
  hour: 9,
};
const lecture: Occasion = {
  kind: 'lecture',
  titles: ['上党课', '学条例', '讲村史'],
  placeName: '党群活动室',
  hour: 15,
};
const volunteering: Occasion = {
  kind: 'volunteering',
  titles: ['清扫村口大街', '慰问行动不便的党员', '修整文化广场'],
  placeName: '文化广场',
  hour: 8,
};
const partyDay: Occasion = { kind: 'party-day', titles: ['主题党日'], placeName: '党群活动室', hour: 9 };

/** What the branch does on a Saturday; a month's last is the party day (S3-10). */
function occasionOn(saturday: Date): Occasion {
  const { day } = wallClock(saturday);
  if (wallClock(after(saturday, 7 * dayMs)).day < day) return partyDay;
  return [meeting, lecture, volunteering][Math.floor((day - 1) / 7) % 3] ?? meeting;
}

/** S3-13: who cannot walk is visited; they are expected nowhere without leave. */
function stateOf({ memberClass, personId }: Somebody, chance: Chance): AttendanceState {
  if (memberClass === 'special')
    return chance.weighted([
      ['present', 25],
      ['excused', 70],
      ['absent', 5],
    ] as const);
  const diligence = new Chance(`${personId}/diligence`).between(70, 97);
  return chance.weighted([
    ['present', diligence],
    ['excused', 6],
    ['absent', Math.max(1, 94 - diligence)],
  ] as const);
}

function attend(stage: Stage, closed: boolean): Attendance[] {
  const { people } = stage.neighbourhood.crowd;
  const young = people.filter(({ memberClass }) => memberClass === 'young');
  const organiser = stage.chance.one(young);
  return people.flatMap((somebody): Attendance[] => {
    const { personId, name, openid, memberClass } = somebody;
    if (memberClass === undefined) return [];
    const role = personId === organiser.personId ? 'organiser' : personId === organiser.mentorId ? 'guide' : null;
    const came = role === null ? stateOf(somebody, stage.chance) : 'present';
    const state = closed || came === 'excused' ? came : 'expected';
    return [{ personId, name, openid: openid ?? null, memberClass, state, role, points: null }];
  });
}

/** The branch makes the account within so many days: what it did last Saturday still waits for it. */
const accountMs = 3 * dayMs;

/** One Saturday's activity, closed three hours after its start; the newest ones are still open. */
function hold(stage: Stage, saturday: Date, key: string): { activity: Activity; postings: Posting[] } {
  const { neighbourhood, chance, now } = stage;
  const { _id: communityId, branchName, policy, secretary } = neighbourhood.community;
  if (secretary === undefined || policy.attendance === undefined) throw new Error(`${communityId} keeps no such books`);
  const { kind, titles, placeName, hour } = occasionOn(saturday);
  const startsAt = after(saturday, (hour - 9) * hourMs);
  const closedAt = after(startsAt, 3 * hourMs);
  const closed = closedAt.getTime() + accountMs < now.getTime();
  const _id = derivedId('a', communityId, key);
  const activity: Activity = {
    _id,
    communityId,
    branchName,
    title: chance.one(titles),
    kind,
    startsAt,
    startKey: timeKey(startsAt, _id),
    placeName,
    state: 'open',
    people: attend(stage, closed),
    rules: policy.attendance,
    createdBy: { personId: secretary.personId, name: secretary.name },
    createdAt: after(startsAt, -5 * dayMs),
    closedAt: null,
    version: 1,
    requests: [],
  };
  if (!closed) return { activity, postings: [] };
  const people = activity.people.map((person) => ({
    ...person,
    points: pointsFor(person, activity.rules)?.points ?? null,
  }));
  const postings = people.flatMap((person) => attendancePosting(activity, person, closedAt) ?? []);
  return { activity: { ...activity, people, state: 'closed', closedAt, version: 2 }, postings };
}

/** A branch's Saturdays of half a year; of era 0 the last one still lies ahead, and who cannot come has said so. */
export function tellActivities(stage: Stage, era: number): { activities: Activity[]; postings: Posting[] } {
  if (stage.neighbourhood.community.policy.attendance === undefined) return { activities: [], postings: [] };
  const end = after(stage.now, -eraDays * era * dayMs);
  const first = saturdayFrom(after(end, -eraDays * dayMs));
  const weeks = eraDays / 7 + (era === 0 ? 1 : 0);
  const held = Array.from({ length: weeks }, (_, week) =>
    hold(stage, after(first, week * 7 * dayMs), `${era}:${week}`),
  );
  return { activities: held.map(({ activity }) => activity), postings: held.flatMap(({ postings }) => postings) };
}
