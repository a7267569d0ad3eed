import type { HomeVisitRow } from '../../../../miniprogram/contracts/help';
import type { Person } from '../../person/person';
import { daysAfter } from '../../time/shanghai';
import type { HomeVisitPlan } from '../home-visit';

type Member = Pick<Person, '_id' | 'name' | 'memberClass' | 'leftAt'>;

/**
 * By when the next visit is due: a period after the last one; where there was none yet, a week after somebody was named
 * to make it. Pure.
 */
export function nextDueDay(lastDay: string | null, everyDays: number, today: string): string {
  return lastDay === null ? daysAfter(today, 7) : daysAfter(lastDay, everyDays);
}

/** Why somebody cannot visit somebody: the visitor is of the committee class, and nobody visits themselves (S3-06). */
export function visitorFault(visitor: Member, member: Member): 'visitorId' | 'personId' | null {
  if (member.leftAt) return 'personId';
  if (visitor.memberClass !== 'committee' || visitor.leftAt || visitor._id === member._id) return 'visitorId';
  return null;
}

/** Whether a day can be one on which a visit was made: not in the future, and within a quarter of a year. */
export function isVisitDay(day: string, today: string): boolean {
  return day <= today && day >= daysAfter(today, -92);
}

/**
 * Whom a branch visits at home: its special members, whom these visits are for, and whoever is visited already. The
 * most urgent come first, before them those for whom nobody was named. Pure.
 */
export function homeVisitRows(
  members: readonly Member[],
  plans: readonly HomeVisitPlan[],
  { today, personId }: { readonly today: string; readonly personId: string },
): readonly HomeVisitRow[] {
  const planOf = new Map(plans.map((plan) => [plan._id, plan]));
  const present = members.filter(({ leftAt }) => !leftAt);
  return present
    .filter(({ _id, memberClass }) => memberClass === 'special' || planOf.has(_id))
    .map((member) => homeVisitRow(member, planOf.get(member._id), { today, personId }))
    .sort((one, other) => compare(one.dueDay ?? '', other.dueDay ?? '') || compare(one.personId, other.personId));
}

/** One member with what is planned for them. Pure. */
export function homeVisitRow(
  { _id, name, memberClass }: Member,
  plan: HomeVisitPlan | undefined,
  { today, personId }: { readonly today: string; readonly personId: string },
): HomeVisitRow {
  return {
    personId: _id,
    name,
    ...(plan && { visitorName: plan.visitor.name, dueDay: plan.dueDay }),
    ...(plan?.lastDay && { lastDay: plan.lastDay }),
    isLate: plan !== undefined && plan.dueDay < today,
    ...(memberClass !== 'special' && { notSpecial: true as const }),
    isMine: plan?.visitor.personId === personId,
  };
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
