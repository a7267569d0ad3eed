import fc from 'fast-check';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { OrderCommand } from '../../../cloudfunctions/core/order/rules/command';
import { decide } from '../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../cloudfunctions/core/order/rules/evolve';
import { cellOf, isQuiet } from '../../../cloudfunctions/core/order/rules/lifecycle';
import { relationsOf, type OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import { commands } from './sample-commands';
import {
  accept,
  acceptFor,
  after,
  byCall,
  captain,
  committee,
  deed,
  dispatchTo,
  type fresh,
  head,
  hourMs,
  leader,
  mate,
  member,
  neighbour,
  other,
  resident,
  nextDoor,
  reclassifyTo,
  relocateTo,
  secretary,
  stranger,
  withCode,
  worker,
  made,
} from './sample-orders';
import { hasOneMove } from './trails';

// prettier-ignore
const actors: readonly (OrderActor | null)[] = [
  resident, neighbour, stranger, member, other, captain, mate, worker, leader, committee, secretary, head, null,
];
const together = (capacity: number): OrderCommand => ({ ...dispatchTo(member, other, captain), capacity });
const wish = { valueYuan: 60, publicWords: '一位老人想要一副老花镜' };
const pooled: OrderCommand = { action: 'dispatch', members: [], pool: true, note: null };
const moves: readonly OrderCommand[] = [
  ...commands,
  pooled,
  dispatchTo(member, other, captain),
  dispatchTo(captain),
  together(2),
  together(3),
  reclassifyTo({ key: 'wish', kind: 'wish', wish }),
  reclassifyTo({ key: 'schooling', kind: 'agency', head: { personId: 'head', name: '孙院长' } }),
  reclassifyTo({ urgent: true }),
  acceptFor(mate),
  withCode('4821'),
  withCode('0000'),
  relocateTo(nextDoor, { head: { personId: 'nextHead', name: '邻院长' } }),
  // Moves that lead on come more often, so that histories reach their end.
  ...[pooled, accept, byCall, byCall],
];

/** One attempt of a history: by whom, what, after how long. */
export interface Step {
  readonly actor: number;
  readonly move: number;
  readonly wait: number;
  /** Mostly something that the table has; now and then anything. */
  readonly wild: boolean;
}
export const step: fc.Arbitrary<Step> = fc.record({
  actor: fc.nat(),
  move: fc.nat(),
  wait: fc.constantFrom(0, hourMs, 20 * hourMs, 73 * hourMs, 169 * hourMs),
  wild: fc.nat(9).map((n) => n === 0),
});
/** What an order is made as. */
export const kinds = fc.constantFrom(
  {},
  { source: 'phone' as const },
  { category: 'wish' as const },
  { category: 'schooling' as const, head: { personId: 'head', name: '孙院长' } },
  { category: 'birth' as const },
  { private: true },
);

/** The command and the actor of a step, mostly one that the table has. */
export function pick(order: Order, { actor, move, wild }: Step): { actor: OrderActor | null; command: OrderCommand } {
  const command = wild ? moves : moves.filter((one) => cellOf(order, one.action));
  const chosen = command[move % Math.max(command.length, 1)] ?? moves[move % moves.length]!;
  const by = cellOf(order, chosen.action)?.by ?? [];
  const able = wild
    ? actors
    : actors.filter((one) => [...relationsOf(order, one)].some((relation) => by.includes(relation)));
  return { command: chosen, actor: (able.length > 0 ? able : actors)[actor % Math.max(able.length, 1)] ?? null };
}

/** Plays one history, checking every step; answers the order as it ended and how many moves were allowed. */
export function play(
  kind: Parameters<typeof fresh>[0],
  steps: readonly Step[],
  check = checkStep,
): { order: Order; allowed: number } {
  let order = made(kind);
  let now = after(0);
  let allowed = 0;
  for (const one of steps) {
    now = after(one.wait, now);
    const { actor, command } = pick(order, one);
    const result = decide(order, command, deed(order, actor, now));
    const cell = cellOf(order, command.action);
    if (!result.ok) continue;
    if (!cell?.by.some((relation) => relationsOf(order, actor).has(relation)))
      throw new Error(`forbidden move ${order.status}.${command.action}`);
    const next = evolve(order, result.data);
    check(order, next);
    order = next;
    allowed += 1;
  }
  return { order, allowed };
}

const levelOf = ({ stageClock, escalation }: Order): number => (stageClock ?? { escalation }).escalation;

/** What holds after every move of one order. */
export function checkStep(before: Order, now: Order): void {
  const inHand = now.status === 'accepted' || now.status === 'completed';
  // A wish’s promise is its Saturday, which moves when it is published anew and ends when nobody claimed it.
  const isOfWish = now.kind === 'wish' && (now.published !== before.published || now.trail.at(-1)?.action === 'expire');
  // One that became private is in no pool any more: it is to be sent, under a clock of its own.
  const isGivenUp = before.published !== undefined && now.private && before.assignee !== null && now.assignee === null;
  // What became urgent has less time than it had.
  const isHastened = now.urgent && !before.urgent;
  // An errand for another courtyard begins anew with its head.
  const isFirstTurn = now.trail.at(-1)?.action === 'reclassify' && now.headTurn !== before.headTurn;
  const isOfAnotherHead = now.trail.at(-1)?.action === 'relocate' && now.headTurn !== before.headTurn;
  const isFresh =
    isOfWish ||
    isOfAnotherHead ||
    isFirstTurn ||
    isGivenUp ||
    (now.clockStartedAt !== before.clockStartedAt &&
      (before.promiseKept || before.outcome === 'merged' || before.status === 'outside'));
  // While the requester is asked something, the clock stands still.
  const wasAnswered = Boolean(before.question) && !now.question && now.acceptBy! >= before.acceptBy!;
  const open = now.offers.filter((offer) => offer.state === 'open').length;
  const rules: [string, boolean][] = [
    ['closed stays closed, but for what was merged', !before.closed || before.outcome === 'merged' || now.closed],
    [
      'an outcome never changes',
      before.outcome === null || now.outcome === before.outcome || before.outcome === 'merged',
    ],
    ['what is private stays private', !before.private || now.private],
    ['one revision a move', now.revision === before.revision + 1],
    ['the trail only grows, or counts once more', hasOneMove(before.trail, now.trail)],
    [
      'as many versions as moves that lead on',
      now.version === now.trail.filter(({ action }) => !isQuiet(action)).length,
    ],
    [
      'the promise never moves, but nearer for what is urgent',
      before.acceptBy === null ||
        now.acceptBy === before.acceptBy ||
        isFresh ||
        wasAnswered ||
        (isHastened && now.acceptBy! < before.acceptBy),
    ],
    [
      'late stays late, until a first dispatch keeps that promise',
      !before.late || now.late || (before.acceptBy === null && now.acceptBy !== null) || isFresh,
    ],
    [
      'returns never shrink, but for one that was none',
      now.returns >= before.returns || now.trail.some(({ action }) => action === 'ruleNoShow'),
    ],
    ['in hand means an assignee', !inHand || now.assignee !== null],
    [
      'nobody works on a waiting order',
      now.status !== 'submitted' && now.status !== 'dispatched' ? true : now.assignee === null,
    ],
    [
      'offers are open while dispatched, or while there is a seat',
      open === 0 || now.status === 'dispatched' || (now.status === 'accepted' && now.capacity > 1),
    ],
    ['what is private is in no pool', !now.private || (!now.pool && !now.claimable)],
    ['a paper and a wish are done by one', now.kind === 'service' || now.capacity === 1],
    ['dispatched means somebody is asked', now.status !== 'dispatched' || open > 0 || now.pool],
    ['whoever outside has it leaves nobody here with it', now.status !== 'outside' || now.assignee === null],
    ['nobody serves themselves', now.assignee?.personId !== now.requester.personId],
    ['rated means confirmed', (now.rating !== null) === (now.outcome === 'solved')],
    ['an outcome exactly at the end', (now.outcome !== null) === (now.status === 'closed')],
    ['whatever is open has a clock, until its last level', now.closed || now.dueAt !== null || levelOf(now) === 3],
    [
      'keys follow',
      now.closed === (now.status === 'closed') &&
        (!now.closed || now.dueAt === null || now.noShows.some(({ appeal }) => appeal && !appeal.ruling)),
    ],
  ];
  const broken = rules.filter(([, holds]) => !holds).map(([rule]) => rule);
  if (broken.length > 0)
    throw new Error(`${before.status} -> ${now.status} by ${now.trail.at(-1)?.action}: ${broken.join(', ')}`);
}
