import { signedInEndpoint } from '../../access/endpoint';
import { orders } from '../../order/document/order';
import { orderActor } from '../../order/flow/order-actor';
import { revealLine } from '../../order/flow/reveal-line';
import { defaultDailyLimits } from '../../order/limits/policy';
import { maybeHeldSlots, writeReveal } from '../../order/limits/write-reveal';
import { visibilityOf } from '../../order/rules/visibility';
import { communities } from '../../place/community';
import { recordUpload } from '../../photo/upload-record';
import { refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { printPages } from '../print-pages';
import { transferPages } from '../rules/transfer-sheet';
import { transferContent } from '../transfer-content';

/**
 * The sheet of an order that somebody outside has, such as the city's hotline 12345, in the order of the fields that
 * they take down: it holds the requester's name and whole number, so that it is a look at the number, which its owner
 * reads and which counts as one of the day's. The file is deleted by night, a day later.
 * Where they looked very often that day, 2 reads and 1 write more, seldom again.
 * Cost: 2 reads, 4 writes.
 */
export const printTransferSheet = signedInEndpoint({
  name: 'file.printTransferSheet',
  input: object({ orderId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { orderId }) {
    const held = maybeHeldSlots(context, caller.login.personId);
    const found = await context.database.getWith(orders, orderId, { in: communities, by: 'communityId' }, held);
    const order = found?.document;
    if (!found?.other || !order || order.communityId !== caller.login.communityId)
      return refuse('NOT_FOUND', 'orderId');
    const visibility = visibilityOf(order, orderActor(caller));
    if (!visibility?.others || !visibility.requester) return refuse('NOT_FOUND', 'orderId');
    if (order.status !== 'outside') return refuse('WRONG_STATUS', 'orderId');
    const line = revealLine(context, caller, order, order.requester);
    const refused = await writeReveal(context, line, found.other.policy.order.limits ?? defaultDailyLimits, found.held);
    if (refused) return refused;
    const printed = await printPages(
      context,
      `prints/${line._id}-transfer.pdf`,
      transferPages(transferContent(order, found.other)),
    );
    if (printed.ok)
      await recordUpload(context, { holderId: order._id, cleanIds: [], originalIds: [printed.data.fileId] });
    return printed;
  },
});
