import { defaultReplyWithinHours } from '../policy';
import type { ListedOrder, OrderState } from '../document/order';
import type { OrderTerms } from '../document/terms';
import { acceptUnitOf, laterBy } from './accept-by';
import type { CommandContext, OrderCommand } from './command';
import type { OrderChange } from './evolve';
import { awaitsAcceptance, isQuiet, type Cell } from './lifecycle';

const hourMs = 3_600_000;

/** How long an order waits for its requester's answers, all of them together. */
export function replyWithinMs({ replyWithinHours = defaultReplyWithinHours }: OrderTerms): number {
  return replyWithinHours * hourMs;
}

/** What is left of that time; less than an hour is nothing that anybody could answer in. */
export function replyTimeLeftMs({ terms, askedMs = 0 }: Pick<ListedOrder, 'terms' | 'askedMs'>): number {
  const leftMs = replyWithinMs(terms) - askedMs;
  return leftMs < hourMs ? 0 : leftMs;
}

/** Whether a move goes on without the answer: it leads into another status, or somebody says when they come. */
export function passesOver({ question, status }: OrderState, { action }: OrderCommand, { to }: Cell): boolean {
  return Boolean(question) && !isQuiet(action) && (to !== status || action === 'appoint');
}

/**
 * The clock goes on where it stood still: what was left of the time when the requester was asked is left of it now.
 * Hours that somebody named for coming are no such time, and stay.
 */
export function resumed(order: OrderState, context: Pick<CommandContext, 'at' | 'calendar'>): OrderChange {
  const { question, stageClock, acceptBy, clockStartedAt, terms, askedMs = 0 } = order;
  if (!question) return {};
  const stood = { from: question.at, to: context.at };
  const stoodMs = context.at.getTime() - question.at.getTime();
  const change = { question: null, askedMs: askedMs + stoodMs };
  if (!awaitsAcceptance(order.status)) {
    if (!stageClock) return change;
    const startedAt = new Date(stageClock.startedAt.getTime() + stoodMs);
    const until = stageClock.until && laterBy(stageClock.until, stood, 'workingDays', context.calendar);
    return { ...change, stageClock: { ...stageClock, startedAt, ...(until && { until }) } };
  }
  if (!acceptBy) return { ...change, clockStartedAt: new Date(clockStartedAt.getTime() + stoodMs) };
  const unit = order.calendarUnknown ? 'hours' : acceptUnitOf(terms);
  return { ...change, acceptBy: laterBy(acceptBy, stood, unit, context.calendar) };
}
