import type { ActivityKind, ActivitySummary, AttendanceState, AttendanceView } from '../contracts/activity';
import { weekdayTime } from './dates';
import type { Choice } from './orders';
import { signed } from './passbook';

const kinds: Record<ActivityKind, string> = { meeting: '支部大会', 'party-day': '主题党日', lecture: '上党课', volunteering: '志愿服务' };
export const activityKindName = (kind: ActivityKind): string => kinds[kind];

const states: Record<AttendanceState, string> = { expected: '没点到', present: '到会', excused: '请了假', absent: '缺席' };

export interface ActivityCard {
  readonly activityId: string;
  readonly title: string;
  readonly line: string;
  readonly tag: string;
  readonly tone: 'plain' | 'gold' | 'good' | 'warning';
  readonly attendance: string;
}

const mineTones: Record<AttendanceState, ActivityCard['tone']> = { expected: 'gold', present: 'good', excused: 'plain', absent: 'warning' };

export function activityCard(view: ActivitySummary): ActivityCard {
  const closed = view.state === 'closed';
  return {
    activityId: view.activityId,
    title: view.title,
    line: `${weekdayTime(view.startsAt)} · ${view.placeName}`,
    tag: view.mine !== undefined && closed ? `我${states[view.mine]}` : closed ? '记完账了' : kinds[view.kind],
    tone: view.mine !== undefined && closed ? mineTones[view.mine] : closed ? 'plain' : 'gold',
    attendance: closed ? `到会 ${view.present} 人 · 请假 ${view.excused} 人` : `该到 ${view.expected} 人 · 已到 ${view.present} 人`,
  };
}

export interface AttendanceRow {
  readonly personId: string;
  readonly name: string;
  readonly state: AttendanceState;
  readonly stateName: string;
  readonly role: string;
  readonly points: string;
}

const roles = { organiser: '台前组织', guide: '幕后指导' } as const;

export const attendanceRow = (view: AttendanceView): AttendanceRow => ({
  personId: view.personId,
  name: view.name,
  state: view.state,
  stateName: states[view.state],
  role: view.role === undefined ? '' : roles[view.role],
  points: view.points === undefined ? '' : signed(view.points),
});

/** Marked otherwise, before it is handed in. */
export const remarked = (row: AttendanceRow, state: AttendanceState): AttendanceRow => ({ ...row, state, stateName: states[state] });

export const activityKindChoices: Choice<ActivityKind>[] = (['party-day', 'meeting', 'lecture', 'volunteering'] as const).map((kind) => ({ value: kind, text: kinds[kind] }));

export const planMissing = { day: '先选哪一天。', place: '在哪儿开，写一个。' } as const;

export const attendanceChoices: Choice<AttendanceState>[] = [
  { value: 'present', text: '到了' },
  { value: 'excused', text: '请假' },
  { value: 'absent', text: '没来' },
];

const batchSize = 40;

/** As many people as a screen can hold at once, and where one is among them. */
export function batch(all: readonly AttendanceRow[], index: number): { people: readonly AttendanceRow[]; batchLine: string } {
  const batches = Math.ceil(all.length / batchSize);
  const people = all.slice(index * batchSize, (index + 1) * batchSize);
  return { people, batchLine: batches > 1 ? `第 ${index + 1} 批，一共 ${batches} 批 ${all.length} 人` : '' };
}

/** What closing will do, said before it is done. */
export function closing(rows: readonly AttendanceRow[]): string {
  const count = (state: AttendanceState): number => rows.filter((row) => row.state === state).length;
  const missing = count('expected') + count('absent');
  return `${count('present')} 人到会加分，${count('excused')} 人请假不动，${missing} 人没到没请假按规矩扣分。记完账不能改，只能冲正。`;
}
