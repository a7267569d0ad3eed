import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { redemptions } from '../redemption';
import { voucherView } from '../view';
import { drawVoucherCode } from '../voucher-code';

/**
 * One voucher of the caller's own, with the picture of its code while it is held.
 * Cost: 1 read.
 */
export const getVoucher = signedInEndpoint({
  name: 'reward.get',
  input: object({ redemptionId: id }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: ({ redemptionId }) => ({ from: redemptions, id: redemptionId }),
  async run({ database, clock }, { login }, { redemptionId }) {
    const found = await database.get(redemptions, redemptionId);
    if (found?.personId !== login.personId) return refuse('NOT_FOUND', 'redemptionId');
    const view = voucherView(found, clock.now());
    return done(found.state === 'held' ? { ...view, codeImage: await drawVoucherCode(found.code) } : view);
  },
});
