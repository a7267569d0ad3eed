import fc from 'fast-check';
import type { Entry, Posting } from '../../../../cloudfunctions/core/passbook/entry';
import type { Expiry } from '../../../../cloudfunctions/core/passbook/expiry/expiry';
import type { Passbook } from '../../../../cloudfunctions/core/passbook/passbook';
import { allCarriedOver } from '../../../../cloudfunctions/core/passbook/policy';
import { effectiveAtOf, lateDays } from '../../../../cloudfunctions/core/passbook/rules/effective';
import {
  earnedOf,
  expiryPosting,
  lotsToWarn,
  pointsDue,
  pointsLeft,
} from '../../../../cloudfunctions/core/passbook/rules/expiry';
import { post, reversalOf } from '../../../../cloudfunctions/core/passbook/rules/ledger';
import { verifyBook } from '../../../../cloudfunctions/core/passbook/rules/verification';
import { testSalts } from '../../../support/books';
import { postingOf } from '../../../functions/passbook/sample-books';

const dayMs = 86_400_000;
const moment = (day: string): Date => new Date(`${day}T10:00:00+08:00`);

describe('which lots are warned of', () => {
  it('names the month that runs out with the coming month, 30 days before', () => {
    const [lot] = lotsToWarn({ months: 12, carryOver: allCarriedOver }, moment('2026-11-02'));
    expect(lot).toMatchObject({ lot: '2025-11', carriedOver: 0, earnedBefore: new Date('2025-12-01T00:00:00+08:00') });
    expect(lot!.dueAt).toEqual(moment('2026-12-02'));
    expect(lotsToWarn({ months: 12, carryOver: allCarriedOver }, moment('2026-10-31'))[0]!.lot).toBe('2025-10');
  });

  it('names the year in its December alone, and nothing where nothing runs out', () => {
    expect(lotsToWarn({ months: 0, carryOver: 20 }, moment('2026-12-02'))).toMatchObject([
      { lot: '2026', carriedOver: 20, earnedBefore: new Date('2027-01-01T00:00:00+08:00') },
    ]);
    expect(lotsToWarn({ months: 0, carryOver: 20 }, moment('2026-11-30'))).toEqual([]);
    expect(lotsToWarn({ months: 0, carryOver: 20 }, moment('2027-01-02'))).toEqual([]);
    expect(lotsToWarn({ months: 0, carryOver: allCarriedOver }, moment('2026-12-02'))).toEqual([]);
  });
});

it('runs out at the year’s end no further than its owner was warned', () => {
  // 12 points on 2 December, of which 10 are carried over; 30 more on the 28th are of the next year's lot.
  const lot = { carriedOver: 10, warned: 2 };
  expect(pointsDue({ balance: 42, earned: 42, earnedBefore: 42 }, lot)).toBe(2);
  expect(pointsDue({ balance: 11, earned: 12, earnedBefore: 12 }, lot)).toBe(1);
  expect(pointsDue({ balance: 10, earned: 12, earnedBefore: 12 }, lot)).toBe(0);
});

/** A book as plain lots: the oracle that the formula is held against. */
class Lots {
  private lots: { at: number; left: number }[] = [];
  private debt = 0;
  earn(at: number, points: number): void {
    const paid = Math.min(this.debt, points);
    this.debt -= paid;
    this.lots.push({ at, left: points - paid });
  }
  take(points: number): void {
    let rest = points;
    for (const lot of this.lots) {
      const part = Math.min(lot.left, rest);
      lot.left -= part;
      rest -= part;
    }
    this.debt += rest;
  }
  before(at: number): number {
    return this.lots.filter((lot) => lot.at < at).reduce((sum, { left }) => sum + left, 0);
  }
}

type Step =
  | { readonly kind: 'earn' | 'deduct' | 'hold' | 'grant'; readonly points: number; readonly days: number }
  | { readonly kind: 'undo' | 'expire' | 'collect'; readonly pick: number; readonly days: number };
const days = fc.integer({ min: 1, max: 40 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('earn' as const, 'deduct' as const, 'hold' as const, 'grant' as const),
      points: fc.integer({ min: 1, max: 9 }),
      days,
    }),
    fc.record({
      kind: fc.constantFrom('undo' as const, 'expire' as const, 'collect' as const),
      pick: fc.nat(60),
      days,
    }),
  ),
  { minLength: 3, maxLength: 25 },
);

/** One book and its accounts, played step by step. */
class Play {
  head: Passbook | null = null;
  readonly entries: Entry[] = [];
  readonly lots = new Lots();
  /** The oracle knows lots as long as nothing was undone: what comes back is in no lot of its own. */
  isPlain = true;
  now = moment('2025-01-01');
  private readonly undone = new Set<string>();

  private write(posting: Posting): void {
    const { entry, head } = post(this.head, posting, testSalts);
    this.head = head;
    this.entries.push(entry);
  }

  private posting(more: Partial<Posting> & Pick<Posting, 'cause' | 'points'>): Posting {
    const key = `${more.cause}:${this.entries.length}`;
    return { ...postingOf('p', '某'), at: this.now, postingKey: key, sourceId: key, ...more };
  }

  take(step: Step): void {
    this.now = new Date(this.now.getTime() + step.days * dayMs);
    const { balance, held } = this.head ?? { balance: 0, held: 0 };
    if (step.kind === 'earn' || step.kind === 'grant') {
      const happenedAt = new Date(this.now.getTime() - step.points * 5 * dayMs);
      const cause = step.kind === 'earn' ? 'order' : 'grant';
      this.write(this.posting({ cause, points: step.points, effectiveAt: effectiveAtOf(happenedAt, this.now) }));
      this.lots.earn(this.now.getTime(), step.points);
    } else if (step.kind === 'deduct') {
      this.write(this.posting({ cause: 'absent', points: -step.points, countDelta: 0 }));
      this.lots.take(step.points);
    } else if (step.kind === 'hold' && balance >= step.points) {
      const transfer = { from: 'person', to: 'hold', amount: step.points } as const;
      this.write(this.posting({ cause: 'held', points: -step.points, transfer, countDelta: 0 }));
      this.lots.take(step.points);
    } else if (step.kind === 'collect' && held > 0) {
      const transfer = { from: 'hold', to: 'issuer', amount: held } as const;
      this.write(this.posting({ cause: 'collected', points: 0, transfer, countDelta: 0 }));
    } else if (step.kind === 'undo') this.undo(step.pick);
    else if (step.kind === 'expire') this.expire(step.pick);
  }

  private undo(pick: number): void {
    const open = this.entries.filter(
      ({ _id, cause }) => !this.undone.has(_id) && !/held|collected|reversal/.test(cause),
    );
    const entry = open[pick % Math.max(1, open.length)];
    if (!entry) return;
    this.undone.add(entry._id);
    this.isPlain = false;
    const undo = { reason: '记错了', by: '秦', byId: 'a', second: '白', secondId: 'b' };
    this.write(reversalOf(entry, undo, this.now));
  }

  private expire(daysAgo: number): void {
    const { head } = this;
    if (!head) return;
    const end = new Date(this.now.getTime() - daysAgo * dayMs);
    const before = this.entries.filter(({ at }) => at < end).at(-1);
    const earnedBefore = before ? earnedOf(before) : 0;
    const points = pointsLeft({ balance: head.balance, earned: earnedOf(head), earnedBefore }, 0);
    if (this.isPlain) expect(points).toBe(Math.min(Math.max(0, head.balance), this.lots.before(end.getTime())));
    expect(points).toBeGreaterThanOrEqual(0);
    expect(points).toBeLessThanOrEqual(Math.max(0, head.balance));
    if (points === 0) return;
    const expiry = { _id: `expired:${this.entries.length}`, communityId: 'qinghe', unit: 'service', personId: 'p' };
    this.write(expiryPosting({ ...expiry, lot: '2025-01' } as Expiry, head, { points, at: this.now }));
    this.lots.take(points);
    const again = pointsLeft({ balance: this.head!.balance, earned: earnedOf(this.head!), earnedBefore }, 0);
    expect(again).toBe(0);
  }

  check(): void {
    const accounts = new Map<string, number>();
    for (const { from, to, amount } of this.entries) {
      accounts.set(from, (accounts.get(from) ?? 0) - amount);
      accounts.set(to, (accounts.get(to) ?? 0) + amount);
    }
    expect([...accounts.values()].reduce((sum, one) => sum + one, 0)).toBe(0);
    if (!this.head) return;
    expect(accounts.get('person:p') ?? 0).toBe(this.head.balance);
    expect(accounts.get('hold:p') ?? 0).toBe(this.head.held);
    expect(verifyBook(this.entries, this.head, testSalts).state).toBe('sound');
    this.checkDays();
  }

  /** At every date: what was written by then and the marked lines that came later are all that counts by then. */
  private checkDays(): void {
    for (const { at } of this.entries) {
      const end = new Date(at.getTime() - 3 * dayMs);
      const sum = (lines: readonly Entry[]) => lines.reduce((total, { points }) => total + points, 0);
      const written = this.entries.filter((line) => line.at < end);
      expect(written.at(-1)?.balance ?? 0).toBe(sum(written));
      const until = end.getTime() + (lateDays + 1) * dayMs;
      const late = this.entries.filter(
        (line) => line.backdated === 'near' && line.at >= end && line.at.getTime() < until && line.effectiveAt! < end,
      );
      const effective = this.entries.filter((line) => (line.effectiveAt ?? line.at) < end);
      const sameDay = this.entries.filter((line) => line.at >= end && !line.backdated && line.effectiveAt! < end);
      expect(sum(written) + sum(late) + sum(sameDay)).toBe(sum(effective));
    }
  }
}

const histories = Number(process.env['LEDGER_HISTORIES'] ?? 400);

test(`${histories} histories of a book: first in first out, sums of zero, and balances at every date`, () => {
  let expired = 0;
  fc.assert(
    fc.property(steps, (list) => {
      const play = new Play();
      for (const step of list) play.take(step);
      play.check();
      expired += play.entries.filter(({ cause }) => cause === 'expired').length;
    }),
    { numRuns: histories, seed: 20261129 },
  );
  expect(expired).toBeGreaterThan(histories / 20);
}, 600_000);
