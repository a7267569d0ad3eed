import fc from 'fast-check';
import { relationsOf, type OrderActor } from '../../../../cloudfunctions/core/order/rules/relations';
import type { Activity, Attendance } from '../../../../cloudfunctions/core/activity/activity';
import { attendancePosting } from '../../../../cloudfunctions/core/activity/rules/points';
import { standardRules } from '../../../../cloudfunctions/core/activity/rules/attendance-rules';
import { attendanceStates } from '../../../../miniprogram/contracts/activity';
import { memberClasses, pointUnits, type PointUnit } from '../../../../miniprogram/contracts/passbook';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../../cloudfunctions/core/order/rules/evolve';
import { cellOf, isQuiet } from '../../../../cloudfunctions/core/order/rules/lifecycle';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { changeBetween } from '../../../../cloudfunctions/core/order/flow/order-store';
import { decideAward } from '../../../../cloudfunctions/core/order/rules/award';
import type { Entry, Posting } from '../../../../cloudfunctions/core/passbook/entry';
import { post, reversalOf } from '../../../../cloudfunctions/core/passbook/rules/ledger';
import type { Passbook } from '../../../../cloudfunctions/core/passbook/passbook';
import { canonicalJson } from '../../../../cloudfunctions/core/platform/ids';
import { verifyBook } from '../../../../cloudfunctions/core/passbook/rules/verification';
import { testSalts } from '../../../support/books';
import { hasOneMove } from '../trails';
import {
  acceptFor,
  after,
  captain,
  commands,
  committee,
  deed,
  dispatchTo,
  fresh,
  head,
  hourMs,
  leader,
  mate,
  member,
  neighbour,
  other,
  resident,
  secretary,
  stranger,
  withCode,
  worker,
} from '../sample-orders';

// prettier-ignore
const actors: readonly (OrderActor | null)[] = [
  resident, neighbour, stranger, member, other, captain, mate, worker, leader, committee, secretary, head, null,
];
const pooled: OrderCommand = { action: 'dispatch', members: [], pool: true, note: null };
const moves: readonly OrderCommand[] = [
  ...commands,
  pooled,
  dispatchTo(member, other, captain),
  dispatchTo(captain),
  acceptFor(mate),
  withCode('4821'),
  withCode('0000'),
];

interface Step {
  readonly actor: number;
  readonly move: number;
  readonly wait: number;
  /** Mostly something that the table has; now and then anything. */
  readonly wild: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  actor: fc.nat(),
  move: fc.nat(),
  wait: fc.constantFrom(0, hourMs, 20 * hourMs, 73 * hourMs, 169 * hourMs),
  wild: fc.nat(9).map((n) => n === 0),
});
const kinds = fc.constantFrom(
  {},
  { source: 'phone' as const },
  { category: 'wish' as const },
  { category: 'schooling' as const },
  { category: 'birth' as const },
  { private: true },
);

function pick(order: Order, { actor, move, wild }: Step): { actor: OrderActor | null; command: OrderCommand } {
  const command = wild ? moves : moves.filter((one) => cellOf(order, one.action));
  const chosen = command[move % Math.max(command.length, 1)] ?? moves[move % moves.length]!;
  const by = cellOf(order, chosen.action)?.by ?? [];
  const able = wild
    ? actors
    : actors.filter((one) => [...relationsOf(order, one)].some((relation) => by.includes(relation)));
  return { command: chosen, actor: (able.length > 0 ? able : actors)[actor % Math.max(able.length, 1)] ?? null };
}

/** Plays one history, checking every step; answers the order as it ended and how many moves were allowed. */
function play(
  kind: Parameters<typeof fresh>[0],
  steps: readonly Step[],
  check = checkStep,
): { order: Order; allowed: number } {
  let order = fresh(kind);
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

function checkStep(before: Order, now: Order): void {
  const inHand = now.status === 'accepted' || now.status === 'completed';
  const isFresh =
    now.clockStartedAt !== before.clockStartedAt &&
    (before.promiseKept || before.outcome === 'merged' || before.status === 'outside');
  const open = now.offers.filter((offer) => offer.state === 'open').length;
  const rules: [string, boolean][] = [
    ['closed stays closed, but for merges', !before.closed || now.closed || before.outcome === 'merged'],
    ['one revision a move', now.revision === before.revision + 1],
    ['the trail only grows, or counts once more', hasOneMove(before.trail, now.trail)],
    [
      'as many versions as moves that lead on',
      now.version === now.trail.filter(({ action }) => !isQuiet(action)).length,
    ],
    ['the promise never moves', before.acceptBy === null || now.acceptBy === before.acceptBy || isFresh],
    [
      'late stays late, until a first dispatch keeps that promise',
      !before.late || now.late || (before.acceptBy === null && now.acceptBy !== null) || isFresh,
    ],
    ['returns never shrink', now.returns >= before.returns],
    ['in hand means an assignee', !inHand || now.assignee !== null],
    [
      'nobody works on a waiting order',
      now.status !== 'submitted' && now.status !== 'dispatched' ? true : now.assignee === null,
    ],
    ['offers are open only while dispatched', open === 0 || now.status === 'dispatched'],
    ['dispatched means somebody is asked', now.status !== 'dispatched' || open > 0 || now.pool],
    ['whoever outside has it leaves nobody here with it', now.status !== 'outside' || now.assignee === null],
    ['nobody serves themselves', now.assignee?.personId !== now.requester.personId],
    ['rated means confirmed', (now.rating !== null) === (now.outcome === 'solved')],
    ['an outcome exactly at the end', (now.outcome !== null) === (now.status === 'closed')],
    ['whatever is open has a clock, until its last level', now.closed || now.dueAt !== null || levelOf(now) === 3],
    ['keys follow', now.closed === (now.status === 'closed') && (!now.closed || now.dueAt === null)],
  ];
  const broken = rules.filter(([, holds]) => !holds).map(([rule]) => rule);
  if (broken.length > 0)
    throw new Error(`${before.status} -> ${now.status} by ${now.trail.at(-1)?.action}: ${broken.join(', ')}`);
}

/** Books as the transactions keep them: a key that stands already is never written again. */
class Books {
  readonly heads = new Map<string, Passbook>();
  readonly entries = new Map<string, Entry>();
  add(posting: Posting): void {
    if (this.entries.has(posting.postingKey)) return;
    const posted = post(this.heads.get(`${posting.personId}:${posting.unit}`) ?? null, posting, testSalts);
    this.entries.set(posted.entry._id, posted.entry);
    this.heads.set(posted.head._id, posted.head);
  }
  /** A repeat writes nothing. */
  addTwice(posting: Posting): void {
    for (let repeat = 0; repeat < 2; repeat += 1) this.add(posting);
  }
  check(): void {
    for (const unit of pointUnits) this.checkUnit(unit);
  }
  /** each unit is a ledger of its own. */
  private checkUnit(unit: PointUnit): void {
    const entries = [...this.entries.values()].filter((entry) => entry.unit === unit);
    const heads = [...this.heads.values()].filter((book) => book.unit === unit);
    const accounts = new Map<string, number>();
    for (const { from, to, points } of entries) {
      const moved = Math.abs(points);
      accounts.set(from, (accounts.get(from) ?? 0) - moved);
      accounts.set(to, (accounts.get(to) ?? 0) + moved);
    }
    expect([...accounts.values()].reduce((sum, balance) => sum + balance, 0)).toBe(0);
    const held = heads.reduce((sum, book) => sum + book.balance, 0);
    expect(accounts.get('issuer:cqt') ?? 0).toBe(held === 0 ? 0 : -held);
    for (const book of heads) {
      const own = entries.filter((entry) => entry.bookId === book._id);
      expect(own.reduce((sum, entry) => sum + entry.points, 0)).toBe(book.balance);
      expect(verifyBook(own, book, testSalts).state).toBe('sound');
    }
  }
}

/** Somebody at a meeting; three people, so that books grow longer than a line. */
const attended: fc.Arbitrary<Attendance> = fc.record({
  personId: fc.constantFrom('member', 'captain', 'senior'),
  name: fc.constant('某'),
  openid: fc.constant(null),
  memberClass: fc.constantFrom(...memberClasses),
  state: fc.constantFrom(...attendanceStates),
  role: fc.constantFrom('organiser' as const, 'guide' as const, null),
  points: fc.constant(null),
});
const activityOf = (meeting: number): Activity => ({
  _id: `a${meeting}`,
  communityId: 'cqt',
  branchName: '党支部',
  title: '主题党日',
  kind: 'party-day',
  startsAt: after(0),
  startKey: '',
  placeName: '',
  state: 'closed',
  people: [],
  rules: standardRules,
  createdBy: { personId: 's', name: '' },
  createdAt: after(0),
  ...{ pairCap: 8, closing: null, signature: null, returned: null },
  branchId: 'branch:cqt',
  closedAt: after(0),
  version: 2,
  requests: [],
});

const traces = (personId: string) => ({ personId, phones: [], householdIds: [] });
const strangers = { requester: traces('resident'), assignee: traces('somebody'), isUnderCap: true };

const histories = 10_000;

const mistaken = { reason: '记错了', by: '甲', byId: 'p_jia', second: '乙', secondId: 'p_yi' };

test('10,000 histories: no forbidden move, no points unconfirmed, sums of zero, balances and chains intact', () => {
  const reached = new Map<string, number>();
  let longest = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(kinds, fc.array(step, { minLength: 6, maxLength: 24 })), { minLength: 1, maxLength: 3 }),
      fc.array(attended, { maxLength: 6 }),
      fc.boolean(),
      (plays, people, undo) => {
        const books = new Books();
        for (const [index, [kind, steps]] of plays.entries()) {
          const { order, allowed } = play(kind, steps);
          longest = Math.max(longest, allowed);
          const end = order.outcome ?? order.status;
          reached.set(end, (reached.get(end) ?? 0) + 1);
          const award =
            decideAward({ ...order, _id: `${order._id}${index}` }, strangers, order.updatedAt)?.posting ?? null;
          expect(award !== null).toBe(order.rating !== null && !order.assignee?.staff);
          if (award) books.addTwice(award);
        }
        for (const [meeting, person] of people.entries()) {
          const posting = attendancePosting(activityOf(meeting), person, after(meeting * hourMs));
          expect(posting !== null && posting.points < 0 && person.memberClass === 'special').toBe(false);
          if (posting) books.addTwice(posting);
        }
        const [first] = books.entries.values();
        if (undo && first) books.addTwice(reversalOf(first, mistaken, first.at));
        books.check();
      },
    ),
    { numRuns: histories, seed: 20261121 },
  );
  expect([...reached.keys()].sort()).toEqual([
    'accepted',
    'cancelled',
    'completed',
    'dispatched',
    'impossible',
    'merged',
    'outside',
    'refused',
    'solved',
    'submitted',
    'transferred',
    'unrated',
  ]);
  expect(longest).toBeGreaterThan(10);
}, 180_000);

/** What a document becomes by a change, as the database applies it. */
function applied(before: Order, { set, unset, increment, push }: ReturnType<typeof changeBetween>): object {
  expect([unset, increment]).toEqual([undefined, undefined]);
  return { ...before, ...set, ...(push?.trail && { trail: [...before.trail, ...push.trail.values] }) };
}

test('what is written of a move is all that it changes', () => {
  const check = (before: Order, now: Order) => {
    if (canonicalJson(applied(before, changeBetween(before, now))) !== canonicalJson(now))
      throw new Error(`not written: ${now.trail.at(-1)?.action}`);
  };
  fc.assert(
    fc.property(kinds, fc.array(step, { minLength: 6, maxLength: 24 }), (kind, steps) => void play(kind, steps, check)),
    { numRuns: 400, seed: 20261122 },
  );
});
