import fc from 'fast-check';
import type { Activity } from '../../../../cloudfunctions/core/activity/activity';
import type { Attendance } from '../../../../cloudfunctions/core/activity/attendance';
import { attendancePosting } from '../../../../cloudfunctions/core/activity/rules/points';
import { standardRules } from '../../../../cloudfunctions/core/activity/rules/attendance-rules';
import { attendanceStates } from '../../../../miniprogram/contracts/activity';
import { memberClasses, pointUnits, type PointUnit } from '../../../../miniprogram/contracts/passbook';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { changeBetween } from '../../../../cloudfunctions/core/order/flow/order-store';
import { decideAward } from '../../../../cloudfunctions/core/order/rules/award';
import type { Entry, Posting } from '../../../../cloudfunctions/core/passbook/entry';
import { post, reversalOf } from '../../../../cloudfunctions/core/passbook/rules/ledger';
import type { Passbook } from '../../../../cloudfunctions/core/passbook/passbook';
import { canonicalJson } from '../../../../cloudfunctions/core/platform/ids';
import { verifyBook } from '../../../../cloudfunctions/core/passbook/rules/verification';
import { testSalts } from '../../../support/books';
import { ensure, ensureSame } from '../../../support/ensure';
import { after, hourMs } from '../sample-orders';
import { kinds, play, step } from '../random-histories';

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
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);
    ensureSame(sum([...accounts.values()]), 0, 'sum of all accounts');
    const held = sum(heads.map(({ balance }) => balance));
    ensureSame(accounts.get('issuer:cqt') ?? 0, held === 0 ? 0 : -held, 'what the issuer gave');
    for (const book of heads) {
      const own = entries.filter((entry) => entry.bookId === book._id);
      ensureSame(sum(own.map(({ points }) => points)), book.balance, 'balance of a book');
      ensureSame(verifyBook(own, book, testSalts).state, 'sound', 'state of a book');
    }
  }
}

/** Somebody at a meeting; three people, so that books grow longer than a line. */
const attended: fc.Arbitrary<Pick<Attendance, 'personId' | 'name' | 'memberClass' | 'state' | 'role' | 'call'>> =
  fc.record({
    personId: fc.constantFrom('member', 'captain', 'senior'),
    name: fc.constant('某'),
    memberClass: fc.constantFrom(...memberClasses),
    state: fc.constantFrom(...attendanceStates),
    role: fc.constantFrom('organiser' as const, 'guide' as const, null),
    call: fc.constant(2),
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
  counts: { expected: 0, present: 0, excused: 0 },
  leaders: {},
  call: 2,
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
          ensureSame(award !== null, order.rating !== null && !order.assignee?.staff, 'points of a confirmed order');
          if (award) books.addTwice(award);
        }
        for (const [meeting, person] of people.entries()) {
          const posting = attendancePosting(activityOf(meeting), person, after(meeting * hourMs));
          const isDeducted = posting !== null && posting.points < 0;
          ensure(!isDeducted || person.memberClass !== 'special', 'special members are never deducted');
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
  ensure(unset === undefined && increment === undefined, 'a move only sets and pushes');
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
