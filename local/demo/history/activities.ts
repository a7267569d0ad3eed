import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import { attendanceId, type Attendance, type Mark } from '../../../cloudfunctions/core/activity/attendance';
import { countsOf } from '../../../cloudfunctions/core/activity/settling/fix-roll';
import { attendancePosting } from '../../../cloudfunctions/core/activity/rules/points';
import { signatureCase } from '../../../cloudfunctions/core/activity/sign-store';
import { marksOf, namesakesOf } from '../../../cloudfunctions/core/person/rules/namesakes';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import { derivedId, timeKey } from '../../../cloudfunctions/core/platform/ids';
import { wallClock } from '../../../cloudfunctions/core/time/shanghai';
import type { ActivityKind, AttendanceState } from '../../../miniprogram/contracts/activity';
import { SeededRandom } from '../random';
import type { DemoPerson } from '../people/people-builder';
import { halfYearDays, type Generated } from './generator';
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

/** Somebody's line before it is known of which activity. */
type Line = Pick<Attendance, 'personId' | 'name' | 'apart' | 'memberClass' | 'role' | 'state'>;

/** Who was expected and what became of them; those who lead come first. */
function linesOf(context: SimulationContext, closed: boolean): readonly Line[] {
  const { all: people } = context.community.people;
  const young = people.filter(({ memberClass }) => memberClass === 'young');
  const organiser = context.random.pick(young);
  const repeated = namesakesOf(people.filter(({ memberClass }) => memberClass !== undefined));
  const lines = people.flatMap((person): Line[] => {
    const { personId, name, memberClass } = person;
    if (memberClass === undefined) return [];
    const role = personId === organiser.personId ? 'organiser' : personId === organiser.mentorId ? 'guide' : null;
    const came = role === null ? stateOf(person, context.random) : 'present';
    const state = closed || came === 'excused' ? came : 'expected';
    const apart = repeated.has(personId) && { apart: marksOf({ phone: person.phone }) };
    return [{ personId, name, ...apart, memberClass, role, state }];
  });
  const leads = ({ role }: Line) => (role === null ? 1 : 0);
  return [...lines].sort((one, other) => leads(one) - leads(other));
}

/** The secretary marks the roll by hand. */
function rollOf(activity: Activity, lines: readonly Line[]): readonly Attendance[] {
  const { _id: activityId, communityId, startKey, startsAt, call, createdBy } = activity;
  const mark: Mark = { ...createdBy, hat: 'secretary', at: after(startsAt, 0.2 * hourMs), way: 'hand' };
  return lines.map((line, order) => ({
    _id: attendanceId(activityId, line.personId),
    communityId,
    activityId,
    startKey,
    order,
    ...line,
    call,
    mark: line.state === 'expected' ? null : mark,
  }));
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
  readonly roll: readonly Attendance[];
  readonly postings: readonly Posting[];
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
  const lines = linesOf(context, closed);
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
    counts: { expected: lines.length, present: 0, excused: 0 },
    leaders: leadersIn(lines),
    call: closed ? 2 : 1,
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
  const roll = rollOf(activity, lines);
  return closed ? closeActivity(context, { activity, roll }, closedAt) : { activity, roll, postings: [] };
}

function leadersIn(lines: readonly Line[]): Activity['leaders'] {
  const organiserId = lines.find(({ role }) => role === 'organiser')?.personId;
  const guideId = lines.find(({ role }) => role === 'guide')?.personId;
  return { ...(organiserId !== undefined && { organiserId }), ...(guideId !== undefined && { guideId }) };
}

/** The secretary closes the roll, another of the committee signs it, and everybody gets what they earned. */
function closeActivity(
  context: SimulationContext,
  { activity, roll }: Omit<SimulatedActivity, 'postings'>,
  closedAt: Date,
): SimulatedActivity {
  const { createdBy } = activity;
  const closing = { ...createdBy, at: closedAt };
  const signature = { ...secondPerson(context, createdBy.personId), at: closedAt };
  context.pairs.add(signatureCase({ ...activity, closing }, signature), true);
  const signed = { closing, signature, closedAt, version: 3, counts: countsOf(roll) };
  return {
    activity: { ...activity, state: 'closed', ...signed },
    roll,
    postings: roll.flatMap((person) => attendancePosting(activity, person, closedAt) ?? []),
  };
}

/** A branch's Saturdays; of the last half-year the newest still lies ahead, and who cannot come has said so. */
export const activityGenerator = {
  generate(
    community: SimulationContext,
    halfYear: number,
  ): Generated<Activity> & { readonly attendances: readonly Attendance[] } {
    const context = withStream(community, `activities/${halfYear}`);
    const kept = context.community.document.policy.activity.attendance !== undefined;
    const first = saturdayFrom(after(context.now, -halfYearDays * (halfYear + 1) * dayMs));
    const weeks = halfYearDays / 7 + (halfYear === 0 ? 1 : 0);
    const activities = Array.from({ length: kept ? weeks : 0 }, (_, week) =>
      simulateActivity(context, after(first, week * 7 * dayMs), `${halfYear}:${week}`),
    );
    return {
      documents: activities.map(({ activity }) => activity),
      attendances: activities.flatMap(({ roll }) => roll),
      postings: activities.flatMap(({ postings }) => postings),
      deliveries: [],
    };
  },
};
