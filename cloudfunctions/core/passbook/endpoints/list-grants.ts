import { limits } from '../../../../miniprogram/contracts/limits';
import { branchOf, whereReached } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { communities } from '../../place/community';
import { policyOfBranch } from '../../policy/branch-points';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { grants } from '../grants/grant';
import { readGrantMonth } from '../grants/grant-store';
import { grantView } from '../grants/grant-view';
import { defaultPassbookPolicy, grantCapOf } from '../policy';
import { readerOf } from '../reader';

/**
 * What waits for a second person, or was settled, the newest first; and how much the caller may still give.
 * Where two of one name stand in it, one read more.
 * Cost: 2 reads.
 */
export const listGrants = signedInEndpoint({
  name: 'passbook.listGrants',
  input: object({ state: v.picklist(['open', 'settled']), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const { database, clock } = context;
    const { communityId, personId } = caller.login;
    const whose = whereReached(caller);
    const where = { ...whose, open: input.state === 'open', sinceKey: belowCursor(input.cursor) };
    const [found, community, month] = await Promise.all([
      database.find(grants, { where, sort: { sinceKey: 'desc' }, ...pageQuery(limits.pageSize) }),
      database.get(communities, communityId),
      readGrantMonth(database, caller.login.communityId, { personId, at: clock.now() }),
    ]);
    if (!community) return refuse('NOT_FOUND');
    const { shown, next } = cutPage(found, limits.pageSize, ({ sinceKey }) => sinceKey);
    const reader = readerOf(context, caller);
    const named = shown.map(({ personId, personName: name }) => ({ personId, name }));
    const apart = await readApart(context.database, named, apartBy(caller.hat.hat));
    const { passbook = defaultPassbookPolicy } = policyOfBranch(community, branchOf(caller));
    return done({
      grants: shown.map((grant) => ({ ...grantView(grant, reader), ...apart(grant.personId) })),
      room: { cap: grantCapOf(passbook), used: month?.points ?? 0 },
      ...(next !== undefined && { next }),
    });
  },
});
