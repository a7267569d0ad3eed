import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { voucherCode } from '../inputs';
import { redemptions } from '../redemption';
import { handoverView } from '../view';

/**
 * Whose voucher a code is and what it collects; nothing changes by it.
 * Cost: 2 reads.
 */
export const findVoucher = signedInEndpoint({
  name: 'reward.find',
  input: object({ code: voucherCode }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, { code }) {
    const { communityId } = caller.login;
    const [found] = await database.find(redemptions, { where: { communityId, code }, limit: 1 });
    return found ? done(handoverView(found, caller, clock.now())) : refuse('NOT_FOUND', 'code');
  },
});
