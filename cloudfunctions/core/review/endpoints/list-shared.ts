import { limits } from '../../../../miniprogram/contracts/limits';
import { whereReached, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { namedByKey, readApart } from '../../person/read-apart';
import type { Where } from '../../platform/database';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { exchanges, readHolding, waitsFor } from '../exchange/exchange';
import { readLatest } from '../exchange/latest';

/**
 * Who shares their record with the caller's employer, of whatever branch, with the newest confirmed month of theirs;
 * for who reads the books of the branch, everybody who ever did. Where two have one name, one read
 * more.
 * Cost: 5 reads.
 */
export const listShared = signedInEndpoint({
  name: 'review.listShared',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, input) {
    const where = ownWhere(caller);
    if (!where) return done({ members: [] });
    const found = await database.find(exchanges, {
      where: { ...where, nameKey: { gt: input.cursor ?? '' } },
      sort: { nameKey: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ nameKey }) => nameKey);
    const holding = await readHolding(database, shown);
    const seen = caller.scope === 'employer' ? shown.filter(({ _id }) => holding.has(_id)) : shown;
    const latest = await readLatest(database, seen);
    const latestOf = new Map(latest.map((one) => [one.row.personId, one]));
    const apart = await readApart(database, found, apartBy(caller.hat.hat), namedByKey(input.cursor));
    return done({
      members: seen.map((exchange) => {
        const { personId, name, employerName } = exchange;
        const shared = holding.has(exchange._id);
        const waiting = waitsFor(exchange);
        const own = latestOf.get(personId);
        return {
          ...{ personId, name, ...apart(personId), employerName, shared },
          ...(waiting && { waitsFor: waiting }),
          ...(own && { latest: own }),
        };
      }),
      ...(next !== undefined && { next }),
    });
  },
});

/** Of an employer's hat those who agreed, of a branch all; null of a hat of no employer. */
function ownWhere(caller: SignedIn): Where | null {
  if (caller.scope !== 'employer') return whereReached(caller);
  return caller.hat.employerId === undefined ? null : { employerId: caller.hat.employerId, agreed: true };
}
