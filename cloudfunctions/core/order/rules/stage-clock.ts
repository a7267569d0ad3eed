import type { OrderStatus } from '../../../../miniprogram/contracts/order';
import type { OrderState, StageClock } from '../document/order';
import type { OrderTerms } from '../document/terms';
import { workingDaysAfter } from './accept-by';
import type { CommandContext } from './command';
import { hasStageClock } from './lifecycle';

/** The clock of a stage that begins at `at`. */
export function freshStage(at: Date): StageClock {
  return { startedAt: at, warnedAt: null, escalation: 0 };
}

/** In how many working days a stage ends; 0 where its days are plain ones. */
function workingDaysOf(status: OrderStatus, terms: OrderTerms): number {
  if (status === 'accepted') return terms.completeWithinWorkingDays ?? 0;
  return status === 'outside' ? (terms.answerWithinWorkingDays ?? 0) : 0;
}

/**
 * The clock of the stage that a move leads into; null where none has one. Its end is fixed with its beginning where
 * working days count; where the calendar does not know a year, plain days hold, and the clock says which year.
 */
export function stageClockOf(
  status: OrderStatus,
  { terms }: Pick<OrderState, 'terms'>,
  { at, calendar }: Pick<CommandContext, 'at' | 'calendar'>,
): StageClock | null {
  if (!hasStageClock(status)) return null;
  const days = workingDaysOf(status, terms);
  if (days === 0) return freshStage(at);
  const until = workingDaysAfter(at, days, calendar);
  return { ...freshStage(at), ...(typeof until === 'number' ? { calendarUnknown: until } : { until }) };
}
