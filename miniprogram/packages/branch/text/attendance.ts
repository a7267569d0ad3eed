import type { ActivitySummary, ActivityView, AttendanceState, AttendanceView } from '../../../contracts/activity';
import type { Choice } from '../../../text/choice';
import { weekdayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';

export const attendanceChoices: Choice<AttendanceState>[] = [
  { value: 'present', text: '到了' },
  { value: 'excused', text: '请假' },
  { value: 'absent', text: '没来' },
];

const roles: Record<NonNullable<AttendanceView['role']>, string> = { organiser: '台前组织', guide: '幕后指导' };

export function roleName(role: NonNullable<AttendanceView['role']>): string {
  return roles[role];
}

/** Beside somebody whom nobody marked yet. */
export function unmarkedHint(role: string): string {
  return joinParts(role, '还没点');
}

export function batchLine(index: number, batches: number, people: number): string {
  return `第 ${index + 1} 批，一共 ${batches} 批 ${people} 人`;
}

/** The one tap for all who are not marked. */
export function markRestLine(unmarked: number): string {
  return `没点的 ${unmarked} 位都到了`;
}

/** What closing will do, said before it is done; where the branch keeps no book, nobody's points move. */
export function closingNote(count: Readonly<Record<AttendanceState, number>>, earns: boolean): string {
  if (!earns) return `${count.present} 人到会，${count.excused} 人请假。支部没开组织生活账，只留名单，谁的分都不动。`;
  const parts = [
    `${count.present} 人到会加分，${count.excused} 人请假不动`,
    count.absent > 0 ? `${count.absent} 人没来按规矩扣分` : '',
    count.expected > 0 ? `没点到的 ${count.expected} 位按缺席记` : '',
  ];
  return `${parts.filter(Boolean).join('，')}。换一个人签了字才记账。`;
}

/** Leave that nobody asked for is noted with a word why. */
export function reasonMissing(names: readonly string[]): string {
  return `写一句${names.join('、')}为什么请假`;
}

/** What somebody's leave has come to, for the branch and for themselves. */
export function leaveLine({ reason, state, decidedBy }: NonNullable<AttendanceView['leave']>): string {
  const by = decidedBy ?? '支部';
  const outcome = { asked: '等支部答复', granted: `${by}准了`, declined: `${by}没准` }[state];
  return `请假，${outcome}：${reason}`;
}

/** What became of the plan; '' where it stands as it was made. */
export function planLine({ moved, calledOff }: Pick<ActivityView, 'moved' | 'calledOff'>): string {
  if (calledOff !== undefined) return `${calledOff.byName}取消了这次活动：${calledOff.reason}`;
  return moved === undefined ? '' : `${moved.byName}改过时间，原来是 ${weekdayTime(moved.from)}，请过的假还算数。`;
}

/** Absent in nobody's name: who closed the roll, and that nobody had marked them. */
export function unmarkedLine(closedByName: string | undefined): string {
  return `没签到，也没请假${closedByName === undefined ? '' : `，${closedByName}点完名时`}按缺席记`;
}

/** Somebody else called the roll at the same time: what they marked stays. */
export function keptLine(names: readonly string[]): string {
  return names.length === 0 ? '' : `${names.join('、')}刚被别人点过了，按那边的留着，您再看一眼。`;
}

/** Somebody else closed the roll before what was marked here was submitted: it stays on this phone. */
export function unsentLine(names: readonly string[], isSigned: boolean): string {
  if (names.length === 0) return '';
  if (isSigned) return `名单签过字了，您点的${names.join('、')}没交上。要改，请走冲正。`;
  return `别人先点完了，您点的${names.join('、')}没交上，还留在这部手机里。要补，请签字的人先退回来。`;
}

/** Who has closed the roll, what it waits for, or why it came back; '' where there is nothing to say. */
export function signingLine(view: ActivityView): string {
  const { state, closedByName, returned, enteredLate } = view;
  if (view.posting) return '签好了，还在一笔一笔记，几分钟就记完。';
  if (view.history) return '从名册收进来的，没有点到，也不记分。';
  if (returned !== undefined) return `${returned.byName}退回来了：${returned.reason}`;
  if (state !== 'signing' || closedByName === undefined) return '';
  const late = enteredLate ? '这一场是开始以后才补登的。' : '';
  if (!view.earns)
    return `${closedByName}点完了。${late}${view.maySign ? '核对一遍，签了字名单就定下。' : '等支部里另一个人签字。'}`;
  const next = view.maySign ? '核对一遍，签了字就记账，记完不能改，只能冲正。' : '等支部里另一个人签字，签了才记账。';
  return `${closedByName}点完了。${late}${next}`;
}

/** From when on the account can be made. */
export function notStarted({ startsAt }: Pick<ActivitySummary, 'startsAt'>): string {
  return `${weekdayTime(startsAt)} 开始，开始以后才能点完。请假可以先记上。`;
}
