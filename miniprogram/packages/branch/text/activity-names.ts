import type { ActivityKind, AttendanceState } from '../../../contracts/activity';
import { joinParts } from '../../../text/join';

const kinds: Record<ActivityKind, string> = {
  meeting: '支部大会',
  'party-day': '主题党日',
  lecture: '上党课',
  volunteering: '志愿服务',
};

export function activityKindName(kind: ActivityKind): string {
  return kinds[kind];
}

const states: Record<AttendanceState, string> = {
  expected: '没点到',
  present: '到会',
  excused: '请了假',
  absent: '缺席',
};

export function attendanceName(state: AttendanceState): string {
  return states[state];
}

/** On a card: what became of the reader, or what is waited for. */
export function ownAttendance(state: AttendanceState): string {
  return `我${states[state]}`;
}

export const calledOffTag = '取消了';
export const closedTag = '签过字了';
export const waitingTag = '等点到';
export const historyTag = '以前的';
export const signingTag = '等签字';

export function expectedLine(expected: number): string {
  return `该到 ${expected} 人`;
}

/** While the roll is called. */
export function rollLine(expected: number, present: number): string {
  return joinParts(expectedLine(expected), `已到 ${present} 人`);
}

/** How many came to an activity of before; '' where no list said it. */
export function historyLine(present: number, isCounted: boolean): string {
  return isCounted ? `到会 ${present} 人` : '';
}

export function closedLine(present: number, excused: number): string {
  return `到会 ${present} 人\u00a0· 请假 ${excused} 人`;
}
