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

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' · ');

function card(order: OrderSummary, parts: Parts): OrderCard {
  return { ...parts, orderId: order.orderId, version: order.version, actions: order.actions, colour: order.colour ?? '', title: orderTitle(order) };
}

function staffTag(order: OrderSummary, nowMs: number): Pick<OrderCard, 'tag' | 'tone'> {
  if (order.status === 'dispatched' && order.acceptBy !== undefined) return { tag: left(order.acceptBy, nowMs), tone: 'warning' };
  if (order.private) return { tag: order.kind === 'agency' ? '代办 · 保密' : '保密', tone: 'gold' };
  if (order.source === 'phone') return { tag: '电话点单', tone: 'plain' };
  return { tag: categoryName(order.category), tone: 'red' };
}

function staffLine(order: OrderSummary): string {
  if (order.status === 'dispatched') return order.offered > 0 ? `派给 ${order.offered} 人，还没人接` : '还没人接';
  const assignee = order.assigneeName === undefined ? '' : `${order.assigneeName}在办`;
  if (order.status === 'accepted') return joined(order.placeName, assignee);
  if (order.status === 'completed') return joined(order.placeName, order.source === 'phone' ? '办好了要回电话' : '等居民点头');
  if (order.status === 'closed') return joined(order.placeName, statusName(order, 'staff'));
  return joined(order.placeName, order.requesterIs === undefined || order.requesterIs === 'resident' ? undefined : requesterName(order.requesterIs));
}

const staffFirst: readonly OrderAction[] = ['dispatch', 'accept', 'remind', 'confirm', 'complete'];

/** In a grid worker's queue or on the secretary's desk: one action a card. */
export function staffCard(order: OrderSummary, nowMs: number): OrderCard {
  const action = staffFirst.find((candidate) => order.actions.includes(candidate)) ?? '';
  const act = action === '' ? '看看' : action === 'confirm' ? '回电话' : actionName(action, order);
  const returned = order.returns > 1 ? `退了 ${order.returns} 次` : '';
  return card(order, { ...staffTag(order, nowMs), when: ago(order.createdAt, nowMs), line: joined(returned, staffLine(order)), act, action });
}

const residentTones: Record<OrderSummary['status'], Tone> = { submitted: 'plain', dispatched: 'red', accepted: 'good', completed: 'warning', closed: 'plain' };

function residentLine(order: OrderSummary): string {
  if (order.status === 'submitted') return joined(order.placeName, '网格员看过就派人');
  if (order.status === 'dispatched') return order.acceptBy === undefined ? '正在派人' : `最晚 ${dayTime(order.acceptBy)} 有人接`;
  if (order.status === 'accepted') return order.assigneeName === undefined ? '有人接了' : `${order.assigneeName}接了单`;
  if (order.status === 'completed') return '说办好了，等您点头';
  return order.placeName;
}

/** One of the resident's own. */
export function residentCard(order: OrderSummary, nowMs: number): OrderCard {
  return card(order, {
    tag: statusName(order, 'resident'),
    tone: residentTones[order.status],
    when: ago(order.createdAt, nowMs),
    line: residentLine(order),
    act: order.status === 'completed' ? '去点头' : '看进展',
    action: '',
  });
}

/** A wish, told without a name. */
export function wishCard(order: OrderSummary, nowMs: number): OrderCard {
  const who = order.requesterIs === 'alone' ? '一位老人' : '一位邻居';
  return card(order, {
    tag: statusName(order, 'staff'),
    tone: 'plain',
    when: ago(order.createdAt, nowMs),
    line: joined(order.gridName, who),
    act: order.actions.includes('accept') ? actionName('accept', order) : '',
    action: order.actions.includes('accept') ? 'accept' : '',
  });
}

const memberTones: Record<OrderSummary['status'], Tone> = { submitted: 'plain', dispatched: 'warning', accepted: 'good', completed: 'good', closed: 'plain' };

/** Offered to a member, accepted by one, or done. */
export function memberCard(order: OrderSummary, nowMs: number): OrderCard {
  const offered = order.status === 'dispatched';
  const reader = order.requesterIs === undefined || order.requesterIs === 'resident' ? undefined : requesterName(order.requesterIs);
  return card(order, {
    tag: offered && order.acceptBy !== undefined ? left(order.acceptBy, nowMs) : statusName(order, 'staff'),
    tone: memberTones[order.status],
    when: ago(order.createdAt, nowMs),
    line: joined(order.placeName, reader, order.status === 'closed' ? undefined : wanted(order.when, order.createdAt, nowMs)),
    act: order.actions.includes('accept') ? actionName('accept', order) : '看看',
    action: order.actions.includes('accept') ? 'accept' : '',
  });
}
