/** Choosing who goes. */
import type {
  OrderAction,
  OrderCategory,
  OrderSummary,
  OrderView,
  SuggestionReason,
  SuggestionView,
  VisitTime,
} from '../contracts/order';
import { dayTime, span } from './dates';
import {
  actionName,
  askedLine,
  categoryName,
  orderTitle,
  requesterName,
  rulingLine,
  wanted,
  type Choice,
} from './orders';
import { shownPhoto, type ShownPhoto } from './progress';
import { trailSteps, type Step } from './trail';

const skills: Record<OrderCategory, string> = {
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
  wish: '圆得了这个愿',
  other: '有这手艺',
};
const times: Record<VisitTime, string> = {
  'today-afternoon': '下午',
  'today-evening': '晚上',
  saturday: '周六',
  any: '近来',
};

/** Why somebody fits this very order. */
const reasons: Record<SuggestionReason, (order: OrderSummary) => string> = {
  'same-courtyard': () => '同一个院',
  'same-grid': () => '同一个网格',
  skill: (order) => skills[order.category],
  'free-then': (order) => `${times[order.when]}有空`,
  'free-on-saturday': () => '周六有空',
  'little-load': () => '这月出力少',
  'at-work-then': (order) => `${times[order.when]}上班`,
};

export interface Candidate {
  readonly memberId: string;
  readonly name: string;
  readonly mark: string;
  readonly load: string;
  readonly reasons: readonly { readonly text: string; readonly tone: 'good' | 'warning' }[];
  readonly chosen: boolean;
}

/** A reason that most have says nothing about anybody. */
function telling(views: readonly SuggestionView[]): (reason: SuggestionReason) => boolean {
  const people = views.filter(({ team }) => team === undefined);
  const having = people.filter(({ reasons: own }) => own.some(({ reason }) => reason === 'little-load'));
  const shared = having.length * 2 > people.length;
  return (reason) => reason !== 'little-load' || !shared;
}

/** Who could go, each with what speaks for and against them. */
export const candidatesOf = (views: readonly SuggestionView[], order: OrderSummary): Candidate[] =>
  views.map((view) => candidate(view, order, telling(views)));

function candidate(view: SuggestionView, order: OrderSummary, tells: (reason: SuggestionReason) => boolean): Candidate {
  const said = view.reasons
    .filter(({ reason }) => tells(reason))
    .map(({ reason, against }) => ({
      text: reasons[reason](order),
      tone: against ? ('warning' as const) : ('good' as const),
    }));
  const team =
    view.team === undefined
      ? []
      : [
          { text: `队长 ${view.name}`, tone: 'good' as const },
          { text: `${view.team.free} 人有空`, tone: 'good' as const },
        ];
  return {
    memberId: view.memberId,
    name: view.team?.name ?? view.name,
    mark: view.team === undefined ? '' : '队',
    load: `本月 ${view.load} 单`,
    reasons: [...team, ...said],
    chosen: false,
  };
}

export interface DispatchOrder {
  readonly orderId: string;
  readonly version: number;
  readonly tag: string;
  readonly waited: string;
  readonly title: string;
  readonly words: string;
  readonly line: string;
  readonly photos: readonly ShownPhoto[];
  readonly requester: {
    readonly name: string;
    readonly phone: string;
    readonly hint: string;
    readonly mayCall: boolean;
    readonly text: string;
  } | null;
  /** Whose answer is waited for. */
  readonly asked: string;
  /** Who sent it back, and why. */
  readonly returned: readonly Step[];
  /** Why nobody is chosen here now; '' where somebody may be. */
  readonly instead: string;
  /** By when somebody has to accept; '' before the first dispatch. */
  readonly acceptBy: string;
  readonly wish: boolean;
  readonly others: readonly { readonly action: OrderAction; readonly text: string }[];
}

const asides: readonly OrderAction[] = ['merge', 'transfer', 'refuse'];

const sentBack: readonly OrderView['trail'][number]['action'][] = ['decline', 'release'];

function requester({ requester: party, callFirst, source }: OrderView): DispatchOrder['requester'] {
  if (party === undefined) return null;
  const { name, phone = '', mayCall } = party;
  const hint = source === 'phone' ? '电话打来的，办好了要回电话' : callFirst ? '号码是自己填的，先回个电话' : '';
  return { name, phone, hint, mayCall, text: `打给${name}` };
}

/** After too many returns the secretary rules; the grid worker reads that it is so. */
function instead(order: OrderView): string {
  if (order.actions.includes('dispatch')) return '';
  return order.status === 'submitted' && order.returns > 0
    ? rulingLine(order.returns)
    : '这张单眼下不用派，看看它的经过。';
}

export function dispatchOrder(order: OrderView, nowMs: number): DispatchOrder {
  const who = order.requesterKind === undefined ? undefined : requesterName(order.requesterKind);
  return {
    orderId: order.orderId,
    version: order.version,
    tag: categoryName(order.category),
    waited: `提出 ${span(nowMs - Date.parse(order.createdAt))}`,
    title: orderTitle(order),
    words: order.words === undefined || order.words === order.title ? '' : order.words,
    line: [order.placeName, who, wanted(order.when, order.createdAt, nowMs)]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    photos: order.photos.map(shownPhoto),
    requester: requester(order),
    asked: askedLine(order.offeredNames),
    returned: trailSteps({ ...order, trail: order.trail.filter(({ action }) => sentBack.includes(action)) }),
    instead: instead(order),
    acceptBy: order.acceptBy ?? '',
    wish: order.kind === 'wish',
    others: asides
      .filter((action) => order.actions.includes(action))
      .map((action) => ({ action, text: actionName(action, order) })),
  };
}

/** Orders that this one could be the same as: of its kind, near ones first. */
export function mergeChoices(order: DispatchOrder, others: readonly OrderSummary[]): Choice[] {
  const once = [...new Map(others.map((other) => [other.orderId, other])).values()];
  const alike = once.filter((other) => other.orderId !== order.orderId && categoryName(other.category) === order.tag);
  const near = (other: OrderSummary): number => (order.line.startsWith(other.placeName) ? 0 : 1);
  return alike
    .sort((one, two) => near(one) - near(two))
    .map((other) => ({ value: other.orderId, text: `${orderTitle(other)} · ${other.placeName}` }));
}

/** A button says what it will do. */
export function dispatchButton(candidates: readonly Candidate[]): string {
  const chosen = candidates.filter((one) => one.chosen);
  if (chosen.length === 0) return '先选谁去';
  const teams = chosen.filter((one) => one.mark !== '');
  if (chosen.length === 1) return `派给${chosen[0]?.name ?? ''}`;
  return teams.length === 0 ? `派给 ${chosen.length} 位党员` : `派给这 ${chosen.length} 处`;
}

/** A captain names one of the team. */
export function goerButton(candidates: readonly Candidate[]): string {
  const chosen = candidates.find((one) => one.chosen);
  return chosen === undefined ? '先选谁去' : `请${chosen.name}去`;
}

/** The deadline is that of the first dispatch: it never starts anew. */
export function dispatchNote(
  order: Pick<DispatchOrder, 'acceptBy'>,
  candidates: readonly Candidate[],
  nowMs: number,
): string {
  const leftMs = Date.parse(order.acceptBy) - nowMs;
  const until =
    order.acceptBy === ''
      ? '3 天内必须有人接'
      : leftMs < 0
        ? `已经晚了 ${span(-leftMs)}`
        : `最晚 ${dayTime(order.acceptBy)} 要有人接`;
  return candidates.filter((one) => one.chosen).length > 1 ? `先接的人去，${until}` : until;
}
