import type { ActivityKind, ActivitySummary, AttendanceState, AttendanceView } from '../../contracts/activity';
import { weekdayTime } from '../../text/dates';
import type { Choice } from '../../text/order/names';
import { signed } from '../../text/passbook/points';

const kinds: Record<ActivityKind, string> = {
  meeting: '支部大会',
  'party-day': '主题党日',
  lecture: '上党课',
  volunteering: '志愿服务',
};
export const activityKindName = (kind: ActivityKind): string => kinds[kind];

const states: Record<AttendanceState, string> = {
  expected: '没点到',
  present: '到会',
  excused: '请了假',
  absent: '缺席',
};

export interface ActivityCard {
  readonly activityId: string;
  readonly title: string;
  readonly line: string;
  readonly tag: string;
  readonly tone: 'plain' | 'gold' | 'good' | 'warning';
  readonly attendance: string;
}

const mineTones: Record<AttendanceState, ActivityCard['tone']> = {
  expected: 'gold',
  present: 'good',
  excused: 'plain',
  absent: 'warning',
};

type Tag = Pick<ActivityCard, 'tag' | 'tone'>;

const settledTag = ({ mine }: ActivitySummary): Tag =>
  mine === undefined ? { tag: '记完账了', tone: 'plain' } : { tag: `我${states[mine]}`, tone: mineTones[mine] };

/** Once it has begun its account is wanted. */
const openTag = ({ kind, startsAt }: ActivitySummary, nowMs: number): Tag =>
  Date.parse(startsAt) <= nowMs ? { tag: '等记账', tone: 'warning' } : { tag: kinds[kind], tone: 'gold' };

export function activityCard(view: ActivitySummary, nowMs: number): ActivityCard {
  const closed = view.state === 'closed';
  const { tag, tone } = closed ? settledTag(view) : openTag(view, nowMs);
  return {
    activityId: view.activityId,
    title: view.title,
    line: `${weekdayTime(view.startsAt)} · ${view.placeName}`,
    tag,
    tone,
    attendance: closed ? `到会 ${view.present} 人 · 请假 ${view.excused} 人` : arrived(view.expected, view.present),
  };
}

const arrived = (expected: number, present: number): string => `该到 ${expected} 人 · 已到 ${present} 人`;

export interface AttendanceRow {
  readonly personId: string;
  readonly name: string;
  readonly state: AttendanceState;
  readonly stateName: string;
  /** What the person does there, and that nobody marked them yet. */
  readonly hint: string;
  readonly points: string;
}

const roles = { organiser: '台前组织', guide: '幕后指导' } as const;

const hint = (role: string, waits: boolean): string => [role, waits ? '还没点' : ''].filter(Boolean).join(' · ');

/** `marking`: the reader marks who came. */
export const attendanceRow = (view: AttendanceView, marking: boolean): AttendanceRow => ({
  personId: view.personId,
  name: view.name,
  state: view.state,
  stateName: states[view.state],
  hint: hint(view.role === undefined ? '' : roles[view.role], marking && view.state === 'expected'),
  points: view.points === undefined ? '' : signed(view.points),
});

/** Marked otherwise, before it is handed in. */
export const remarked = (row: AttendanceRow, state: AttendanceState): AttendanceRow => ({
  ...row,
  state,
  stateName: states[state],
  hint: row.hint.replace(/( · )?还没点$/, ''),
});

/** Everybody whom nobody marked yet, as having come. */
export const allCame = (rows: readonly AttendanceRow[]): readonly AttendanceRow[] =>
  rows.map((row) => (row.state === 'expected' ? remarked(row, 'present') : row));

export const activityKindChoices: Choice<ActivityKind>[] = (
  ['party-day', 'meeting', 'lecture', 'volunteering'] as const
).map((kind) => ({ value: kind, text: kinds[kind] }));

export const planMissing = { day: '先选哪一天。', place: '在哪儿开，写一个。' } as const;

export const attendanceChoices: Choice<AttendanceState>[] = [
  { value: 'present', text: '到了' },
  { value: 'excused', text: '请假' },
  { value: 'absent', text: '没来' },
];

const batchSize = 40;

export interface Batch {
  readonly people: readonly AttendanceRow[];
  readonly batchLine: string;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** As many people as a screen can hold at once, and where one is among them. */
export function batch(all: readonly AttendanceRow[], index: number): Batch {
  const batches = Math.ceil(all.length / batchSize);
  const people = all.slice(index * batchSize, (index + 1) * batchSize);
  return {
    people,
    batchLine: batches > 1 ? `第 ${index + 1} 批，一共 ${batches} 批 ${all.length} 人` : '',
    hasEarlier: index > 0,
    hasLater: index + 1 < batches,
  };
}

export interface RollCall {
  /** How many came, as marked so far. */
  readonly attendance: string;
  /** The one tap for all who are not marked; '' where everybody is. */
  readonly allCame: string;
  /** What closing will do, said before it is done. */
  readonly note: string;
}

/** What the marks come to while they are being made. */
export function rollCall(rows: readonly AttendanceRow[]): RollCall {
  const count = (state: AttendanceState): number => rows.filter((row) => row.state === state).length;
  const unmarked = count('expected');
  const parts = [
    `${count('present')} 人到会加分，${count('excused')} 人请假不动`,
    count('absent') > 0 ? `${count('absent')} 人没来按规矩扣分` : '',
    unmarked > 0 ? `没点到的 ${unmarked} 位按缺席记` : '',
  ];
  return {
    attendance: arrived(rows.length, count('present')),
    allCame: unmarked > 0 ? `没点的 ${unmarked} 位都到了` : '',
    note: `${parts.filter(Boolean).join('，')}。记完账不能改，只能冲正。`,
  };
}

/** From when on the account can be made. */
export const notStarted = ({ startsAt }: Pick<ActivitySummary, 'startsAt'>): string =>
  `${weekdayTime(startsAt)} 开始，开始以后才能记账。请假可以先记上。`;
