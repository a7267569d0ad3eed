import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import type { Where } from '../../platform/database';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { waitingVisitView } from '../view';
import { visits } from '../visit';

/** Of one's own household, or of the place that the hat works on. */
function visitsFor({ scope, hat, login }: SignedIn): Where {
  return scope === 'household' ? { placeId: login.home?.placeId ?? login.personId } : { scopes: hat.placeId };
}

/**
 * Courtyard heads' visits that wait for the caller's word: to their own household, or in the place of the hat in use;
 * newest first.
 * Cost: 2 reads.
 */
export const listVisitsToConfirm = signedInEndpoint({
  name: 'visit.listToConfirm',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, input) {
    const found = await database.find(visits, {
      where: { ...visitsFor(caller), waiting: true, listKey: belowCursor(input.cursor) },
      sort: { listKey: 'desc' },
      ...pageQuery(limits.pageSize),
      exclude: ['note', 'outbox', 'acts', 'requests'],
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    return done({
      visits: shown.map((visit) => waitingVisitView(visit, caller)),
      ...(next !== undefined && { next }),
    });
  },
});
