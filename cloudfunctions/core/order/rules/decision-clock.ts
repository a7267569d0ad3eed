import { caseOf, type ModerationCase } from '../../moderation/rules/case';
import {
  decideBy,
  isDecisionLate,
  nextTelling,
  tellingAfter,
  type DecisionTerms,
} from '../../moderation/rules/case-clock';
import type { ListedOrder, NoShow, OrderState } from '../document/order';
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

/** What the clock tells somebody next of a part, or of an appeal, that waits for a person, and when. */
export type Telling = { readonly at: Date } & ({ readonly found: ModerationCase } | { readonly appealed: NoShow });

/**
 * The next telling of all parts that the order still has, and of who says that they did come, whatever its status; null
 * for none.
 */
export function nextDecisionTelling(order: OrderState): Telling | null {
  const terms = decisionTerms(order.terms);
  return [...partTellings(order, terms), ...appealTellings(order, terms)].reduce<Telling | null>(
    (first, telling) => (!first || telling.at.getTime() < first.at.getTime() ? telling : first),
    null,
  );
}

function partTellings(order: OrderState, terms: DecisionTerms): readonly Telling[] {
  if (!order.cases) return [];
  return publicPartsOf(order).flatMap(({ part }) => {
    const found = caseOf(order, part);
    const at = found && nextTelling(found, terms);
    return found && at ? [{ found, at }] : [];
  });
}

function appealTellings({ noShows }: OrderState, terms: DecisionTerms): readonly Telling[] {
  return noShows.flatMap((appealed) => {
    const { appeal } = appealed;
    const at = appeal && !appeal.ruling ? tellingAfter(appeal.at, appeal.told ?? 0, terms) : null;
    return at ? [{ appealed, at }] : [];
  });
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
