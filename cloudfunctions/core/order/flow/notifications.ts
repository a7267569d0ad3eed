import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { Notification } from '../../message/notify';
import { deadlineOf } from '../rules/deadlines';
import type { Order, TrailLine } from '../document/order';
import { titleOf } from '../document/title';

/** News that say until when. */
const withDeadline: ReadonlySet<MessageKind> = new Set(['created', 'offered', 'dispatched', 'due-soon']);

interface Announcement {
  readonly kind: MessageKind;
  readonly to: readonly (string | undefined)[];
}

/** Who is told of a move, and what; nobody is told of what they did themselves. */
export function notificationsOf(before: Order, after: Order): readonly Notification[] {
  const line = after.trail.at(-1);
  if (!line) return [];
  const actorId = line.by?.personId;
  return announcementsOf(
    before,
    after,
    line.action,
    line.hat === null || actorId === before.requester.personId,
  ).flatMap(({ kind, to }) => {
    const personIds = [...new Set(to)].flatMap((id) => (id === undefined || id === actorId ? [] : [id]));
    return personIds.length === 0 ? [] : [{ personIds, content: messageContent(kind, after, line.by?.name) }];
  });
}

function messageContent(kind: MessageKind, order: Order, byName: string | undefined): Notification['content'] {
  const name = nameIn(kind, order, byName);
  return {
    kind,
    orderId: order._id,
    ...(!order.private && { title: titleOf(order.words) }),
    ...(name !== undefined && { name }),
    ...(kind === 'points' && order.award && { points: order.award.points }),
    ...(withDeadline.has(kind) && { until: deadlineOf(order) }),
  };
}

/** Whom the sentence names: who goes, or who did it. A resident with a private matter stays unnamed. */
function nameIn(kind: MessageKind, order: Order, byName: string | undefined): string | undefined {
  switch (kind) {
    case 'created':
    case 'cancelled':
      return order.private ? undefined : byName;
    case 'accepted':
    case 'unsolved':
      return order.assignee?.name ?? byName;
    case 'offered':
    case 'dispatched':
    case 'reminded':
      return byName;
    default:
      return undefined;
  }
}

function announcementsOf(
  before: Order,
  after: Order,
  action: TrailLine['action'],
  byRequester: boolean,
): readonly Announcement[] {
  const { followers } = after;
  const worker = after.worker?.personId;
  const secretary = after.secretary?.personId;
  const assignee = after.assignee?.personId;
  const { responsibleIds } = before;
  switch (action) {
    case 'dispatch':
      return [
        { kind: 'offered', to: after.responsibleIds.filter((id) => !responsibleIds.includes(id)) },
        { kind: 'dispatched', to: followers },
      ];
    case 'accept':
      return [
        { kind: 'accepted', to: [...followers, worker] },
        { kind: 'offered', to: after.responsibleIds.filter((id) => !responsibleIds.includes(id)) },
      ];
    case 'decline':
    case 'release':
      return [
        { kind: 'declined', to: [worker] },
        ...(after.ruling ? [{ kind: 'ruling' as const, to: [secretary] }] : []),
      ];
    case 'complete':
      return [
        { kind: 'completed', to: [after.requester.personId, ...(after.requester.openid === null ? [worker] : [])] },
      ];
    case 'confirm':
      return [
        { kind: after.award ? 'points' : 'closed', to: [assignee] },
        { kind: 'solved', to: followers },
      ];
    case 'reopen':
      return [
        { kind: 'reopened', to: [assignee] },
        { kind: 'unsolved', to: [worker, secretary] },
      ];
    case 'cancel':
      return [{ kind: 'cancelled', to: [...responsibleIds, worker, ...followers] }];
    case 'refuse':
      return [
        { kind: 'refused', to: followers },
        { kind: 'closed', to: responsibleIds },
      ];
    case 'merge':
      return [{ kind: 'merged', to: [...followers, ...responsibleIds] }];
    case 'transfer':
      return [{ kind: 'transferred', to: [...followers, ...responsibleIds] }];
    case 'remind':
      return [{ kind: 'reminded', to: remindedOf(after, byRequester) }];
    case 'warn':
      return [{ kind: 'due-soon', to: [...responsibleIds, worker] }];
    case 'escalate':
      return [{ kind: 'overdue', to: [escalatedTo(after)] }];
    case 'lapse':
      return [{ kind: 'closed', to: [...followers, assignee] }];
    case 'create':
      return [{ kind: 'created', to: [(after.worker ?? after.leader ?? after.secretary)?.personId] }];
    case 'join':
      return [];
  }
}

/** Whose turn it is; a waiting requester also reminds the grid worker, who is to chase the others. */
function remindedOf(order: Order, byRequester: boolean): readonly (string | undefined)[] {
  if (order.status === 'completed') return [order.requester.personId];
  if (order.status === 'accepted') return [order.assignee?.personId];
  return byRequester ? [order.worker?.personId, ...order.responsibleIds] : order.responsibleIds;
}

/** Each level in turn; where nobody holds the post, the next one that somebody holds. */
function escalatedTo(order: Order): string | undefined {
  const levels = [order.worker, order.leader, order.secretary].slice(order.escalation - 1);
  return levels.find((party) => party !== null)?.personId;
}
