import { deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type OutgoingMessage } from '../../message/outgoing';
import type { SignedIn } from '../../access/caller';
import { kindFor } from '../../access/inbox';
import type { OrderView } from '../../../../miniprogram/contracts/order';
import type { Context } from '../../platform/context';
import type { Result } from '../../platform/result';
import { withIndexFields } from '../document/index-fields';
import type { Order } from '../document/order';
import { owedAfter } from '../rules/owed-news';
import { lineBetween } from '../rules/trail';
import { notificationsOf } from './notifications';
import { presentOrder } from './present-order';

/** An order as a move leaves it, with the news of the move in its outbox. */
export interface AnnouncedOrder {
  readonly order: Order;
  /** The news of this move alone. */
  readonly messages: readonly OutgoingMessage[];
}

/**
 * Puts the news of a move into the order, so that the write that makes the move remembers whom to tell of it, also on
 * the telephone.
 * @param before the order as it was; a new one is its own
 */
export function withNews(before: Order, after: Order): AnnouncedOrder {
  const source = `${after._id}:${after.revision}`;
  const messages = outgoingMessages(source, after.updatedAt, notificationsOf(before, after));
  const owed = owedAfter(after, lineBetween(before, after), (personId) =>
    messages.filter(({ personIds }) => personIds.includes(personId)).map(({ content }) => kindFor(content, personId)),
  );
  return { order: { ...withIndexFields({ ...after, ...owed }), ...addToOutbox(after, messages) }, messages };
}

/**
 * Answers a call that was made before: whatever of the order's news has not arrived, because the first call broke off,
 * is delivered now.
 */
export async function presentAgain(context: Context, caller: SignedIn, order: Order): Promise<Result<OrderView>> {
  await deliverMissing(context, order.outbox ?? []);
  return presentOrder(context, caller, order);
}
