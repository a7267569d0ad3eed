import type { Activity, Attendance } from '../../../cloudfunctions/core/activity/activity';
import { attendancePosting, pointsFor } from '../../../cloudfunctions/core/activity/rules/points';
import { signatureCase } from '../../../cloudfunctions/core/activity/sign-store';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import { derivedId, timeKey } from '../../../cloudfunctions/core/platform/ids';
import { wallClock } from '../../../cloudfunctions/core/time/shanghai';
import type { ActivityKind, AttendanceState } from '../../../miniprogram/contracts/activity';
import { SeededRandom } from '../random';
import type { DemoPerson } from '../people/people-builder';
import { halfYearDays, type NounGenerator } from './generator';
import { withStream, type SimulationContext } from './simulation-context';
import { after, dayMs, hourMs, saturdayFrom } from './time';

interface ActivityTemplate {
  readonly kind: ActivityKind;
  readonly titles: readonly string[];
  readonly placeName: string;
  readonly hour: number;
}

const meeting: ActivityTemplate = {
  kind: 'meeting',
  titles: ['支部党员大会', '支委扩大会', '组织生活会'],
  placeName: '村委会二楼会议室',
  hour: 9,
};
const lecture: ActivityTemplate = {
  kind: 'lecture',
  titles: ['上党课', '学条例', '讲村史'],
  placeName: '党群活动室',
  hour: 15,
};
const volunteering: ActivityTemplate = {
  kind: 'volunteering',
  titles: ['清扫村口大街', '慰问行动不便的党员', '修整文化广场'],
  placeName: '文化广场',
  hour: 8,
};
const partyDay: ActivityTemplate = { kind: 'party-day', titles: ['主题党日'], placeName: '党群活动室', hour: 9 };

/** What the branch does on a Saturday; a month's last is the party day (S3-10). */
function templateOn(saturday: Date): ActivityTemplate {
  const { day } = wallClock(saturday);
  if (wallClock(after(saturday, 7 * dayMs)).day < day) return partyDay;
  return [meeting, lecture, volunteering][Math.floor((day - 1) / 7) % 3] ?? meeting;
}

/** S3-13: who cannot walk is visited; they are expected nowhere without leave. */
function stateOf({ memberClass, personId }: DemoPerson, random: SeededRandom): AttendanceState {
  if (memberClass === 'special')
    return random.pickWeighted([
      ['present', 25],
      ['excused', 70],
      ['absent', 5],
    ] as const);
  const diligence = new SeededRandom(`${personId}/diligence`).integer(70, 97);
  return random.pickWeighted([
    ['present', diligence],
    ['excused', 6],
    ['absent', Math.max(1, 94 - diligence)],
  ] as const);
}

function attendanceOf(context: SimulationContext, closed: boolean): Attendance[] {
  const { all: people } = context.community.people;
  const young = people.filter(({ memberClass }) => memberClass === 'young');
  const organiser = context.random.pick(young);
  return people.flatMap((person): Attendance[] => {
    const { personId, name, openid, memberClass } = person;
    if (memberClass === undefined) return [];
    const role = personId === organiser.personId ? 'organiser' : personId === organiser.mentorId ? 'guide' : null;
    const came = role === null ? stateOf(person, context.random) : 'present';
    const state = closed || came === 'excused' ? came : 'expected';
    return [{ personId, name, openid: openid ?? null, memberClass, state, role, points: null }];
  });
}

/** The branch closes an activity within so many days: last Saturday's is still open. */
const closingDelayMs = 3 * dayMs;

/** Another of the committee, who signs what the secretary closes. */
function secondPerson({ community }: SimulationContext, exceptId: string): { personId: string; name: string } {
  const { all: people } = community.people;
  const found = people.find(({ memberClass, personId }) => memberClass === 'committee' && personId !== exceptId);
  if (found === undefined) throw new Error(`${community.document._id} has nobody to sign`);
  return { personId: found.personId, name: found.name };
}

interface SimulatedActivity {
  readonly activity: Activity;
  readonly postings: Posting[];
}

/** One Saturday's activity, closed three hours after its start; the newest ones are still open. */
function simulateActivity(context: SimulationContext, saturday: Date, key: string): SimulatedActivity {
  const { community, random, now } = context;
  const { _id: communityId, branchName, policy, secretary } = community.document;
  if (secretary === undefined || policy.activity.attendance === undefined)
    throw new Error(`${communityId} keeps no attendance`);
  const { kind, titles, placeName, hour } = templateOn(saturday);
  const startsAt = after(saturday, (hour - 9) * hourMs);
  const closedAt = after(startsAt, 3 * hourMs);
  const closed = closedAt.getTime() + closingDelayMs < now.getTime();
  const _id = derivedId('a', communityId, key);
  const activity: Activity = {
    _id,
    communityId,
    branchId: branchIdOf(communityId),
    branchName,
    title: random.pick(titles),
    kind,
    startsAt,
    startKey: timeKey(startsAt, _id),
    placeName,
    state: 'open',
    people: attendanceOf(context, closed),
    rules: policy.activity.attendance,
    createdBy: { personId: secretary.personId, name: secretary.name },
    createdAt: after(startsAt, -5 * dayMs),
    pairCap: policy.activity.pairCap,
    closing: null,
    signature: null,
    returned: null,
    closedAt: null,
    version: 1,
    requests: [],
  };
  return closed ? closeActivity(context, activity, closedAt) : { activity, postings: [] };
}

/** The secretary closes the roll, another of the committee signs it, and everybody gets what they earned. */
function closeActivity(context: SimulationContext, activity: Activity, closedAt: Date): SimulatedActivity {
  const { createdBy } = activity;
  const closing = { ...createdBy, at: closedAt };
  const signature = { ...secondPerson(context, createdBy.personId), at: closedAt };
  context.pairs.add(signatureCase({ ...activity, closing }, signature), true);
  const people = activity.people.map((person) => ({
    ...person,
    points: pointsFor(person, activity.rules)?.points ?? null,
  }));
  const postings = people.flatMap((person) => attendancePosting(activity, person, closedAt) ?? []);
  return {
    activity: { ...activity, people, state: 'closed', closing, signature, closedAt, version: 3 },
    postings,
  };
}

/** A branch's Saturdays; of the last half-year the newest still lies ahead, and who cannot come has said so. */
export const activityGenerator: NounGenerator<Activity> = {
  generate(community, halfYear) {
    const context = withStream(community, `activities/${halfYear}`);
    const kept = context.community.document.policy.activity.attendance !== undefined;
    const first = saturdayFrom(after(context.now, -halfYearDays * (halfYear + 1) * dayMs));
    const weeks = halfYearDays / 7 + (halfYear === 0 ? 1 : 0);
    const activities = Array.from({ length: kept ? weeks : 0 }, (_, week) =>
      simulateActivity(context, after(first, week * 7 * dayMs), `${halfYear}:${week}`),
    );
    return {
      documents: activities.map(({ activity }) => activity),
      postings: activities.flatMap(({ postings }) => postings),
      deliveries: [],
    };
  },
};
