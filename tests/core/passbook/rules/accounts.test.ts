import fc from 'fast-check';
import type { Entry } from '../../../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../../../cloudfunctions/core/passbook/passbook';
import { accountKinds, type AccountKind } from '../../../../cloudfunctions/core/passbook/rules/accounts';
import { effectOn } from '../../../../cloudfunctions/core/passbook/rules/accounts';
import { post } from '../../../../cloudfunctions/core/passbook/rules/ledger';
import { verifyBook } from '../../../../cloudfunctions/core/passbook/rules/verification';
import { testSalts } from '../../../support/books';

const kind = fc.constantFrom(...accountKinds);
const transfers = fc.array(fc.record({ from: kind, to: kind, amount: fc.integer({ min: -1, max: 12 }) }), {
  maxLength: 30,
});

/** Posts what the rules allow and passes over what they refuse. */
function play(wanted: readonly { from: AccountKind; to: AccountKind; amount: number }[]) {
  let head: Passbook | null = null;
  const entries: Entry[] = [];
  const refused: string[] = [];
  for (const [index, transfer] of wanted.entries()) {
    try {
      const posted: { entry: Entry; head: Passbook } = post(
        head,
        {
          postingKey: `grant:${index}`,
          communityId: 'xbc',
          unit: 'courtyard',
          personId: 'p1',
          name: '李建国',
          memberClass: null,
          branchName: '西堡村党支部',
          at: new Date('2026-11-14T02:00:00Z'),
          cause: 'grant',
          title: '楼院长分',
          titleBy: null,
          points: effectOn('person', transfer),
          transfer,
          countDelta: 0,
          rule: { id: 'courtyard', version: 1 },
          sourceId: `g${index}`,
          reversal: null,
        },
        testSalts,
      );
      head = posted.head;
      entries.push(posted.entry);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refused.push(error.message);
    }
  }
  return { head, entries, refused };
}

test('whatever moves between the four kinds, accounts sum to zero and each balance is the sum of its entries', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(transfers, (wanted) => {
      const { head, entries, refused } = play(wanted);
      const accounts = new Map<string, number>();
      for (const { from, to, amount } of entries) {
        accounts.set(from, (accounts.get(from) ?? 0) - amount);
        accounts.set(to, (accounts.get(to) ?? 0) + amount);
        seen.add(`${from.split(':')[0]} ${to.split(':')[0]}`);
      }
      for (const reason of refused) seen.add(reason);
      expect([...accounts.values()].reduce((sum, balance) => sum + balance, 0)).toBe(0);
      expect(head?.balance ?? 0).toBe(accounts.get('person:p1') ?? 0);
      expect(head?.held ?? 0).toBe(accounts.get('hold:p1') ?? 0);
      expect(head?.held ?? 0).toBeGreaterThanOrEqual(0);
      expect(verifyBook(entries, head, testSalts).state).toBe('sound');
    }),
    { numRuns: 2_000, seed: 20261128 },
  );
  expect([...seen].sort()).toEqual([
    'accounts',
    'amount',
    'expired person',
    'funds',
    'hold issuer',
    'hold person',
    'issuer person',
    'person expired',
    'person hold',
    'person issuer',
  ]);
});

test('points that are held or ran out are those that were there', () => {
  const award = { from: 'issuer', to: 'person', amount: 5 } as const;
  expect(play([award, { from: 'person', to: 'hold', amount: 6 }]).refused).toEqual(['funds']);
  expect(play([award, { from: 'person', to: 'expired', amount: 6 }]).refused).toEqual(['funds']);
  expect(play([award, { from: 'hold', to: 'issuer', amount: 1 }]).refused).toEqual(['funds']);
  expect(play([award, { from: 'person', to: 'hold', amount: 5 }]).head).toMatchObject({ balance: 0, held: 5 });
  expect(play([award, { from: 'person', to: 'issuer', amount: 6 }]).head).toMatchObject({ balance: -1, held: 0 });
});
