import { entryForm, firstHash, hashOfEntry } from '../../../cloudfunctions/core/passbook/chain';
import type { Entry, Posting } from '../../../cloudfunctions/core/passbook/entry';
import { post, reversalOf } from '../../../cloudfunctions/core/passbook/rules/ledger';
import { verifyBook } from '../../../cloudfunctions/core/passbook/rules/verification';
import { withoutWordsOf, wordsByPerson } from '../../../cloudfunctions/core/passbook/words';
import { bookOf, SaltsOfEverybody, testSalts } from '../../support/books';

const award: Posting = {
  postingKey: 'order:o1:award',
  communityId: 'cqt',
  unit: 'service',
  personId: 'p_sun',
  name: '孙建国',
  memberClass: null,
  branchName: '常青藤社区党支部',
  at: new Date('2026-11-14T02:00:00Z'),
  cause: 'order',
  title: '母亲的药没人取',
  titleBy: 'p_wang',
  points: 2,
  countDelta: 1,
  rule: { id: 'order', version: 1 },
  sourceId: 'o1',
  reversal: null,
};
const undo = { reason: '认错了人', by: '秦书记', byId: 'p_qin', second: '白主任', secondId: 'p_bai' };
const first = bookOf([award]);
const reversed = post(first.head, reversalOf(first.entries[0]!, undo, award.at), testSalts);
/** A line as it was written before there were others: later fields are not in it. */
function asForm1(entry: Entry, previousHash: string): Entry {
  const { branchId, effectiveAt, backdated, earned, ...fields } = entry;
  void [branchId, effectiveAt, backdated, earned];
  const line = { ...fields, form: 1, previousHash };
  return { ...line, hash: hashOfEntry(line)! };
}
const oldFirst = asForm1(first.entries[0]!, firstHash);
const oldReversed = asForm1(reversed.entry, oldFirst.hash);
const lines: readonly Entry[] = [...first.entries, reversed.entry];
const salts = (...erased: string[]) => new SaltsOfEverybody(erased.map((personId) => [personId, null]));

describe('the form of an entry', () => {
  it('is written with it and goes into its hash: a line of form 1 has this hash for good', () => {
    expect(first.entries[0]).toMatchObject({ form: entryForm });
    expect(oldFirst.hash).toBe('ed570ec7a2276bef1e23e2c844438ffdc6ff76bd6a1bca27dae19c74c1d6fe68');
    expect(oldReversed.hash).toBe('e87c24868181a337400c053500b8bf3df5bfd6009087234727572ffb19bd04fa');
  });

  it('says which fields are hashed, so that a field of a later form breaks no line of an older one', () => {
    const later = { ...oldFirst, effectiveAt: new Date('2025-11-01T02:00:00Z'), branchId: 'another', earned: 9 };
    expect(hashOfEntry(later)).toBe(oldFirst.hash);
    const { earned, ...oldHead } = first.head;
    expect(earned).toBe(2);
    expect(verifyBook([later], { ...oldHead, hash: oldFirst.hash }, testSalts).state).toBe('sound');
  });

  it('of form 2 says the branch, the day on which it counts, and what ever came in', () => {
    const [line] = first.entries;
    expect(line).toMatchObject({ branchId: 'branch:cqt', backdated: null, earned: 2, effectiveAt: award.at });
    for (const changed of [{ branchId: 'x' }, { effectiveAt: new Date(0) }, { backdated: 'far' }, { earned: 3 }])
      expect(hashOfEntry({ ...line!, ...changed } as Entry)).not.toBe(line!.hash);
  });

  it('goes on from lines of form 1: what was there then came in before', () => {
    const { earned, ...oldHead } = { ...first.head, hash: oldFirst.hash };
    expect(earned).toBe(2);
    const next = post(oldHead, { ...award, postingKey: 'order:o2:award', points: 5 }, testSalts);
    expect(next.entry).toMatchObject({ form: 2, earned: 7, balance: 7 });
    expect(verifyBook([oldFirst, next.entry], next.head, testSalts)).toMatchObject({ state: 'sound', balance: 7 });
    const tampered = { ...next.entry, earned: 6 };
    expect(verifyBook([oldFirst, tampered], next.head, testSalts).state).toBe('broken');
  });

  it('that nobody knows is never taken for sound', () => {
    const unknown = { ...first.entries[0]!, form: 9 };
    expect(hashOfEntry(unknown)).toBeUndefined();
    expect(verifyBook([unknown], first.head, testSalts)).toMatchObject({ state: 'broken', why: 'form' });
  });
});

describe('names and words', () => {
  it('are each somebody’s', () => {
    expect(Object.fromEntries(wordsByPerson(reversed.entry))).toEqual({
      p_sun: { name: '孙建国', reason: '认错了人' },
      p_wang: { title: '母亲的药没人取' },
      p_qin: { by: '秦书记' },
      p_bai: { second: '白主任' },
    });
    expect(reversed.entry.digests.map(({ personId }) => personId)).toEqual(['p_sun', 'p_wang', 'p_qin', 'p_bai']);
  });

  it('do not enter a hash: only digests do, which another salt makes others', () => {
    const other = post(null, award, new SaltsOfEverybody([['p_wang', 'another salt']])).entry;
    const [own, wang] = first.entries[0]!.digests;
    expect(other.digests[0]).toEqual(own);
    expect(other.digests[1]!.digest).not.toBe(wang!.digest);
    expect(hashOfEntry({ ...first.entries[0]!, title: '别的', name: '别人' })).toBe(first.entries[0]!.hash);
  });

  it.each(['p_sun', 'p_wang', 'p_qin', 'p_bai'])('of %s can be erased, and the book still verifies', (personId) => {
    const left = lines.map((line) => withoutWordsOf(line, (id) => id === personId));
    expect(JSON.stringify(left)).not.toContain(Object.values(wordsByPerson(reversed.entry).get(personId)!)[0]);
    const name = personId === 'p_sun' ? '' : '孙建国';
    const head = { ...reversed.head, name, nameKey: `${name}:p_sun` };
    expect(verifyBook(left, head, salts(personId))).toMatchObject({ state: 'sound', entries: 2, balance: 0 });
  });

  it('that were changed, taken out or put back are named', () => {
    const check = (line: Partial<Entry>, ...erased: string[]) =>
      verifyBook([{ ...first.entries[0]!, ...line }], first.head, salts(...erased));
    const words = { state: 'broken', firstBrokenSequence: 1, why: 'words' };
    expect(check({ title: '别的' })).toEqual(words);
    expect(check({ title: '' })).toEqual(words);
    expect(check({ title: '母亲的药没人取' }, 'p_wang')).toEqual(words);
    expect(check({ title: '' }, 'p_wang')).toMatchObject({ state: 'sound' });
  });

  it('of somebody who was erased are never written again', () => {
    const { entry, head } = post(null, award, salts('p_wang'));
    expect(entry).toMatchObject({ title: '', name: '孙建国', digests: [{}, { personId: 'p_wang', digest: '' }] });
    expect(verifyBook([entry], head, salts('p_wang')).state).toBe('sound');
  });
});
