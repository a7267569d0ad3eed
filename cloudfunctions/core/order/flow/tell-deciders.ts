import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import { toldOnce } from '../../moderation/rules/decide-case';
import { withIndexFields } from '../document/index-fields';
import type { Order } from '../document/order';
import type { Telling } from '../rules/decision-clock';
import { waitingNews } from './moderation-news';
import type { AnnouncedOrder } from './news';

/**
 * The order once the clock has told somebody that a part of it waits for a person. It is no move: nothing stands in the
 * trail, and the version stays.
 */
export function withDecidersTold(order: Order, { found }: Telling, now: Date): AnnouncedOrder {
  const told = { ...order, ...toldOnce(order, found), revision: order.revision + 1 };
  const messages = outgoingMessages(`${told._id}:${told.revision}`, now, waitingNews(order, found));
  return { order: { ...told, ...withIndexFields(told), ...addToOutbox(order, messages) }, messages };
}
