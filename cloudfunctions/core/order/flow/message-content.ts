import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { Notification } from '../../message/outgoing';
import { isWithheld } from '../../moderation/rules/case';
import { paidAward, type Order, type TrailLine } from '../document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { deadlineOf, waitingOf } from '../rules/deadlines';
import { wordsPart } from '../rules/public-parts';
import { seatsOf } from '../rules/seats';
import { withDeadline, withStageDeadline } from './news-deadlines';
import { seatTime } from './seat-news';

/** Who made a move, where a message may say it: the requester of a private order is named in none. */
function namedActor(order: Order, { by }: TrailLine): string | undefined {
  return order.private && by?.personId === order.requester.personId ? undefined : by?.name;
}

/** What a message about a move says to whoever gets it. */
export function messageContent(kind: MessageKind, order: Order, line: TrailLine): Notification['content'] {
  const name = nameIn(kind, order, namedActor(order, line));
  const time = seatTime(kind, order, line);
  const paid = paidBy(kind, order);
  return {
    kind,
    // Whoever dropped out of it finds nothing there any more.
    ...(kind !== 'made-private' && { orderId: order._id }),
    ...(order.urgent && { urgent: true }),
    ...(!order.private && !isWithheld(order, wordsPart) && { title: titleOf(order.words) }),
    ...(name !== undefined && { name }),
    ...(paid && { points: paid.points }),
    ...(withDeadline.has(kind) && { until: deadlineOf(order) }),
    ...(time && { until: time }),
    ...(withStageDeadline.has(kind) && { until: waitingOf(order)?.until ?? deadlineOf(order) }),
  };
}

/** What whoever reads it earned: who did it, or the courtyard head who vouched for it. */
function paidBy(kind: MessageKind, order: Order): { readonly points: number } | null {
  if (kind === 'points') return seatsOf(order).flatMap((seat) => paidAward(seat) ?? [])[0] ?? null;
  return kind === 'vouched' && order.vouching && 'points' in order.vouching.award ? order.vouching.award : null;
}

/** Whom the sentence names: who goes, or who did it. A resident with a private matter stays unnamed. */
function nameIn(kind: MessageKind, order: Order, byName: string | undefined): string | undefined {
  switch (kind) {
    case 'created':
    case 'cancelled':
      return order.private ? undefined : byName;
    case 'accepted':
      return (order.helpers.at(-1) ?? order.assignee)?.name ?? byName;
    case 'not-come':
      return order.noShows.at(-1)?.name;
    case 'finished':
    case 'unsolved':
      return order.assignee?.name ?? byName;
    case 'offered':
    case 'dispatched':
    case 'reminded':
    case 'appointed':
    case 'appealed':
    case 'declined':
    case 'given-back':
    case 'replied':
      return byName;
    default:
      return undefined;
  }
}
