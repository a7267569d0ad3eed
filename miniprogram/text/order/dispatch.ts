/** Choosing who goes. */
import type { OrderSummary, OrderView, VisitTime } from '../../contracts/order';
import { memberSkills, type Skill } from '../../contracts/skill';
import type { SuggestionReason } from '../../contracts/suggestion';
import type { Choice } from '../choice';
import { dayTime, durationText } from '../dates';
import { rulingLine } from './names';

const hourMs = 3_600_000;

const skills: Record<Skill, string> = {
  repair: '会水电',
  errand: '能跑腿',
  escort: '能陪诊',
  device: '懂手机电脑',
  family: '会照看人',
  schooling: '懂入学手续',
  birth: '懂孕产',
  legal: '懂法律',
  counsel: '会开导人',
  emergency: '应急在行',
  registration: '会办登记',
  hazard: '看得出隐患',
  station: '管着驿站',
  wish: '圆得了这个愿',
  other: '有这手艺',
};
const times: Record<VisitTime, string> = {
  'today-afternoon': '下午',
  'today-evening': '晚上',
  saturday: '周六',
  any: '近来',
};

type Asked = Pick<OrderView, 'category' | 'skill' | 'when'>;

/** Why somebody fits this very order, or does not. */
const reasons: Record<SuggestionReason, (order: Asked) => string> = {
  'same-courtyard': () => '同一个院',
  'same-grid': () => '同一个网格',
  skill: ({ skill, category }) => skills[skill ?? memberSkills.find((one) => one === category) ?? 'other'],
  'free-then': (order) => `${times[order.when]}有空`,
  'free-on-saturday': () => '周六有空',
  'little-load': () => '这月出力少',
  'at-work-then': (order) => `${times[order.when]}上班`,
};

export function suggestionReason(reason: SuggestionReason, order: Asked): string {
  return reasons[reason](order);
}

export function captainLine(name: string): string {
  return `队长 ${name}`;
}

export function freeLine(free: number): string {
  return `${free} 人有空`;
}

export function loadLine(load: number): string {
  return `本月 ${load} 单`;
}

/** In the place of a person's picture. */
export const teamBadge = '队';

export function waitedLine(order: OrderSummary, nowMs: number): string {
  return `提出 ${durationText(nowMs - Date.parse(order.createdAt))}`;
}

/** Beside the requester: how they reached us, and how sure their number is; '' where nothing is to be minded. */
export function requesterHint({ source, callFirst, callDue }: OrderView): string {
  if (source === 'phone') return '电话打来的，办好了要回电话';
  if (callFirst) return '号码是自己填的，先回个电话';
  return callDue ? '号码是自己填的，边派人边打电话' : '';
}

/** Whether the reader calls the requester before anybody is chosen. */
export function mustCallFirst({ callFirst, actions }: OrderSummary): boolean {
  return callFirst === true && actions.includes('recordCall');
}

/** Why nobody is chosen now; '' where somebody may be. After too many returns the secretary rules. */
export function notDispatchable(order: OrderView): string {
  if (order.actions.includes('dispatch') || mustCallFirst(order)) return '';
  return order.status === 'submitted' && order.returns > 0
    ? rulingLine(order.returns)
    : '这张单眼下不用派，看看它的经过。';
}

/** Somebody who was chosen; a team has a badge. */
interface Chosen {
  readonly name: string;
  readonly badge: string;
}

const isTeam = ({ badge }: Chosen): boolean => badge !== '';

const chooseFirst = '先选谁去';

/** A button says what it will do. */
export function dispatchLabel(chosen: readonly Chosen[]): string {
  if (chosen.length === 0) return chooseFirst;
  if (chosen.length === 1) return `派给${chosen[0]?.name ?? ''}`;
  return chosen.some(isTeam) ? `派给这 ${chosen.length} 处` : `派给 ${chosen.length} 位党员`;
}

/** `派给了孙立群`, `派给了 2 位党员`. */
export function dispatchedResult(chosen: readonly Chosen[]): string {
  if (chosen.length === 1) return `派给了${chosen[0]?.name ?? ''}`;
  return chosen.some(isTeam) ? `派给了这 ${chosen.length} 处` : `派给了 ${chosen.length} 位党员`;
}

/** A captain assigns one of the team. */
export function assignLabel(name: string | undefined): string {
  return name === undefined ? chooseFirst : `请${name}去`;
}

/** What is promised of an acceptance: by when, or how long after the first dispatch, which never starts anew. */
interface AcceptancePromise {
  /** '' before the first dispatch. */
  readonly acceptBy: string;
  readonly acceptWithinHours: number;
  /** Whichever holds instead of the hours; 0 or absent for neither. */
  readonly acceptWithinDays?: number;
  readonly acceptWithinWorkingDays?: number;
}

function withinText(promise: AcceptancePromise): string {
  const { acceptWithinHours, acceptWithinDays = 0, acceptWithinWorkingDays = 0 } = promise;
  if (acceptWithinWorkingDays > 0) return `${acceptWithinWorkingDays} 个工作日内`;
  return acceptWithinDays > 0 ? `第 ${acceptWithinDays} 天末以前` : `${durationText(acceptWithinHours * hourMs)}内`;
}

function acceptLine(promise: AcceptancePromise, nowMs: number): string {
  const { acceptBy } = promise;
  if (acceptBy === '') return `派出去 ${withinText(promise)}要有人接`;
  const leftMs = Date.parse(acceptBy) - nowMs;
  return leftMs < 0 ? `已经晚了 ${durationText(-leftMs)}` : `最晚 ${dayTime(acceptBy)} 要有人接`;
}

export function dispatchHint(
  chosen: number,
  { capacity, ...promise }: AcceptancePromise & { readonly capacity: number },
  nowMs: number,
): string {
  const line = acceptLine(promise, nowMs);
  if (capacity > 1) return `先接的 ${capacity} 位一起去，${line}`;
  return chosen > 1 ? `先接的人去，${line}` : line;
}

/** So many go together, at most; fewer than have accepted is no choice. */
const capacities = [1, 2, 3, 4, 5];

export function capacityChoices(held: number): Choice[] {
  return capacities
    .filter((capacity) => capacity >= held)
    .map((capacity) => ({ value: String(capacity), text: capacity === 1 ? '一位去' : `${capacity} 位一起去` }));
}
