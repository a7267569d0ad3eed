import type {
  CancelReason,
  DeclineReason,
  OrderAction,
  OrderCategory,
  OrderOutcome,
  OrderStatus,
  OrderSummary,
  RatingTag,
  RefuseReason,
  ReleaseReason,
  VisitTime,
} from '../contracts/order';
import { monthDay, sameDay } from './dates';

const categories: Record<OrderCategory, string> = {
  repair: '水电维修',
  errand: '跑腿代办',
  escort: '陪诊送药',
  device: '手机电脑',
  family: '孩子老人',
  schooling: '孩子入学',
  birth: '孕产健康',
  legal: '法律咨询',
  counsel: '想聊聊',
  emergency: '急事难事',
  registration: '信息登记',
  wish: '微心愿',
  other: '别的事',
};
export const categoryName = (category: OrderCategory): string => categories[category];

const outcomes: Record<OrderOutcome, string> = {
  solved: '办好了',
  unrated: '办了，没回音',
  refused: '没能收下',
  merged: '并到一起办了',
  transferred: '转给别处了',
  cancelled: '撤了',
  impossible: '没办成',
};
const residentStatuses: Record<OrderStatus, string> = {
  submitted: '等网格员看',
  dispatched: '等人接单',
  accepted: '有人在办',
  completed: '等您点头',
  closed: '收尾了',
};
const staffStatuses: Record<OrderStatus, string> = {
  submitted: '待派',
  dispatched: '等人接',
  accepted: '在办',
  completed: '等居民点头',
  closed: '收尾了',
};

type Standing = Pick<OrderSummary, 'status' | 'outcome'>;
export type Reader = 'resident' | 'staff';

export function statusName({ status, outcome }: Standing, reader: Reader): string {
  if (status === 'closed' && outcome !== undefined) return outcomes[outcome];
  return (reader === 'resident' ? residentStatuses : staffStatuses)[status];
}

const visitTimes: Record<VisitTime, string> = {
  'today-afternoon': '今天下午',
  'today-evening': '今天晚上',
  saturday: '周六',
  any: '都行',
};
export const visitTimeName = (when: VisitTime): string => visitTimes[when];

/** `想今天下午`; once that day is over it is named: `想 11 月 21 日下午`. */
export function wanted(when: VisitTime, createdAt: string, nowMs: number): string {
  if (when === 'any') return '什么时候都行';
  if (when === 'saturday' || sameDay(createdAt, nowMs)) return `想${visitTimes[when]}`;
  return `想 ${monthDay(createdAt)}${when === 'today-afternoon' ? '下午' : '晚上'}`;
}

const requesters: Record<NonNullable<OrderSummary['requesterKind']>, string> = {
  alone: '独居老人',
  tenant: '租户',
  resident: '居民',
};
export const requesterName = (is: NonNullable<OrderSummary['requesterKind']>): string => requesters[is];

/** What the reader may not see is called by its kind alone. */
export const orderTitle = (order: Pick<OrderSummary, 'title' | 'kind'>): string =>
  order.title ?? (order.kind === 'agency' ? '一项代办' : '一件私事');

const actionNames: Record<OrderAction, string> = {
  dispatch: '派单',
  accept: '我去',
  decline: '去不了',
  release: '去不了了',
  complete: '办好了，结单',
  confirm: '办好了',
  reopen: '没解决',
  cancel: '不用了，撤单',
  refuse: '办不了，退回',
  merge: '和别的并一起',
  transfer: '转给别处办',
  remind: '催一催',
  join: '算我一个',
};

/** A button says what happens; an errand for a tenant is done by the grid worker in person. */
export function actionName(action: OrderAction, order: Pick<OrderSummary, 'kind'>): string {
  if (action === 'accept' && order.kind === 'agency') return '我来办';
  return action === 'accept' && order.kind === 'wish' ? '认领' : actionNames[action];
}

/** Told to everybody but the secretary, who does it. */
export const rulingLine = (returns: number): string => `退过 ${returns} 次了，谁去由书记定，已经告诉书记。`;

/** Who was asked and has not answered; '' where nobody is. */
export const askedLine = (names: readonly string[] = []): string =>
  names.length === 0 ? '' : `问了${names.join('、')}，还没回话`;

const declines: Record<DeclineReason, string> = {
  'no-time': '那会儿没空',
  'too-far': '离得太远',
  'not-my-skill': '这活我不会',
  unwell: '身体不舒服',
  other: '别的原因',
};
const releases: Record<ReleaseReason, string> = {
  'something-came-up': '临时有事',
  'cannot-reach': '联系不上',
  'needs-a-professional': '得请专业师傅',
  unwell: '身体不舒服',
  other: '别的原因',
};
const cancels: Record<CancelReason, string> = {
  'no-longer-needed': '用不着了',
  'solved-myself': '自己弄好了',
  'entered-by-mistake': '点错了',
  other: '别的原因',
};
const refuses: Record<RefuseReason, string> = {
  'not-ours': '不归社区管',
  'not-allowed': '规定不让办',
  unclear: '没说清楚',
  other: '别的原因',
};
const tags: Record<RatingTag, string> = {
  'on-time': '准时',
  patient: '有耐心',
  skilled: '手艺好',
  tidy: '收拾干净',
  warm: '热心',
  late: '来晚了',
  careless: '不够仔细',
};

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
}

const choicesOf = <Value extends string>(order: readonly Value[], names: Record<Value, string>): Choice<Value>[] =>
  order.map((value) => ({ value, text: names[value] }));

export const categoryChoices = (values: readonly OrderCategory[]): Choice<OrderCategory>[] =>
  choicesOf(values, categories);
export const visitTimeChoices = (values: readonly VisitTime[]): Choice<VisitTime>[] => choicesOf(values, visitTimes);
export const declineChoices = (values: readonly DeclineReason[]): Choice<DeclineReason>[] =>
  choicesOf(values, declines);
export const releaseChoices = (values: readonly ReleaseReason[]): Choice<ReleaseReason>[] =>
  choicesOf(values, releases);
export const cancelChoices = (values: readonly CancelReason[]): Choice<CancelReason>[] => choicesOf(values, cancels);
export const refuseChoices = (values: readonly RefuseReason[]): Choice<RefuseReason>[] => choicesOf(values, refuses);
export const tagChoices = (values: readonly RatingTag[]): Choice<RatingTag>[] => choicesOf(values, tags);
export const tagNames = (values: readonly RatingTag[]): string => values.map((value) => tags[value]).join('、');

const allReasons: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...refuses, ...cancels, ...releases, ...declines }),
);
/** A reason as the trail has it; one that this version does not know stays unsaid. */
export const reasonName = (reason: string | undefined): string =>
  reason === undefined ? '' : (allReasons.get(reason) ?? '');
