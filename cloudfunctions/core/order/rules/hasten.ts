import type { OrderState } from '../document/order';
import type { OrderTerms } from '../document/terms';
import { acceptByOf } from './accept-by';
import type { CommandContext } from './command';
import { deadlineOf } from './deadlines';
import { awaitsAcceptance } from './lifecycle';
import { replyTimeLeftMs } from './question';

type Hastened = Pick<Partial<OrderState>, 'question' | 'acceptBy' | 'clockStartedAt' | 'warnedAt'>;

/**
 * What becomes urgent before anybody is at it: from `at` on there is as much time as for an emergency, and never more
 * than there was. A question to its requester is waited for no longer than that, too; meanwhile the time stands still
 * where it began.
 * @param terms those of an emergency
 */
export function hastened(
  order: OrderState,
  terms: OrderTerms,
  context: Pick<CommandContext, 'at' | 'calendar'>,
): Hastened {
  if (!awaitsAcceptance(order.status)) return {};
  return { ...hastenedQuestion(order, terms, context.at), ...hastenedTime(order, terms, context) };
}

function hastenedQuestion(order: OrderState, terms: OrderTerms, at: Date): Hastened {
  const { question } = order;
  if (!question) return {};
  const until = new Date(at.getTime() + replyTimeLeftMs({ ...order, terms }));
  return until < question.until ? { question: { ...question, until, warnedAt: null } } : {};
}

function hastenedTime(
  order: OrderState,
  terms: OrderTerms,
  { at, calendar }: Pick<CommandContext, 'at' | 'calendar'>,
): Hastened {
  const from = order.question?.at ?? at;
  const before = deadlineOf(order);
  if (order.acceptBy) {
    const { acceptBy } = acceptByOf(terms, from, calendar);
    return acceptBy < before ? { acceptBy, warnedAt: null } : {};
  }
  const after = deadlineOf({ ...order, urgent: true, terms, clockStartedAt: from });
  if (after < before) return { clockStartedAt: from, warnedAt: null };
  // The terms of an emergency, and still the end that was promised.
  return { clockStartedAt: new Date(from.getTime() - (after.getTime() - before.getTime())) };
}
