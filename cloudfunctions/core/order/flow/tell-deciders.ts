import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import { toldOnce } from '../../moderation/rules/decide-case';
import { withIndexFields } from '../document/index-fields';
import type { NoShow, Order } from '../document/order';
import type { Telling } from '../rules/decision-clock';
import { appealDueNews, waitingNews } from './moderation-news';
import type { AnnouncedOrder } from './news';

/**
 * The order once the clock has told somebody that a part of it, or who says that they did come, waits for a person.
 * It is no move: nothing stands in the trail, and the version stays.
 */
export function withDecidersTold(order: Order, telling: Telling, now: Date): AnnouncedOrder {
  const change = 'found' in telling ? toldOnce(order, telling.found) : appealTold(order, telling.appealed);
  const told = { ...order, ...change, revision: order.revision + 1 };
  const news = 'found' in telling ? waitingNews(order, telling.found) : appealDueNews(order, telling.appealed);
  const messages = outgoingMessages(`${told._id}:${told.revision}`, now, news);
  return { order: { ...told, ...withIndexFields(told), ...addToOutbox(order, messages) }, messages };
}

function appealTold({ noShows }: Order, appealed: NoShow): Pick<Order, 'noShows'> {
  const { appeal } = appealed;
  const told = appeal && { ...appealed, appeal: { ...appeal, told: (appeal.told ?? 0) + 1 } };
  return { noShows: noShows.map((one) => (one === appealed && told ? told : one)) };
}
