/** An order in a list, as each reader meets it. */
import type { GridColour } from '../contracts/hat';
import type { OrderAction, OrderSummary } from '../contracts/order';
import { ago, dayTime, left } from './dates';
import { actionName, categoryName, orderTitle, requesterName, statusName, wanted } from './orders';

export type Tone = 'plain' | 'red' | 'gold' | 'good' | 'warning';

export interface OrderCard {
  readonly orderId: string;
  readonly version: number;
  readonly actions: readonly OrderAction[];
  readonly tag: string;
  readonly tone: Tone;
  readonly when: string;
  readonly title: string;
  readonly line: string;
  /** Words of the one action, where there is one. */
  readonly act: string;
  readonly action: OrderAction | '';
  readonly colour: GridColour | '';
}

type Parts = Pick<OrderCard, 'tag' | 'tone' | 'when' | 'line' | 'act' | 'action'>;

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

function card(order: OrderSummary, parts: Parts): OrderCard {
  return {
    ...parts,
    orderId: order.orderId,
    version: order.version,
    actions: order.actions,
    colour: order.colour ?? '',
    title: orderTitle(order),
  };
}

/** A promise that is broken stands out from one that still has days. */
function deadlineTag(deadline: string, late: boolean, nowMs: number): Pick<OrderCard, 'tag' | 'tone'> {
  return { tag: left(deadline, nowMs), tone: late ? 'red' : 'warning' };
}

function staffTag(order: OrderSummary, nowMs: number): Pick<OrderCard, 'tag' | 'tone'> {
  if (order.acceptBy !== undefined) return deadlineTag(order.acceptBy, order.late, nowMs);
  if (order.dispatchBy !== undefined && order.late) return deadlineTag(order.dispatchBy, true, nowMs);
  if (order.unsolved) return { tag: '没解决', tone: 'red' };
  if (order.private) return { tag: order.kind === 'agency' ? '代办 · 保密' : '保密', tone: 'gold' };
  if (order.source === 'phone') return { tag: '电话点单', tone: 'plain' };
  return { tag: categoryName(order.category), tone: 'red' };
}

function staffLine(order: OrderSummary): string {
  if (order.status === 'dispatched') return order.offered > 0 ? `派给 ${order.offered} 人，还没人接` : '还没人接';
  const assignee = order.assigneeName === undefined ? '' : `${order.assigneeName}在办`;
  if (order.status === 'accepted') return joined(order.placeName, assignee);
  if (order.status === 'completed')
    return joined(order.placeName, order.source === 'phone' ? '办好了要回电话' : '等居民点头');
  if (order.status === 'closed') return joined(order.placeName, statusName(order, 'staff'));
  const who =
    order.requesterKind === undefined || order.requesterKind === 'resident'
      ? undefined
      : requesterName(order.requesterKind);
  const call =
    order.source === 'phone' ? '电话打来，办好了要回电话' : order.callFirst ? '号码是自己填的，先回个电话' : undefined;
  return joined(order.placeName, who, call);
}

/** What is due next, by where the order is: an errand is done in person rather than sent on, and who was asked is reminded before more are. */
const staffFirst: Record<OrderSummary['status'], readonly OrderAction[]> = {
  submitted: ['accept', 'dispatch'],
  dispatched: ['accept', 'remind', 'dispatch'],
  accepted: ['complete', 'remind'],
  completed: ['confirm', 'remind'],
  closed: [],
};

/** In a grid worker's queue or on the secretary's desk: one action a card. A private matter shows no words where others may look on. */
export function staffCard(order: OrderSummary, nowMs: number): OrderCard {
  const action = staffFirst[order.status].find((candidate) => order.actions.includes(candidate)) ?? '';
  const act = action === '' ? '看看' : action === 'confirm' ? '回电话' : actionName(action, order);
  const returned = order.returns > 1 ? `退了 ${order.returns} 次` : '';
  const made = card(order, {
    ...staffTag(order, nowMs),
    when: ago(order.createdAt, nowMs),
    line: joined(returned, staffLine(order)),
    act,
    action,
  });
  return order.private ? { ...made, title: orderTitle({ kind: order.kind }) } : made;
}

const residentTones: Record<OrderSummary['status'], Tone> = {
  submitted: 'plain',
  dispatched: 'red',
  accepted: 'good',
  completed: 'warning',
  closed: 'plain',
};

function residentLine(order: OrderSummary): string {
  if (order.status === 'submitted')
    return order.dispatchBy === undefined || order.late ? '正在派人' : `最晚 ${dayTime(order.dispatchBy)} 派人`;
  if (order.status === 'dispatched')
    return order.acceptBy === undefined ? '正在派人' : `最晚 ${dayTime(order.acceptBy)} 有人接`;
  if (order.status === 'accepted') return order.assigneeName === undefined ? '有人接了' : `${order.assigneeName}接了单`;
  if (order.status === 'completed') return order.joined ? '说办好了，等点单的邻居点头' : '说办好了，等您点头';
  return order.placeName;
}

/** One of the resident's own. */
export function residentCard(order: OrderSummary, nowMs: number): OrderCard {
  return card(order, {
    tag: order.joined && order.status !== 'closed' ? '算我一个' : statusName(order, 'resident'),
    tone: residentTones[order.status],
    when: ago(order.createdAt, nowMs),
    line: residentLine(order),
    act: order.status === 'completed' && !order.joined ? '去点头' : '看进展',
    action: '',
  });
}

/** A wish, told without a name. */
export function wishCard(order: OrderSummary, nowMs: number): OrderCard {
  const who = order.requesterKind === 'alone' ? '一位老人' : '一位邻居';
  return card(order, {
    tag: statusName(order, 'staff'),
    tone: 'plain',
    when: ago(order.createdAt, nowMs),
    line: joined(order.gridName, who),
    act: order.actions.includes('accept') ? actionName('accept', order) : '',
    action: order.actions.includes('accept') ? 'accept' : '',
  });
}

const memberTones: Record<OrderSummary['status'], Tone> = {
  submitted: 'plain',
  dispatched: 'warning',
  accepted: 'good',
  completed: 'good',
  closed: 'plain',
};

/** Offered to a member, accepted by one, or done. */
export function memberCard(order: OrderSummary, nowMs: number): OrderCard {
  const offered = order.status === 'dispatched';
  const again = order.unsolved ? '居民说没解决' : undefined;
  const reader =
    order.requesterKind === undefined || order.requesterKind === 'resident'
      ? undefined
      : requesterName(order.requesterKind);
  return card(order, {
    ...(offered && order.acceptBy !== undefined
      ? deadlineTag(order.acceptBy, order.late, nowMs)
      : { tag: again ? '再去一次' : statusName(order, 'staff'), tone: again ? 'red' : memberTones[order.status] }),
    when: ago(order.createdAt, nowMs),
    line: joined(
      again,
      order.placeName,
      reader,
      order.status === 'closed' ? undefined : wanted(order.when, order.createdAt, nowMs),
    ),
    act: order.actions.includes('accept') ? actionName('accept', order) : '看看',
    action: order.actions.includes('accept') ? 'accept' : '',
  });
}
