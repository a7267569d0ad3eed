/** How books, their entries and what waits about them read. */
import type { EntryView } from '../../miniprogram/contracts/passbook';
import { reversalRow } from '../../miniprogram/packages/passbook/views/reversal-row';
import { verificationResult } from '../../miniprogram/packages/passbook/text/entries';
import { book } from '../../miniprogram/packages/passbook/views/book';
import { ledgerLine, withProposal } from '../../miniprogram/packages/passbook/views/ledger-line';
import { waiting } from '../../miniprogram/views/passbook/waiting';
import { sampleNow } from '../miniprogram/samples/orders';
import { bookSample } from '../miniprogram/samples/passbook';
import { replies } from '../miniprogram/samples/replies';

const now = Date.parse(sampleNow);
const absence: EntryView = bookSample.entries[1]!;

test('S3-02 the book says who writes it; its seal breaks in three', () => {
  expect(book(bookSample, now)).toMatchObject({
    line: '青年党员\u00a0· 由支部统一保管',
    seal: ['西堡村', '党支部', '记账'],
    balanceName: '存折余额',
    balance: '186',
    times: '41 次',
  });
  expect(book({ ...bookSample, branchName: '常青藤社区党支部' }, now).seal).toEqual(['常青藤', '社区', '党支部']);
  expect(book({ ...bookSample, balance: -4 }, now).balance).toBe('−4');
});

test('X-03 the only book says what it counts; an empty one bears no seal and no code', () => {
  expect(book({ ...bookSample, units: ['organization'] }, now).balanceName).toBe('组织生活分余额');
  expect(book({ ...bookSample, unit: 'service', units: ['service'] }, now).balanceName).toBe('服务分余额');
  const { personId, name, unit, units, countThisYear } = bookSample;
  expect(
    book({ personId, name, unit, units, countThisYear, branchName: '', balance: 0, entries: [], mine: true }, now),
  ).toMatchObject({ seal: [], checkCode: '' });
});

test('a line of the book', () => {
  const lines = bookSample.entries.map((entry) => ledgerLine(entry, true, now));
  expect(lines.map((line) => `${line.day} ${line.title} ${line.points} ${line.balance}`)).toEqual([
    '11-14 主题党日，到会 +3 186',
    '10-31 支部大会，缺席 −2 183',
    '10-24 主题党日，台前组织 +6 185',
    '10-17 冲正：重复记分 −3 179',
    '10-16 上党课，到会 +3 182',
  ]);
  expect(lines.map((line) => line.mayContest)).toEqual([true, true, true, false, false]);
  expect(lines[3]?.line).toBe('王书记、田广志两人复核\u00a0· 冲 10-16 一笔');
  const reversal = {
    ofSequence: 2,
    ofAt: '2025-12-28T02:00:00.000Z',
    reason: '重复记分',
    by: '王书记',
    second: '田广志',
  };
  expect(ledgerLine({ ...absence, cause: 'reversal', reversal }, true, now).line).toBe(
    '王书记、田广志两人复核\u00a0· 冲 2025-12-28 一笔',
  );
  const contest = { state: 'open' as const, words: '没有重复' };
  expect(ledgerLine({ ...absence, cause: 'reversal', reversal, contest }, true, now).line).toBe(
    '王书记、田广志两人复核\u00a0· 冲 2025-12-28 一笔。您提了异议，支部正在看',
  );
  expect(verificationResult({ state: 'broken', firstBrokenSequence: 3, why: 'balance' })).toBe(
    '第 3 笔起对不上：余额加不起来',
  );
});

test('an objection reads one way to its owner, another to those who answer for the book', () => {
  const said = (more: Partial<EntryView>) =>
    [true, false].map((mine) => ledgerLine({ ...absence, ...more }, mine, now).line);
  const words = '那天我在医院';
  expect(said({ contest: { state: 'open', words } })).toEqual(['您提了异议，支部正在看', '本人提了异议：那天我在医院']);
  expect(said({ contest: { state: 'open' } })[1]).toBe('本人提了异议');
  expect(said({ contest: { state: 'upheld', words, answer: { words: '没有请假条', by: '侯月华' } } })[0]).toBe(
    '您的异议看过，照旧：没有请假条（侯月华）',
  );
  expect(said({ contest: { state: 'reversed', words }, reversed: true })[0]).toBe('您的异议成立，已冲正');
  expect(said({ proposed: true })[0]).toBe('有人提请冲正，等第二个人签字');
  expect(withProposal(ledgerLine({ ...absence, mayUphold: true }, false, now))).toMatchObject({
    line: '有人提请冲正，等第二个人签字',
    mayUphold: false,
    mayPropose: false,
  });
});

test('a line by hand names the two whose it is', () => {
  const byHand = { by: '任守义', second: '田广志' };
  const entry: EntryView = { ...bookSample.entries[0]!, cause: 'grant', title: '抗洪那几天守了三夜大坝', byHand };
  const { title, line } = ledgerLine(entry, true, now);
  expect([title, line]).toEqual(['手工记分：抗洪那几天守了三夜大坝', '任守义提的，田广志签的字']);
});

test('what waits says how much of what, and what signing will do', () => {
  expect(waiting({ contests: 1, reversals: 2, alarms: 0 })).toEqual({
    count: 3,
    line: '1 笔有异议，等回话；2 笔等第二个人签字',
  });
  expect(waiting({ contests: 0, reversals: 0, alarms: 0 })).toEqual({ count: 0, line: '没有要看的' });
  const rows = replies['passbook.listReversals'].reversals.map((view) => reversalRow(view, now));
  expect(rows[1]).toMatchObject({
    points: '+3',
    line: '组织生活分 10-16 一笔，记完余 182',
    signing: '签了字，李建国的存折就再记一笔 −3 分，不能收回。',
  });
});
