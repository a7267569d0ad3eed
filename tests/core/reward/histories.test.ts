import fc from 'fast-check';
import type { Entry, Posting } from '../../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { post, reversalOf } from '../../../cloudfunctions/core/passbook/rules/ledger';
import { verifyBook } from '../../../cloudfunctions/core/passbook/rules/verification';
import type { Good } from '../../../cloudfunctions/core/reward/good';
import type { Redemption } from '../../../cloudfunctions/core/reward/redemption';
import {
  collectPosting,
  holdPosting,
  redemptionKey,
  releasePosting,
} from '../../../cloudfunctions/core/reward/rules/postings';
import {
  endEvent,
  endFault,
  evolveRedemption,
  redeemFault,
  type EndCommand,
} from '../../../cloudfunctions/core/reward/rules/redemption';
import { evolveStock, monthOf, stockFault, type StockEvent } from '../../../cloudfunctions/core/reward/rules/stock';
import { testSalts } from '../../support/books';
import { good, noon, redemption } from './sample-goods';

const people = ['p_head', 'p_head2', 'p_head3'] as const;
const staff = { personId: 'p_worker', name: '赵慧敏' };

type Step =
  | { readonly kind: 'award'; readonly who: number; readonly points: number }
  | { readonly kind: 'undo'; readonly which: number }
  | { readonly kind: 'receive' | 'redeem'; readonly who: number; readonly quantity: number }
  | { readonly kind: 'correct'; readonly difference: number }
  | { readonly kind: EndCommand['kind']; readonly which: number }
  | { readonly kind: 'month' };

const index = fc.nat({ max: 40 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('award' as const), who: index, points: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ kind: fc.constant('undo' as const), which: index }),
    fc.record({
      kind: fc.constantFrom('receive' as const, 'redeem' as const),
      who: index,
      quantity: fc.integer({ min: -1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('correct' as const), difference: fc.integer({ min: -3, max: 3 }) }),
    fc.record({
      kind: fc.constantFrom('collect' as const, 'cancel' as const, 'refuse' as const, 'expire' as const),
      which: index,
    }),
    fc.constant({ kind: 'month' as const }),
  ),
  { minLength: 10, maxLength: 60 },
);

/** One thing, three heads, and whatever happens to them, by the rules alone. */
class World {
  good: Good = good({ limit: 3 });
  at = noon;
  readonly redemptions: Redemption[] = [];
  readonly entries: Entry[] = [];
  readonly heads = new Map<string, Passbook>();
  private readonly undone = new Set<string>();
  received = 0;
  corrected = 0;
  private ids = 0;

  step(step: Step): void {
    switch (step.kind) {
      case 'award':
        return this.award(people[step.who % people.length]!, step.points);
      case 'undo':
        return this.undo(step.which);
      case 'receive':
        return this.stock(
          { kind: 'received', quantity: step.quantity, costCents: 100 },
          () => (this.received += step.quantity),
        );
      case 'redeem':
        return this.redeem(people[step.who % people.length]!, step.quantity);
      case 'correct':
        return this.stock(
          { kind: 'corrected', difference: step.difference },
          () => (this.corrected += step.difference),
        );
      case 'month':
        this.at = new Date(this.at.getTime() + 31 * 86_400_000);
        return;
      default:
        return this.end(step.kind, step.which);
    }
  }

  get month(): string {
    return this.at.toISOString().slice(0, 7);
  }

  private stock(event: StockEvent, then: () => void): void {
    if (stockFault(this.good, event)) return;
    this.good = { ...this.good, ...evolveStock(this.good, event, this.month) };
    then();
  }

  private post(posting: Posting): Entry {
    const { entry, head } = post(this.heads.get(posting.personId) ?? null, posting, testSalts);
    this.heads.set(posting.personId, head);
    this.entries.push(entry);
    return entry;
  }

  private award(personId: string, points: number): void {
    this.ids += 1;
    this.post({
      ...holdPosting(redemption('none', { personId }), '后所营'),
      postingKey: `vouched:o${this.ids}`,
      at: this.at,
      cause: 'vouched',
      points,
      transfer: { from: 'issuer', to: 'person', amount: points },
    });
  }

  private undo(which: number): void {
    const awards = this.entries.filter(({ cause, _id }) => cause === 'vouched' && !this.undone.has(_id));
    const entry = awards[which % Math.max(1, awards.length)];
    if (!entry) return;
    this.undone.add(entry._id);
    const fact = { reason: '记错', by: '甲', byId: 'p_jia', second: '乙', secondId: 'p_yi' };
    this.post(reversalOf(entry, fact, this.at));
  }

  private redeem(personId: string, quantity: number): void {
    const book = this.heads.get(personId);
    const taken = this.redemptions
      .filter(
        (one) => one.personId === personId && one.month === this.month && ['held', 'collected'].includes(one.state),
      )
      .reduce((sum, one) => sum + one.quantity, 0);
    const facts = { good: this.good, quantity, priceVersion: 1, book, taken, isOffered: false };
    if (redeemFault(facts) || !book) return;
    this.ids += 1;
    const id = `v${this.ids}`;
    const held = { entryId: redemptionKey(id, 'hold'), sequence: book.sequence + 1 };
    const made = redemption(id, { personId, quantity, createdAt: this.at, month: this.month, held });
    this.stock({ kind: 'reserved', quantity }, () => this.redemptions.push(made));
    const { balance, sequence } = this.post(holdPosting(made, '后所营'));
    expect(balance).toBeGreaterThanOrEqual(0);
    expect(sequence).toBe(held.sequence);
  }

  private end(kind: EndCommand['kind'], which: number): void {
    const position = which % Math.max(1, this.redemptions.length);
    const before = this.redemptions[position];
    if (!before) return;
    const owner = { personId: before.personId, name: before.name };
    const command: EndCommand =
      kind === 'expire'
        ? { kind }
        : kind === 'refuse'
          ? { kind, by: staff, reason: '坏了' }
          : { kind, by: kind === 'cancel' ? owner : staff };
    if (endFault(before, command, this.at) || stockFault(this.good, endEvent(before, command))) return;
    this.stock(endEvent(before, command), () => undefined);
    const after = evolveRedemption(before, command, this.at);
    this.redemptions[position] = after;
    this.post((kind === 'collect' ? collectPosting : releasePosting)(after, '后所营', this.at));
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What does not hold after a step: nothing. */
function faultsOf(world: World): readonly string[] {
  const { good: thing, redemptions, entries, heads } = world;
  const open = redemptions.filter(({ state }) => state === 'held');
  const collected = sum(redemptions.filter(({ state }) => state === 'collected').map(({ quantity }) => quantity));
  const accounts = new Map<string, number>();
  for (const { from, to, amount } of entries) {
    accounts.set(from, (accounts.get(from) ?? 0) - amount);
    accounts.set(to, (accounts.get(to) ?? 0) + amount);
  }
  const heldBy = (personId: string) => sum(open.filter((one) => one.personId === personId).map(({ points }) => points));
  return [
    ...(thing.onHand < 0 ? ['stock below zero'] : []),
    ...(thing.reserved === sum(open.map(({ quantity }) => quantity)) ? [] : ['reserved']),
    ...(thing.onHand === world.received + world.corrected - collected ? [] : ['on hand']),
    ...(sum([...accounts.values()]) === 0 ? [] : ['sum of accounts']),
    ...[...heads].filter(([personId, { held }]) => held !== heldBy(personId)).map(() => 'held'),
    ...[...heads].filter(([id, { balance }]) => balance !== (accounts.get(`person:${id}`) ?? 0)).map(() => 'balance'),
  ];
}

test('S1-19 S1-21 sums are zero and no stock or hold goes wrong, whatever happens in whatever order', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const world = new World();
      for (const step of history) {
        world.step(step);
        expect(faultsOf(world)).toEqual([]);
      }
      for (const [personId, head] of world.heads) {
        const own = world.entries.filter((entry) => entry.personId === personId);
        expect(verifyBook(own, head)).toMatchObject({ state: 'sound' });
      }
      const months = [...world.good.months].map(({ month }) => monthOf(world.good, month));
      months.slice(1).forEach((month, at) => expect(month.opening).toBe(months[at]!.closing));
      expect(months.at(-1)?.closing ?? 0).toBe(world.good.onHand);
    }),
    { numRuns: 120 },
  );
});

test('each redemption leaves one line that holds, and at most one that ends it', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const world = new World();
      history.forEach((step) => world.step(step));
      for (const { _id, state, points } of world.redemptions) {
        const lines = world.entries.filter(({ sourceId }) => sourceId === _id);
        expect(lines.map(({ cause }) => cause)).toEqual(
          state === 'held' ? ['held'] : ['held', state === 'collected' ? 'collected' : 'released'],
        );
        expect(sum(lines.map((line) => line.points))).toBe(['held', 'collected'].includes(state) ? -points : 0);
      }
      expect(new Set(world.entries.map(({ _id }) => _id)).size).toBe(world.entries.length);
    }),
    { numRuns: 40 },
  );
});
