import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { branchIdOf } from '../../place/branch';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { reversals } from '../disputes/reversal';
import { readerOf } from '../reader';
import { reversalView } from '../disputes/reversal-view';

/**
 * Lines that wait to be looked at, the longest first.
 * Cost: 2 reads.
 */
export const listReversals = signedInEndpoint({
  name: 'passbook.listReversals',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller) {
    const where = { branchId: branchIdOf(caller.login.communityId), open: true };
    const found = await context.database.find(reversals, { where, sort: { since: 'asc' }, limit: limits.pageSize });
    return done({ reversals: found.map((reversal) => reversalView(reversal, readerOf(context, caller))) });
  },
});
