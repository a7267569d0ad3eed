import type { Input } from '../../../miniprogram/contracts/api';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { derivedId, timeKey } from '../platform/ids';
import type { VisitPlan } from './plan';
import type { VisitPolicy } from './policy';
import type { Visit } from './visit';

const dayMs = 86_400_000;

/** One visit of somebody to a household on a day. */
export function visitIdOf(placeId: string, day: string, personId: string): string {
  return derivedId('vi', 'visit', placeId, day, personId);
}

/** A visit that the caller made: a courtyard head's waits for somebody's word, unless nobody opened. */
export function newVisit(
  context: Context,
  caller: SignedIn,
  plan: VisitPlan,
  { day, outcome, note, policy }: Pick<Input<'visit.record'>, 'day' | 'outcome' | 'note'> & { policy: VisitPolicy },
): Visit {
  const { login, hat } = caller;
  const at = context.clock.now();
  const _id = visitIdOf(plan._id, day, login.personId);
  const waiting = hat.hat === 'courtyardHead' && outcome !== 'absent';
  const inDays = (days: number) => new Date(at.getTime() + days * dayMs);
  const { communityId, path, label, scopes, planned } = plan;
  return {
    _id,
    communityId,
    placeId: plan._id,
    path,
    label,
    scopes,
    day,
    at,
    by: { personId: login.personId, name: login.name, hat: hat.hat },
    outcome,
    ...(note !== undefined && { note, noteUntil: inDays(policy.noteDays) }),
    plannedDay: planned && planned.personId === login.personId && planned.day <= day ? planned.day : null,
    confirmation: waiting ? { state: 'asked', by: null, award: null } : null,
    waiting,
    ...(waiting && { waitUntil: inDays(policy.confirmDays) }),
    listKey: timeKey(at, _id),
    updatedAt: at,
    requests: [context.request],
    ...withAct({}, context, caller, 'visit.record'),
  };
}
