import { limits } from '../../../../miniprogram/contracts/limits';
import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOf } from '../../access/permissions';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, id, object, optional } from '../../platform/validation';
import { visitPlans } from '../plan';
import { householdView, visitView } from '../view';
import { visits } from '../visit';

/**
 * One household in reach: who lives there, what is planned, and its visits, the newest first.
 * Cost: 2 reads.
 */
export const getHousehold = signedInEndpoint({
  name: 'visit.getHousehold',
  input: object({ placeId: id, cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: ({ placeId }) => ({ from: visitPlans, id: placeId }),
  async run({ database }, caller, { placeId, cursor: before }) {
    const [plan, found] = await Promise.all([
      database.get(visitPlans, placeId),
      database.find(visits, {
        where: { placeId, listKey: belowCursor(before) },
        sort: { listKey: 'desc' },
        ...pageQuery(limits.pageSize),
      }),
    ]);
    if (!plan || !reaches(caller, plan)) return refuse('NOT_FOUND', 'placeId');
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    return done({
      household: householdView(plan),
      visits: shown.map(visitView),
      mayRegister: scopeOf(caller.hat.hat, 'residence.registerIn') !== 'none',
      mayRecordAlone: scopeOf(caller.hat.hat, 'visit.recordAlone') !== 'none',
      ...(next !== undefined && { next }),
    });
  },
});
