import { appealOf, awaitsDecision, type ModerationCase } from './case';

const hourMs = 3_600_000;

/** How long a decision may wait, when those who decide are warned, and when each level after that is told. */
export interface DecisionTerms {
  readonly withinHours: number;
  /** A share of that time. */
  readonly warnAt: number;
  /** Hours after its end. */
  readonly escalateAfterHours: readonly number[];
}

/** Since when a part waits for a person: the doubt, or the author's appeal. Null for one that waits for nobody. */
export function waitsSince(found: ModerationCase): Date | null {
  if (!awaitsDecision(found)) return null;
  return (found.state === 'appealed' ? appealOf(found)?.at : undefined) ?? found.openedAt;
}

/** Until when somebody is to decide; null where nobody is asked. */
export function decideBy(found: ModerationCase, { withinHours }: DecisionTerms): Date | null {
  const from = waitsSince(found);
  return from && new Date(from.getTime() + withinHours * hourMs);
}

/** Whether the decision is late: it is not at the very end of its time. */
export function isDecisionLate(found: ModerationCase, terms: DecisionTerms, now: Date): boolean {
  const until = decideBy(found, terms);
  return until !== null && now.getTime() > until.getTime();
}

/** When the clock tells somebody next that a part waits; null once all levels were told, and where none is to be. */
export function nextTelling(found: ModerationCase, terms: DecisionTerms): Date | null {
  const from = waitsSince(found);
  return from && tellingAfter(from, found.told ?? 0, terms);
}

/**
 * The same of anything that waits for a decision.
 * @param told how often the clock told somebody already
 */
export function tellingAfter(
  from: Date,
  told: number,
  { withinHours, warnAt, escalateAfterHours }: DecisionTerms,
): Date | null {
  if (told === 0) return new Date(from.getTime() + withinHours * hourMs * warnAt);
  const hours = escalateAfterHours[told - 1];
  return hours === undefined ? null : new Date(from.getTime() + (withinHours + hours) * hourMs + 1);
}
