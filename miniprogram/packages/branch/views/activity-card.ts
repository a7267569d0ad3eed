import type { ActivitySummary, AttendanceState } from '../../../contracts/activity';
import {
  activityKindName,
  calledOffTag,
  closedLine,
  closedTag,
  expectedLine,
  historyLine,
  historyTag,
  ownAttendance,
  signingTag,
  waitingTag,
} from '../text/activity-names';
import { fullDay, weekdayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';

/** An activity in a list, and at the head of its own page. */
export interface ActivityCard {
  readonly activityId: string;
  readonly title: string;
  readonly line: string;
  readonly tag: string;
  readonly tone: 'plain' | 'gold' | 'good' | 'warning';
  readonly attendance: string;
}

export const noActivity: ActivityCard = { activityId: '', title: '', line: '', tag: '', tone: 'plain', attendance: '' };

type Tag = Pick<ActivityCard, 'tag' | 'tone'>;

const ownTones: Record<AttendanceState, ActivityCard['tone']> = {
  expected: 'gold',
  present: 'good',
  excused: 'plain',
  absent: 'warning',
};

const closedTagOf = ({ mine }: ActivitySummary): Tag =>
  mine === undefined ? { tag: closedTag, tone: 'plain' } : { tag: ownAttendance(mine), tone: ownTones[mine] };

const signingTagOf: Tag = { tag: signingTag, tone: 'warning' };

/** Once it has begun its account is wanted. */
const openTagOf = ({ kind, startsAt }: ActivitySummary, nowMs: number): Tag =>
  Date.parse(startsAt) <= nowMs ? { tag: waitingTag, tone: 'warning' } : { tag: activityKindName(kind), tone: 'gold' };

export function activityCard(view: ActivitySummary, nowMs: number): ActivityCard {
  const { activityId, title, expected, present, excused } = view;
  if (view.history) return historyCard(view, view.history === 'counted');
  if (view.state === 'calledOff') return calledOffCard(view);
  const isClosed = view.state !== 'open';
  return {
    activityId,
    title,
    line: joinParts(weekdayTime(view.startsAt), view.placeName),
    attendance: isClosed ? closedLine(present, excused) : expectedLine(expected),
    ...(view.state === 'signing' ? signingTagOf : isClosed ? closedTagOf(view) : openTagOf(view, nowMs)),
  };
}

function calledOffCard({ activityId, title, startsAt, placeName }: ActivitySummary): ActivityCard {
  const line = joinParts(weekdayTime(startsAt), placeName);
  return { activityId, title, line, tag: calledOffTag, tone: 'plain', attendance: '' };
}

/** Of an activity of before only the day is known, and how many came. */
function historyCard({ activityId, title, startsAt, present }: ActivitySummary, isCounted: boolean): ActivityCard {
  const attendance = historyLine(present, isCounted);
  return { activityId, title, line: fullDay(startsAt), tag: historyTag, tone: 'plain', attendance };
}
