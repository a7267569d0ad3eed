import type { Entry, Posting } from '../../../../cloudfunctions/core/passbook/entry';
import { checkCode } from '../../../../cloudfunctions/core/passbook/chain';
import { bookOf, testSalts } from '../../../support/books';
import { awardKey, post, reversalOf } from '../../../../cloudfunctions/core/passbook/rules/ledger';
import type { Passbook } from '../../../../cloudfunctions/core/passbook/passbook';
import { countedYearOf } from '../../../../cloudfunctions/core/passbook/rules/year-count';
import { verifyBook } from '../../../../cloudfunctions/core/passbook/rules/verification';

const at = new Date('2026-11-14T02:00:00Z');
const signed = { reason: '重复记分', by: '甲', byId: 'p_jia', second: '乙', secondId: 'p_yi' };
const posting = (key: string, points: number, more: Partial<Posting> = {}): Posting => ({
  postingKey: key,
  communityId: 'xbc',
  unit: 'organization',
  personId: 'p1',
  name: '李建国',
  memberClass: 'young',
  branchName: '西堡村党支部',
  at,
  cause: points > 0 ? 'attended' : 'absent',
  title: '主题党日',
  titleBy: null,
  points,
  countDelta: points > 0 ? 1 : 0,
  rule: { id: 'attendance-young', version: 1 },
  sourceId: 'a1',
  reversal: null,
  ...more,
});

const book = (...postings: Posting[]) => bookOf(postings);

test('S3-03 S3-04 a presence counts and gains, an absence takes points only', () => {
  const { entries, head } = book(posting('activity:a1:p1', 3), posting('activity:a2:p1', -2));
  expect(
    entries.map(({ sequence, points, balance, from, to, countThisYear }) => ({
      sequence,
      points,
      balance,
      from,
      to,
      countThisYear,
    })),
  ).toEqual([
    { sequence: 1, points: 3, balance: 3, from: 'issuer:xbc', to: 'person:p1', countThisYear: 1 },
    { sequence: 2, points: -2, balance: 1, from: 'person:p1', to: 'issuer:xbc', countThisYear: 1 },
  ]);
  expect(head).toMatchObject({
    _id: 'p1:organization',
    balance: 1,
    count: 1,
    countThisYear: 1,
    sequence: 2,
    hash: entries[1]!.hash,
  });
});

test('S3-05 a balance may go below zero, plainly', () => {
  expect(book(posting('activity:a1:p1', -4)).head.balance).toBe(-4);
});

test('the times of a year start anew in the new year of Shanghai', () => {
  const silvester = new Date('2026-12-31T15:59:59Z');
  const newYear = new Date('2026-12-31T16:00:00Z');
  expect(book(posting('a', 3, { at: silvester }), posting('b', 3, { at: newYear })).head).toMatchObject({
    year: 2027,
    countThisYear: 1,
    count: 2,
  });
});

describe('an undo takes the time back from the year of the line that it undoes', () => {
  const december = new Date('2026-12-20T02:00:00Z');
  const january = new Date('2027-01-01T02:00:00Z');
  const undoOf = (entry: Entry, when: Date) => reversalOf(entry, signed, when);
  const countOf = (entries: readonly Entry[], year: number) =>
    entries.filter((entry) => countedYearOf(entry) === year).reduce((sum, { countDelta }) => sum + countDelta, 0);

  test('a December line undone on 1 January leaves the new year at nothing', () => {
    const before = book(posting('a', 3, { at: december }), posting('b', 3, { at: december }));
    const { entry, head } = post(before.head, undoOf(before.entries[0]!, january), testSalts);
    expect(entry).toMatchObject({ year: 2027, countThisYear: 0, countDelta: -1 });
    expect(head).toMatchObject({ year: 2027, countThisYear: 0, count: 1 });
    const all = [...before.entries, entry];
    expect([countOf(all, 2026), countOf(all, 2027)]).toEqual([1, 0]);
    expect(verifyBook(all, head)).toMatchObject({ state: 'sound' });
  });

  test('and a line of the new year that is undone goes from the new year', () => {
    const before = book(posting('a', 3, { at: december }), posting('b', 3, { at: january }));
    const { entry, head } = post(before.head, undoOf(before.entries[1]!, january), testSalts);
    expect(head).toMatchObject({ year: 2027, countThisYear: 0, count: 1 });
    expect(countOf([...before.entries, entry], 2026)).toBe(1);
  });

  test('a line of December that is posted in January turns no year back', () => {
    const late = book(posting('a', 3, { at: january }), posting('b', 3, { at: december }));
    expect(late.head).toMatchObject({ year: 2027, countThisYear: 1, count: 2 });
    expect(countOf(late.entries, 2026)).toBe(1);
    expect(verifyBook(late.entries, late.head)).toMatchObject({ state: 'sound' });
    const { head } = post(late.head, undoOf(late.entries[1]!, january), testSalts);
    expect(head).toMatchObject({ year: 2027, countThisYear: 1, count: 1 });
  });
});

test.each([0, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('%p points are no posting', (points) => {
  expect(() => post(null, posting('x', points), testSalts)).toThrow(RangeError);
});

test('an undo is one entry with reason and two people, and takes the time back', () => {
  const { entries, head } = book(posting('activity:a1:p1', 3));
  const undo = reversalOf(entries[0]!, signed, at);
  const after = post(head, undo, testSalts);
  expect(after.entry).toMatchObject({
    _id: 'reversal:activity:a1:p1',
    points: -3,
    balance: 0,
    cause: 'reversal',
    countDelta: -1,
    reversal: { ofSequence: 1, by: '甲', second: '乙' },
  });
  expect(after.head).toMatchObject({ count: 0, countThisYear: 0, balance: 0 });
  expect(verifyBook([...entries, after.entry], after.head)).toMatchObject({ state: 'sound', entries: 2, balance: 0 });
});

describe('verify names the first broken line', () => {
  const sound = book(posting('1', 3), posting('2', -2), posting('3', 6), posting('4', 3));
  const changed = (index: number, change: Partial<Entry>) =>
    sound.entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry));

  test.each<[string, Entry[], Passbook | null, number, string]>([
    ['points changed', changed(1, { points: -1 }), sound.head, 2, 'accounts'],
    ['points and amount changed', changed(1, { points: -1, amount: 1 }), sound.head, 2, 'balance'],
    ['another account', changed(1, { to: 'expired:xbc' }), sound.head, 2, 'hash'],
    ['somebody else’s account', changed(1, { from: 'person:p2' }), sound.head, 2, 'accounts'],
    ['another form', changed(1, { form: 9 }), sound.head, 2, 'form'],
    ['a time counted twice', changed(2, { count: 3 }), sound.head, 3, 'count'],
    ['title changed', changed(2, { title: '别的' }), sound.head, 3, 'words'],
    ['name changed', changed(2, { name: '别人' }), sound.head, 3, 'words'],
    ['a digest taken out', changed(2, { digests: [] }), sound.head, 3, 'hash'],
    ['rule changed', changed(2, { rule: { id: 'attendance-young', version: 2 } }), sound.head, 3, 'hash'],
    ['a line taken out', sound.entries.filter((entry) => entry.sequence !== 2), sound.head, 2, 'sequence'],
    ['the last line taken out', sound.entries.slice(0, 3), sound.head, 4, 'sequence'],
    ['a line that the head does not know', sound.entries, { ...sound.head, sequence: 3 }, 4, 'head'],
    ['head balance changed', sound.entries, { ...sound.head, balance: 100 }, 4, 'head'],
    ['head counter changed', sound.entries, { ...sound.head, count: 9 }, 4, 'count'],
    ['head moved', sound.entries, { ...sound.head, communityId: 'cqt' }, 4, 'head'],
    ['head renamed', sound.entries, { ...sound.head, name: '别人' }, 4, 'head'],
    ['head lost', sound.entries, null, 1, 'head'],
    ['times of a line changed', changed(1, { countThisYear: 9 }), sound.head, 2, 'count'],
    ['year of a line changed', changed(1, { year: 2025 }), sound.head, 2, 'count'],
    ['times of the head changed', sound.entries, { ...sound.head, countThisYear: 9 }, 4, 'count'],
    ['year of the head changed', sound.entries, { ...sound.head, year: 2025 }, 4, 'count'],
  ])('%s', (...[, entries, head, firstBrokenSequence, why]) => {
    expect(verifyBook(entries, head, testSalts)).toEqual({ state: 'broken', firstBrokenSequence, why });
  });

  test('a sound book, and an empty one, are sound', () => {
    expect(verifyBook(sound.entries, sound.head, testSalts)).toEqual({
      state: 'sound',
      entries: 4,
      balance: 10,
      hash: sound.head.hash,
    });
    expect(verifyBook([], null)).toMatchObject({ state: 'sound', entries: 0, balance: 0 });
  });
});

test('keys and check codes read as they are printed', () => {
  expect(awardKey('o1')).toBe('order:o1:award');
  expect(checkCode('7f3a92c1ffff')).toBe('7F3A-92C1');
});
