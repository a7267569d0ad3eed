import type { OrderAction, OrderOutcome, OrderStatus, OrderSummary, VisitTime } from '../../contracts/order';
import { choicesOf, type Choice } from '../choice';
import { wordsWithheldTitle } from './withheld';
import { monthDay, sameDay } from '../dates';

const otherCategory = '别的事';
const categories: Readonly<Record<string, string>> = {
  repair: '水电维修',
  errand: '跑腿代办',
  escort: '陪诊送药',
  device: '手机电脑',
  family: '孩子老人',
  schooling: '孩子入学',
  birth: '孕产健康',
  'birth-registration': '生育登记',
  legal: '法律咨询',
  counsel: '想聊聊',
  emergency: '急事难事',
  registration: '信息登记',
  hazard: '路上有隐患',
  station: '驿站的事',
  wish: '微心愿',
  other: otherCategory,
};

/** As the community calls it, or else the product. */
export function categoryName({ category, categoryName: own }: Pick<OrderSummary, 'category' | 'categoryName'>): string {
  return own ?? categories[category] ?? otherCategory;
}

const outcomes: Record<OrderOutcome, string> = {
  solved: '办好了',
  unrated: '办了，没回音',
  unreachable: '办了，没联系上',
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
  outside: '别处在办',
  closed: '收尾了',
};
const staffStatuses: Record<OrderStatus, string> = {
  submitted: '待派',
  dispatched: '等人接',
  accepted: '在办',
  completed: '等居民点头',
  outside: '等别处答复',
  closed: '收尾了',
};

type OrderState = Pick<OrderSummary, 'status' | 'outcome'>;
export type Reader = 'resident' | 'staff';

export function statusName({ status, outcome }: OrderState, reader: Reader): string {
  if (status === 'closed' && outcome !== undefined) return outcomes[outcome];
  return (reader === 'resident' ? residentStatuses : staffStatuses)[status];
}

const visitTimes: Record<VisitTime, string> = {
  'today-afternoon': '今天下午',
  'today-evening': '今天晚上',
  saturday: '周六',
  any: '都行',
};

export function visitTimeName(when: VisitTime): string {
  return visitTimes[when];
}

/** `想今天下午`; once that day is over it is named: `想 11 月 21 日下午`. */
export function visitTimeLine(when: VisitTime, createdAt: string, nowMs: number): string {
  if (when === 'any') return '什么时候都行';
  if (when === 'saturday' || sameDay(createdAt, nowMs)) return `想${visitTimes[when]}`;
  return `想 ${monthDay(createdAt)}${when === 'today-afternoon' ? '下午' : '晚上'}`;
}

const requesters: Record<NonNullable<OrderSummary['requesterKind']>, string> = {
  alone: '独居老人',
  tenant: '租户',
  resident: '居民',
};

export function requesterName(is: NonNullable<OrderSummary['requesterKind']>): string {
  return requesters[is];
}

/** What the reader may not see is called by its kind alone. */
export function orderTitle(order: Pick<OrderSummary, 'title' | 'kind' | 'wordsWithheld'>): string {
  if (order.wordsWithheld) return wordsWithheldTitle;
  return order.title ?? (order.kind === 'agency' ? '一项代办' : '一件私事');
}

const actionNames: Record<OrderAction, string> = {
  dispatch: '派单',
  accept: '我去',
  decline: '去不了',
  release: '去不了了',
  appoint: '约个时间',
  arrive: '我到了',
  standBy: '有空位叫我',
  complete: '办好了，结单',
  confirm: '办好了',
  changeRating: '改一改打的分',
  makePrivate: '改成保密',
  reopen: '没解决',
  cancel: '不用了，撤单',
  refuse: '办不了，退回',
  merge: '和别的并一起',
  transfer: '转给别处办',
  recordAnswer: '记下答复',
  reclassify: '看一遍再派',
  relocate: '改地方',
  recordCall: '记个电话',
  askRequester: '等居民回话',
  answerQuestion: '记下居民的回话',
  withdrawQuestion: '不等了，接着办',
  removeHelper: '换人',
  leavePool: '不让大家认领了',
  remind: '催一催',
  join: '算我一个',
  appealNoShow: '我去了，说明一下',
  ruleNoShow: '看看没到的说明',
};

/** A button says what happens; an errand is looked at by the courtyard's head and done by the grid worker in person. */
export function actionName(
  action: OrderAction,
  order: Pick<OrderSummary, 'kind' | 'vouchBy'> & Partial<Pick<OrderSummary, 'status'>>,
): string {
  if (action === 'dispatch' && order.status === 'outside') return '收回来自己派';
  if (action === 'accept' && order.vouchBy !== undefined) return '看过了，交给网格员';
  if (action === 'accept' && order.kind === 'agency') return '我来办';
  return action === 'accept' && order.kind === 'wish' ? '认领' : actionNames[action];
}

/** Told to everybody but the secretary, who does it. */
export function rulingLine(returns: number): string {
  return `退过 ${returns} 次了，谁去由书记定，已经告诉书记。`;
}

export function visitTimeChoices(values: readonly VisitTime[]): Choice<VisitTime>[] {
  return choicesOf(values, visitTimes);
}

/** On a button beside somebody's name. */
export function callPartyText(name: string): string {
  return `打给${name}`;
}
