import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../person/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { reversals } from '../entry';
import { reversalView } from '../view';

/** Undos that wait for their second person, oldest first. Two reads. */
export const openReversals = signedInEndpoint({
  name: 'passbook.reversals',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }) {
    const where = { communityId: login.communityId, state: 'proposed' };
    const found = await database.find(reversals, { where, order: { proposedAt: 'up' }, limit: limits.pageSize });
    return done({ reversals: found.map((reversal) => reversalView(reversal, login.personId)) });
  },
});
