import { daysAfter } from '../../time/shanghai';
import type { VisitPlan } from '../plan';
import type { VisitPolicy } from '../policy';

type Due = Pick<VisitPlan, '_id' | 'alone' | 'since' | 'last'>;

/**
 * By when somebody visits a household again: a period of the policy after the last visit at which somebody was met; at
 * once where there was none. Nobody opening moves nothing. Pure.
 */
export function dueDayOf({ alone, since, last }: Omit<Due, '_id'>, policy: VisitPolicy): string {
  return last ? daysAfter(last.day, alone ? policy.aloneEveryDays : policy.everyDays) : since;
}

/** A plan with the day that is due now, and the key by which lists sort it. Pure. */
export function withDueDay<Plan extends Due>(
  plan: Plan,
  policy: VisitPolicy,
): Plan & Pick<VisitPlan, 'dueDay' | 'listKey'> {
  const dueDay = dueDayOf(plan, policy);
  return { ...plan, dueDay, listKey: `${plan.alone ? '0' : '1'}:${dueDay}:${plan._id}` };
}
