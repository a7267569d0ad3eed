import { limits } from '../../../../miniprogram/contracts/limits';
import { whereReached } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { behindLine, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { object, optional, timeCursor } from '../../platform/validation';
import { reversals } from '../disputes/reversal';
import { readerOf } from '../reader';
import { reversalView } from '../disputes/reversal-view';

/**
 * Lines that wait to be looked at, the longest first. Where two of one name stand in it, one read more.
 * Cost: 2 reads.
 */
export const listReversals = signedInEndpoint({
  name: 'passbook.listReversals',
  input: object({ cursor: optional(timeCursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { cursor }) {
    const where = { ...whereReached(caller), open: true };
    const found = await context.database.find(reversals, {
      ...behindLine(where, 'since', cursor, (time) => new Date(time)),
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ since, _id }) => `${since.toISOString()}>${_id}`);
    const reader = readerOf(context, caller);
    const named = shown.map(({ personId, personName: name }) => ({ personId, name }));
    const apart = await readApart(context.database, named, apartBy(caller.hat.hat));
    return done({
      reversals: shown.map((reversal) => ({ ...reversalView(reversal, reader), ...apart(reversal.personId) })),
      ...(next !== undefined && { next }),
    });
  },
});
