import fc from 'fast-check';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { decideAward } from '../../../../cloudfunctions/core/order/rules/award';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../../cloudfunctions/core/order/rules/evolve';
import { holdersOf } from '../../../../cloudfunctions/core/order/rules/seats';
import { absorb, mayGoOnFor } from '../../../../cloudfunctions/core/order/rules/moves/merge';
import { checkStep, kinds, pick, step, type Step } from '../random-histories';
import { after, deed, made as begun, hourMs } from '../sample-orders';

/** `npm run torture` plays all 100,000. */
const sequences = Number(process.env['ORDER_SEQUENCES'] ?? 2_000);
const perRun = 10_000;

type Orders = Map<string, Order>;
/** A step on one of several orders; `into`: which other one it is merged into, where it is. */
type StepOfOne = Step & { readonly order: number; readonly into: number };
const stepOfOne: fc.Arbitrary<StepOfOne> = fc
  .tuple(step, fc.nat(), fc.nat())
  .map(([one, order, into]) => ({ ...one, order, into }));

/** Whatever a merged order ends in: it is open, or over, or can be taken up again. */
const doneThere: ReadonlySet<string | null> = new Set(['solved', 'unrated', 'unreachable', 'transferred']);

/** Every need is open somewhere until it is over: a merged one in an order that its people follow. */
function needIsSomewhere(orders: Orders, order: Order): boolean {
  if (order.outcome !== 'merged') return true;
  const into = orders.get(order.mergedInto ?? '');
  if (!into) return false;
  const follows = into.followers.includes(order.requester.personId);
  if (!into.closed || doneThere.has(into.outcome)) return follows;
  if (into.outcome === 'merged') return follows && needIsSomewhere(orders, into);
  return decide(order, { action: 'restore' }, deed(order, null, after(hourMs, order.updatedAt))).ok;
}

function checkAll(orders: Orders): void {
  for (const order of orders.values()) {
    const accepted = order.offers.filter(({ state }) => state === 'accepted').length;
    const rules: [string, boolean][] = [
      ['one holder a seat', accepted <= holdersOf(order).length && holdersOf(order).length <= order.capacity],
      ['one seat a person', isSeatedOnce(order)],
      ['nobody is responsible for what is closed or outside but who did it', isNobodysTurn(order)],
      ['no points without a confirmation', isPaidByConfirmation(order)],
      ['every open need is open somewhere', needIsSomewhere(orders, order)],
      ['a clock on every wait', order.closed || order.dueAt !== null || levelOf(order) === 3],
    ];
    const broken = rules.filter(([, holds]) => !holds).map(([rule]) => rule);
    if (broken.length > 0) throw new Error(`${order._id} ${order.status} ${order.outcome ?? ''}: ${broken.join(', ')}`);
  }
}

function isSeatedOnce(order: Order): boolean {
  const ids = holdersOf(order).map(({ personId }) => personId);
  return new Set(ids).size === ids.length;
}

const levelOf = ({ stageClock, escalation }: Order): number => (stageClock ?? { escalation }).escalation;

function isNobodysTurn(order: Order): boolean {
  const { status, responsibleIds } = order;
  if (status === 'outside') return responsibleIds.length === 0;
  return status !== 'closed' || responsibleIds.every((id) => holdersOf(order).some(({ personId }) => personId === id));
}

const traces = (personId: string) => ({ personId, phones: [], householdIds: [] });
function isPaidByConfirmation(order: Order): boolean {
  const facts = { requester: traces('one'), assignee: traces('another'), isUnderCap: true };
  const paid = decideAward(order, facts, order.updatedAt)?.posting;
  return !paid || order.trail.some(({ action }) => action === 'confirm');
}

/** One move of one order; a merge is a move of two. */
function moveOne(orders: Orders, one: StepOfOne, now: Date, reached: Set<string>): void {
  const all = [...orders.values()];
  const order = all[one.order % all.length]!;
  const { actor, command: picked } = pick(order, one);
  const into = all[one.into % all.length]!;
  const command = picked.action === 'merge' ? { ...picked, intoId: into._id } : picked;
  // As the job does: only what was merged into an order that then did not solve it is taken up again.
  if (command.action === 'restore' && needIsOpen(orders, order)) return;
  const context = deed(order, actor, now);
  const result = decide(order, command, context);
  if (!result.ok || (command.action === 'merge' && (into.closed || !mayGoOnFor(order, into)))) return;
  const next = evolve(order, result.data);
  checkStep(order, next);
  orders.set(order._id, next);
  if (command.action === 'merge') {
    const followed = absorb(into, order, context);
    checkStep(into, followed);
    orders.set(into._id, followed);
  }
  reached.add(`${next.kind} ${command.action}`);
}

function needIsOpen(orders: Orders, { mergedInto }: Order): boolean {
  const into = orders.get(mergedInto ?? '');
  if (!into) return false;
  if (into.outcome === 'merged') return needIsOpen(orders, into);
  return !into.closed || doneThere.has(into.outcome);
}

const runs = Array.from({ length: Math.ceil(sequences / perRun) }, (_, index) => index);

test.each(runs)(
  'X-05 several orders at once, run %i: one holder a seat, no unconfirmed points, no lost need, a clock on each wait',
  (run) => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(kinds, { minLength: 2, maxLength: 4 }),
        fc.array(stepOfOne, { minLength: 12, maxLength: 40 }),
        (made, steps) => {
          const orders: Orders = new Map(made.map((kind, index) => [`o${index}`, asked(begun(kind), index)] as const));
          let now = after(0);
          for (const one of steps) {
            now = after(one.wait, now);
            moveOne(orders, one, now, reached);
            checkAll(orders);
          }
        },
      ),
      { numRuns: Math.min(perRun, sequences - run * perRun), seed: 20261129 + run },
    );
    for (const move of ['service merge', 'service restore', 'agency recordAnswer', 'wish makePrivate', 'wish lapse'])
      expect([...reached]).toContain(move);
    expect(reached.size).toBeGreaterThan(50);
  },
  1_800_000,
);

/** Each is asked for by somebody else, but for every third. */
function asked(order: Order, index: number): Order {
  const { requester } = order;
  const personId = index % 3 === 0 ? requester.personId : `requester${index}`;
  return { ...order, _id: `o${index}`, requester: { ...requester, personId }, followers: [personId] };
}
