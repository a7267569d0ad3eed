import { withAct } from '../../access/act';
import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { calendarDay, id, object, optional, requestId } from '../../platform/validation';
import { dayText } from '../../time/shanghai';
import { requestLimit, visitPlans } from '../plan';
import { mayPlanOn } from '../rules/record';
import { householdView } from '../view';

/**
 * Says on which day the caller means to visit a household next; without a day nothing is planned any more.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const planVisit = signedInEndpoint({
  name: 'visit.plan',
  input: object({ placeId: id, day: optional(calendarDay), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, day }) {
    const { database, clock, request } = context;
    if (day !== undefined && !mayPlanOn(day, dayText(clock.now()))) return refuse('INVALID_INPUT', 'day');
    const written = await database.transaction(async (transaction) => {
      const plan = await transaction.get(visitPlans, placeId);
      if (!plan || !reaches(caller, plan)) return refuse('NOT_FOUND', 'placeId');
      const replay = replayOf(plan.requests, request, () => plan);
      if (replay) return replay;
      const { personId, name } = caller.login;
      const set = {
        planned: day === undefined ? null : { day, personId, byName: name },
        revision: plan.revision + 1,
        requests: [...plan.requests, request].slice(-requestLimit),
        ...withAct(plan, context, caller, 'visit.plan'),
      };
      await transaction.update(visitPlans, placeId, { set });
      return done({ ...plan, ...set });
    });
    return written.ok ? done(householdView(written.data)) : written;
  },
});
