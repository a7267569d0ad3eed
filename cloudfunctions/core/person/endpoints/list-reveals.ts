import { limits } from '../../../../miniprogram/contracts/limits';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { audit } from '../audit';
import { signedInEndpoint } from '../../access/endpoint';

/**
 * To whom the caller's phone number was revealed, when and for which order, household or call for help; newest first.
 * Cost: 2 reads.
 */
export const listReveals = signedInEndpoint({
  name: 'person.listReveals',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }, input) {
    const where = { ownerId: login.personId, timeKey: belowCursor(input.cursor) };
    const found = await database.find(audit, { where, sort: { timeKey: 'desc' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ timeKey }) => timeKey);
    const lines = shown.map(({ at, by, orderNumber, placeLabel, alertId, listReason }) => ({
      at: at.toISOString(),
      byName: by.name,
      hat: by.hat,
      ...(orderNumber !== undefined && { orderNumber }),
      ...(placeLabel !== undefined && { placeLabel }),
      ...(alertId !== undefined && { isAlert: true as const }),
      ...(listReason !== undefined && { listReason }),
    }));
    return done({ reveals: lines, ...(next !== undefined && { next }) });
  },
});
