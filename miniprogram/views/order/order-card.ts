/** An order in a list, as each reader meets it. */
import type { GridColour } from '../../contracts/hat';
import type { OrderAction, OrderStatus, OrderSummary } from '../../contracts/order';
import { ago, timeLeft } from '../../text/dates';
import { joinParts } from '../../text/join';
import {
  cardTags,
  handOverDay,
  memberActionLabel,
  notableRequester,
  residentActionLabel,
  residentLine,
  returnsLine,
  staffActionLabel,
  staffLine,
  unsolvedNote,
  wisher,
} from '../../text/order/cards';
import { mustCallFirst } from '../../text/order/dispatch';
import { actionName, categoryName, orderTitle, statusName, visitTimeLine } from '../../text/order/names';
import type { Tone } from './tone';

export interface OrderCard {
  readonly orderId: string;
  readonly version: number;
  readonly actions: readonly OrderAction[];
  readonly tag: string;
  readonly tone: Tone;
  /** What it is about, where the tag says how much time it has; '' elsewhere. */
  readonly category: string;
  readonly when: string;
  readonly title: string;
  readonly line: string;
  /** Of the one action, where there is one. */
  readonly actionLabel: string;
  readonly action: OrderAction | '';
  readonly colour: GridColour | '';
}

export const noOrderCard: OrderCard = {
  orderId: '',
  version: 0,
  actions: [],
  tag: '',
  tone: 'plain',
  category: '',
  when: '',
  title: '',
  line: '',
  actionLabel: '',
  action: '',
  colour: '',
};

type Tag = Pick<OrderCard, 'tag' | 'tone'> & Partial<Pick<OrderCard, 'category'>>;
type Parts = Tag & Pick<OrderCard, 'line' | 'actionLabel' | 'action'>;

const card = (order: OrderSummary, nowMs: number, parts: Parts): OrderCard => ({
  category: '',
  ...parts,
  orderId: order.orderId,
  version: order.version,
  actions: order.actions,
  colour: order.colour ?? '',
  when: order.createdAt === '' ? '' : ago(order.createdAt, nowMs),
  title: orderTitle(order),
});

/** What an order is about, where others may look on. */
function subjectOf(order: OrderSummary): string {
  if (!order.private) return categoryName(order);
  return order.kind === 'agency' ? cardTags.privateAgency : cardTags.private;
}

/** A promise that is broken stands out from one that still has days; what it is about stands beside it. */
const deadlineTag = (order: OrderSummary, deadline: string, isLate: boolean, nowMs: number): Tag => ({
  tag: timeLeft(deadline, nowMs),
  tone: isLate ? 'red' : 'warning',
  category: subjectOf(order),
});

function staffTag(order: OrderSummary, nowMs: number): Tag {
  const { acceptBy, dispatchBy, answerBy, late } = order;
  if (acceptBy !== undefined) return deadlineTag(order, acceptBy, late, nowMs);
  if (dispatchBy !== undefined && late) return deadlineTag(order, dispatchBy, true, nowMs);
  if (answerBy !== undefined) return deadlineTag(order, answerBy, Date.parse(answerBy) < nowMs, nowMs);
  if (order.unsolved) return { tag: cardTags.unsolved, tone: 'red', category: subjectOf(order) };
  if (order.private) return { tag: subjectOf(order), tone: 'gold' };
  if (order.source === 'phone') return { tag: cardTags.byPhone, tone: 'plain', category: subjectOf(order) };
  return { tag: categoryName(order), tone: 'red' };
}

/**
 * What is due next, by where the order is: an errand is done in person rather than sent on, and whoever was asked is
 * reminded before more are.
 */
const staffFirst: Record<OrderStatus, readonly OrderAction[]> = {
  submitted: ['accept', 'dispatch'],
  dispatched: ['accept', 'remind', 'dispatch'],
  accepted: ['complete', 'remind'],
  completed: ['confirm', 'remind'],
  outside: ['recordAnswer'],
  closed: [],
};

/**
 * In a grid worker's queue or on the secretary's desk: one action a card. A private matter shows no words where others
 * may look on.
 */
export function staffCard(order: OrderSummary, nowMs: number): OrderCard {
  const action = mustCallFirst(order)
    ? 'recordCall'
    : (staffFirst[order.status].find((candidate) => order.actions.includes(candidate)) ?? '');
  const made = card(order, nowMs, {
    ...staffTag(order, nowMs),
    line: joinParts(returnsLine(order), staffLine(order)),
    actionLabel: staffActionLabel(action, order),
    action,
  });
  return order.private ? { ...made, title: orderTitle({ kind: order.kind }) } : made;
}

const residentTones: Record<OrderStatus, Tone> = {
  submitted: 'plain',
  dispatched: 'red',
  accepted: 'good',
  completed: 'warning',
  outside: 'plain',
  closed: 'plain',
};

/** One of the resident's own. */
export function residentCard(order: OrderSummary, nowMs: number): OrderCard {
  return card(order, nowMs, {
    tag: order.joined && order.status !== 'closed' ? cardTags.joined : statusName(order, 'resident'),
    tone: residentTones[order.status],
    line: residentLine(order),
    actionLabel: residentActionLabel(order),
    action: '',
  });
}

/** A wish, without a name. */
export function wishCard(order: OrderSummary, nowMs: number): OrderCard {
  const mayAccept = order.actions.includes('accept');
  return card(order, nowMs, {
    tag: statusName(order, 'staff'),
    tone: 'plain',
    line: joinParts(order.gridName, wisher(order), handOverDay(order)),
    actionLabel: mayAccept ? actionName('accept', order) : '',
    action: mayAccept ? 'accept' : '',
  });
}

const memberTones: Record<OrderStatus, Tone> = {
  submitted: 'plain',
  dispatched: 'warning',
  accepted: 'good',
  completed: 'good',
  outside: 'plain',
  closed: 'plain',
};

function memberTag(order: OrderSummary, nowMs: number): Tag {
  const { status, acceptBy, late, unsolved } = order;
  if (status === 'dispatched' && acceptBy !== undefined) return deadlineTag(order, acceptBy, late, nowMs);
  return unsolved
    ? { tag: cardTags.goAgain, tone: 'red', category: subjectOf(order) }
    : { tag: statusName(order, 'staff'), tone: memberTones[status] };
}

/** Offered to a member, accepted by one, or done. */
export function memberCard(order: OrderSummary, nowMs: number): OrderCard {
  const { status, when, createdAt, unsolved, placeName, actions } = order;
  return card(order, nowMs, {
    ...memberTag(order, nowMs),
    line: joinParts(
      unsolved ? unsolvedNote : undefined,
      placeName,
      notableRequester(order),
      status === 'closed' ? undefined : visitTimeLine(when, createdAt, nowMs),
    ),
    actionLabel: memberActionLabel(order),
    action: actions.includes('accept') ? 'accept' : '',
  });
}
