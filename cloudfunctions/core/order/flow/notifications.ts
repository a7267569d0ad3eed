import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { Telling } from '../../message/tell';
import { deadlineOf } from '../rules/deadlines';
import type { Order, TrailLine } from '../document/order';
import { titleOf } from '../document/title';

/** News that say until when. */
const timed: ReadonlySet<MessageKind> = new Set(['created', 'offered', 'dispatched', 'due-soon']);

interface Told {
  readonly kind: MessageKind;
  readonly to: readonly (string | undefined)[];
}

/** Who is told of a move, and what; nobody is told of what they did themselves. */
export function newsOf(before: Order, after: Order): readonly Telling[] {
  const line = after.trail.at(-1);
  if (!line) return [];
  const actorId = line.by?.personId;
  const byRequester = line.hat === null || actorId === before.requester.personId;
  return recipients[line.action]({ before, after, byRequester }).flatMap(({ kind, to }) => {
    const personIds = [...new Set(to)].flatMap((id) => (id === undefined || id === actorId ? [] : [id]));
    return personIds.length === 0 ? [] : [{ personIds, news: newsItem(kind, after, line.by?.name) }];
  });
}

function newsItem(kind: MessageKind, order: Order, byName: string | undefined): Telling['news'] {
  const name = nameIn(kind, order, byName);
  return {
    kind,
    orderId: order._id,
    ...(!order.private && { title: titleOf(order.words) }),
    ...(name !== undefined && { name }),
    ...(kind === 'points' && order.award && { points: order.award.points }),
    ...(timed.has(kind) && { until: deadlineOf(order) }),
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

/** A move as those who are told of it see it. */
interface Change {
  readonly before: Order;
  readonly after: Order;
  readonly byRequester: boolean;
}

/** Whom the order has come to since. */
function newlyResponsible({ before, after }: Change): readonly string[] {
  return after.hands.filter((id) => !before.hands.includes(id));
}

const recipients: Readonly<Record<TrailLine['action'], (change: Change) => readonly Told[]>> = {
  create: ({ after }) => [{ kind: 'created', to: [(after.worker ?? after.leader ?? after.secretary)?.personId] }],
  join: () => [],
  dispatch: (change) => [
    { kind: 'offered', to: newlyResponsible(change) },
    { kind: 'dispatched', to: change.after.followers },
  ],
  accept: (change) => [
    { kind: 'accepted', to: [...change.after.followers, change.after.worker?.personId] },
    { kind: 'offered', to: newlyResponsible(change) },
  ],
  decline: toldOfReturn,
  release: toldOfReturn,
  complete: ({ after: { requester, worker } }) => [
    { kind: 'completed', to: [requester.personId, ...(requester.openid === null ? [worker?.personId] : [])] },
  ],
  confirm: ({ after }) => [
    { kind: after.award ? 'points' : 'closed', to: [after.assignee?.personId] },
    { kind: 'solved', to: after.followers },
  ],
  reopen: ({ after }) => [
    { kind: 'reopened', to: [after.assignee?.personId] },
    { kind: 'unsolved', to: [after.worker?.personId, after.secretary?.personId] },
  ],
  cancel: ({ before, after }) => [
    { kind: 'cancelled', to: [...before.hands, after.worker?.personId, ...after.followers] },
  ],
  refuse: ({ before, after }) => [
    { kind: 'refused', to: after.followers },
    { kind: 'closed', to: before.hands },
  ],
  merge: ({ before, after }) => [{ kind: 'merged', to: [...after.followers, ...before.hands] }],
  transfer: ({ before, after }) => [{ kind: 'transferred', to: [...after.followers, ...before.hands] }],
  remind: ({ after, byRequester }) => [{ kind: 'reminded', to: remindedOf(after, byRequester) }],
  warn: ({ before, after }) => [{ kind: 'due-soon', to: [...before.hands, after.worker?.personId] }],
  escalate: ({ after }) => [{ kind: 'overdue', to: [escalatedTo(after)] }],
  lapse: ({ after }) => [{ kind: 'closed', to: [...after.followers, after.assignee?.personId] }],
};

/** A member said no, or gave the order back. */
function toldOfReturn({ after }: Change): readonly Told[] {
  const declined: Told = { kind: 'declined', to: [after.worker?.personId] };
  return after.ruling ? [declined, { kind: 'ruling', to: [after.secretary?.personId] }] : [declined];
}

/** Whose turn it is; a waiting requester also reminds the grid worker, who is to chase the others. */
function remindedOf(order: Order, byRequester: boolean): readonly (string | undefined)[] {
  if (order.status === 'completed') return [order.requester.personId];
  if (order.status === 'accepted') return [order.assignee?.personId];
  return byRequester ? [order.worker?.personId, ...order.hands] : order.hands;
}

/** Each level in turn; where nobody holds the post, the next one that somebody holds. */
function escalatedTo(order: Order): string | undefined {
  const levels = [order.worker, order.leader, order.secretary].slice(order.escalation - 1);
  return levels.find((party) => party !== null)?.personId;
}
