import type { OrderSummary, OrderView } from '../../../../miniprogram/contracts/order';
import type { ListedOrder, Order, Question } from '../document/order';
import { deadlineOf, waitingOf, type Waiting } from '../rules/deadlines';
import { awaitsAcceptance } from '../rules/lifecycle';
import type { Visibility } from '../rules/visibility';
import { waitRules } from '../rules/waits';

/** By when somebody is sent, or accepts; while the requester is asked something, until when they are waited for. */
export function untilAccepted(order: ListedOrder): Pick<OrderSummary, 'replyBy' | 'acceptBy' | 'dispatchBy'> {
  if (order.question) return { replyBy: order.question.until.toISOString() };
  if (!awaitsAcceptance(order.status)) return {};
  return { [order.acceptBy ? 'acceptBy' : 'dispatchBy']: deadlineOf(order).toISOString() };
}

/** By when the courtyard's head is to vouch for an errand, while it is their turn; the Saturday of a wish. */
export function ofKind(order: ListedOrder): Pick<OrderSummary, 'vouchBy' | 'saturday'> {
  const waiting = waitingOf(order);
  if (waiting?.wait === 'vouching') return { vouchBy: waiting.until.toISOString() };
  return order.published ? { saturday: order.published.saturday } : {};
}

export function completionOf(order: ListedOrder): Pick<OrderSummary, 'completeBy'> {
  const waiting = waitingOf(order);
  return waiting?.wait === 'completion' ? { completeBy: waiting.until.toISOString() } : {};
}

/** Who outside has it, or had it, and until when their answer is due. */
export function transferOf(order: ListedOrder): Pick<OrderSummary, 'transferredTo' | 'answerBy'> {
  const { transferredTo } = order;
  const waiting = order.status === 'outside' && !order.question ? waitingOf(order) : null;
  return {
    ...(transferredTo !== null && { transferredTo }),
    ...(waiting && { answerBy: waiting.until.toISOString() }),
  };
}

export function questionView({ words, by, at }: Question): NonNullable<OrderView['question']> {
  return { words, byName: by.name, at: at.toISOString() };
}

type WaitView = Pick<
  OrderView,
  | 'acceptWithinHours'
  | 'acceptWithinDays'
  | 'acceptWithinWorkingDays'
  | 'calendarUnknown'
  | 'plainDays'
  | 'callBy'
  | 'lapsesAt'
>;

function acceptWithin({ terms }: Order): Partial<WaitView> {
  const { acceptWithinHours, acceptWithinDays, acceptWithinWorkingDays } = terms;
  return {
    acceptWithinHours,
    ...(acceptWithinDays !== undefined && { acceptWithinDays }),
    ...(acceptWithinWorkingDays !== undefined && { acceptWithinWorkingDays }),
  };
}

/** How many plain days hold where working days could not be counted. */
function plainDaysOf({ from, until }: Waiting): number {
  return Math.round((until.getTime() - from.getTime()) / 86_400_000);
}

/** What the order waits for, and until when. */
export function waitView(order: Order, { others }: Visibility): Partial<WaitView> {
  const waiting = waitingOf(order);
  if (others && waiting?.wait === 'dispatch') return acceptWithin(order);
  if (order.calendarUnknown && waiting?.wait === 'acceptance')
    return { calendarUnknown: order.calendarUnknown, acceptWithinHours: order.terms.acceptWithinHours };
  const year = waiting && order.stageClock?.calendarUnknown;
  if (year && (waiting.wait === 'completion' || waiting.wait === 'answer'))
    return { calendarUnknown: year, plainDays: plainDaysOf(waiting) };
  if (waiting?.wait === 'call') return { callBy: waiting.until.toISOString() };
  return waiting && waitRules[waiting.wait].end === 'lapse' ? { lapsesAt: waiting.until.toISOString() } : {};
}
