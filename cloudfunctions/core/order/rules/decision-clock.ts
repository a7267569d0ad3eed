import { caseOf, type ModerationCase } from '../../moderation/rules/case';
import { decideBy, isDecisionLate, nextTelling, type DecisionTerms } from '../../moderation/rules/case-clock';
import type { ListedOrder, OrderState } from '../document/order';
import type { OrderTerms } from '../document/terms';
import { defaultModerateWithinHours } from '../policy';
import { publicPartsOf } from './public-parts';

/** The leader of the grid is told first, then the secretary. */
const levels = 2;

/** How long a decision about what others read of an order may wait, and who hears of it when. */
export function decisionTerms({
  moderateWithinHours = defaultModerateWithinHours,
  warnAt,
  escalateAfterHours,
}: OrderTerms): DecisionTerms {
  return { withinHours: moderateWithinHours, warnAt, escalateAfterHours: escalateAfterHours.slice(0, levels) };
}

/** What the clock tells somebody next of a part that waits for a person, and when. */
export interface Telling {
  readonly found: ModerationCase;
  readonly at: Date;
}

/** The next telling of all parts that the order still has, whatever its status; null for none. */
export function nextDecisionTelling(order: OrderState): Telling | null {
  if (!order.cases) return null;
  const terms = decisionTerms(order.terms);
  return publicPartsOf(order)
    .flatMap(({ part }) => caseOf(order, part) ?? [])
    .reduce<Telling | null>((first, found) => {
      const at = nextTelling(found, terms);
      return at && (!first || at.getTime() < first.at.getTime()) ? { found, at } : first;
    }, null);
}

/** Until when somebody is to decide about a part; null where nobody is asked. */
export function decisionDueAt({ terms }: Pick<ListedOrder, 'terms'>, found: ModerationCase): Date | null {
  return decideBy(found, decisionTerms(terms));
}

/** Whether a person should have decided by now about something that others would read. */
export function hasLateDecision(
  { awaitsModeration, cases = [], terms }: Pick<ListedOrder, 'awaitsModeration' | 'cases' | 'terms'>,
  now: Date,
): boolean {
  return awaitsModeration && cases.some((found) => isDecisionLate(found, decisionTerms(terms), now));
}
