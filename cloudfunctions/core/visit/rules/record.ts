import { visitDaysAhead, visitDaysBack, type VisitOutcome } from '../../../../miniprogram/contracts/visit';
import { daysAfter } from '../../time/shanghai';
import type { DayOfVisit, VisitPlan } from '../plan';
import type { VisitPolicy } from '../policy';
import { withDueDay } from './due';

/** Whether a visit of that day may be written down today: it was made, and not long ago. Pure. */
export function mayRecordOn(day: string, today: string): boolean {
  return day <= today && day >= daysAfter(today, -visitDaysBack);
}

/** Whether a visit may be planned for that day. Pure. */
export function mayPlanOn(day: string, today: string): boolean {
  return day >= today && day <= daysAfter(today, visitDaysAhead);
}

/**
 * A plan after a visit: whoever was met counts as visited, unless somebody was met later already; that nobody opened is
 * remembered until somebody is met. What was planned for that day or before is done with. Pure.
 */
export function afterVisit(
  plan: VisitPlan,
  visit: DayOfVisit & { readonly outcome: VisitOutcome },
  policy: VisitPolicy,
): VisitPlan {
  const { outcome, ...day } = visit;
  const isLatest = plan.last === null || plan.last.day <= day.day;
  const isMet = outcome !== 'absent';
  const last = isMet && isLatest ? day : plan.last;
  const missed = isMet ? plan.missed : day;
  return withDueDay(
    {
      ...plan,
      last,
      missed: missed && (last === null || missed.day > last.day) ? missed : null,
      planned: plan.planned && plan.planned.day > day.day ? plan.planned : null,
    },
    policy,
  );
}
