import { groupedPhone } from '../../../../miniprogram/contracts/written-phone';
import { signedInEndpoint } from '../../access/endpoint';
import { orders, type Order } from '../../order/document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { orderActor } from '../../order/flow/order-actor';
import { waitingOf } from '../../order/rules/deadlines';
import { isCalled } from '../../order/rules/relations';
import { seatsOf } from '../../order/rules/seats';
import { visibilityOf } from '../../order/rules/visibility';
import { communities, type Community } from '../../place/community';
import { refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { printPages } from '../print-pages';
import { slipText } from '../text/slip';
import { orderSlip, type SlipContent } from '../rules/slip';

/**
 * The slip of an order that was asked for by telephone, for somebody without WeChat: number, what, who comes, by when,
 * and whom to call. It names nobody else than who comes, and holds no number but those of the community; the four
 * digits are for the requester alone, so that they are not on it. Each of the staff has one file, in the place of the
 * last.
 * Cost: 2 reads.
 */
export const printSlip = signedInEndpoint({
  name: 'file.printSlip',
  input: object({ orderId: id }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { orderId }) {
    const found = await context.database.getWith(orders, orderId, { in: communities, by: 'communityId' });
    const order = found?.document;
    if (!found?.other || !order || order.communityId !== caller.login.communityId)
      return refuse('NOT_FOUND', 'orderId');
    const visibility = visibilityOf(order, orderActor(caller));
    if (!visibility?.instructions || !visibility.requester) return refuse('NOT_FOUND', 'orderId');
    if (!isCalled(order)) return refuse('WRONG_STATUS', 'orderId');
    const page = orderSlip(slipContent(order, found.other));
    return printPages(context, `prints/${caller.login.personId}-slip.pdf`, [page]);
  },
});

function slipContent(order: Order, { name, grids, office, duty }: Community): SlipContent {
  const { number, words, place, status, kind, checklist = [] } = order;
  const grid = grids.find(({ gridId }) => gridId === place.gridId);
  const seats = status === 'accepted' || status === 'completed' ? seatsOf(order) : [];
  const appointment = seats.flatMap((seat) => seat.appointment ?? [])[0];
  const waiting = waitingOf(order);
  const worker = grid?.worker && { name: grid.worker.name, phone: grid.workerPhone ?? grid.worker.phone };
  const phones = [worker, { name: slipText.office, phone: office.phone }, duty].flatMap((one) => one ?? []);
  return {
    community: name,
    number,
    what: titleOf(words),
    helpers: seats.map((seat) => seat.name),
    isErrand: kind === 'agency',
    ...(appointment && { appointment }),
    ...(waiting && { until: waiting.until }),
    isClosed: status === 'closed',
    papers: checklist,
    phones: phones
      .filter(({ phone }, index) => phones.findIndex((other) => other.phone === phone) === index)
      .map((one) => ({ name: one.name, phone: groupedPhone(one.phone) })),
  };
}
