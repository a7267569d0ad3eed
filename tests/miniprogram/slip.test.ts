/** The slip of a month: which month it asks for, and what the phone remembers of a book. */
import {
  compareSlip,
  maxSeenSlips,
  withSlip,
  type SeenSlip,
} from '../../miniprogram/packages/passbook/services/seen-slips';
import type { SlipView } from '../../miniprogram/contracts/passbook';
import { answered, cloudOf, mountPage, refused, type Called, type MountedPage } from '../support/simulate';
import { freshPhone, visited } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(() => {
  freshPhone();
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T13:00:00.000Z'));
});
afterEach(() => jest.restoreAllMocks());

const november: SlipView = replies['passbook.slip'];
const october: SlipView = { ...november, month: '2026-10', sequence: 40, hash: 'b'.repeat(64), lines: [] };
const warning = '和这台手机上次看到的不一样';

async function openSlip(answer: SlipView): Promise<{ page: MountedPage; calls: readonly Called[] }> {
  document.body.innerHTML = '';
  const calls = cloudOf({ 'passbook.slip': answered(answer) });
  const page = mountPage(
    'packages/passbook/slip/slip',
    { personId: 'li', unit: 'organization' },
    sessionOf(hats.member),
  );
  await page.settle();
  return { page, calls };
}
const turn = (page: MountedPage, month: string): void =>
  void (page.instance['chooseMonth'] as (event: object) => void).call(page.instance, {
    currentTarget: { dataset: { month } },
  });

describe('what was seen of a book, beside an answer', () => {
  const seen: SeenSlip = { book: 'li/organization', month: '2026-10', sequence: 40, hash: 'b' };

  test.each<[string, Partial<SeenSlip>, ReturnType<typeof compareSlip>]>([
    ['the same', {}, undefined],
    ['a month that grew', { sequence: 42, hash: 'c' }, undefined],
    ['a later month without lines', { month: '2026-11' }, undefined],
    ['an earlier month', { month: '2026-09', sequence: 36, hash: 'a' }, undefined],
    ['another book', { book: 'ma/organization', sequence: 3, hash: 'd' }, undefined],
    ['another hash of the line', { hash: 'c' }, { sequence: 40, why: 'hash' }],
    ['another hash of the line in a later month', { month: '2026-11', hash: 'c' }, { sequence: 40, why: 'hash' }],
    ['fewer lines', { sequence: 38, hash: 'c' }, { sequence: 39, why: 'shrunk' }],
    ['fewer lines by a later month', { month: '2026-12', sequence: 38, hash: 'c' }, { sequence: 39, why: 'shrunk' }],
    ['no lines at all', { sequence: 0, hash: '0' }, { sequence: 1, why: 'shrunk' }],
  ])('%s', (_title, change, found) => {
    expect(compareSlip([seen], { ...seen, ...change })).toEqual(found);
  });

  test('the first line of several is named', () => {
    const later = { ...seen, month: '2026-11', sequence: 44, hash: 'd' };
    expect(compareSlip([later, seen], { ...later, sequence: 40, hash: 'e' })).toEqual({ sequence: 40, why: 'hash' });
  });

  test('it stays bounded: a month once, the one seen longest ago goes first', () => {
    const months = Array.from({ length: maxSeenSlips }, (_, index) => ({ ...seen, month: `m${index}` }));
    const next = withSlip(months, { ...seen, month: 'm1', sequence: 50 });
    expect(next).toHaveLength(maxSeenSlips);
    expect(next.filter(({ month }) => month === 'm1')).toEqual([{ ...seen, month: 'm1', sequence: 50 }]);
    expect(withSlip(months, { ...seen, month: 'new' }).map(({ month }) => month)).toEqual([
      ...months.slice(1).map(({ month }) => month),
      'new',
    ]);
  });
});

test('a line that is another than before is named, each time it is read again', async () => {
  expect((await openSlip(november)).page.text()).not.toContain(warning);
  expect((await openSlip(november)).page.text()).not.toContain(warning);
  const rewritten = { ...november, hash: 'c'.repeat(64) };
  for (let times = 0; times < 2; times++)
    expect((await openSlip(rewritten)).page.text()).toContain(`${warning}：第 41 笔。请拿给支部和督查看。`);
  expect((await openSlip(november)).page.text()).not.toContain(warning);
});

test('a book that became shorter is told by any later month', async () => {
  await openSlip(october);
  const { page } = await openSlip({ ...november, sequence: 39, hash: 'c'.repeat(64) });
  expect(page.text()).toContain(`${warning}：第 40 笔起没有了。请拿给支部和督查看。`);
});

test('it opens with this month, and turns to the one before and back', async () => {
  const { page, calls } = await openSlip(november);
  expect(calls[0]?.input).toEqual({ unit: 'organization', month: '2026-11', personId: 'li' });
  expect(page.text()).not.toContain('下个月');
  const turned = cloudOf({ 'passbook.slip': answered(october) });
  turn(page, '2026-10');
  turn(page, '2026-10');
  await page.settle();
  expect(turned.map(({ input }) => input['month'])).toEqual(['2026-10']);
  expect(page.text()).toContain('2026 年 10 月');
  expect(page.text()).toContain('下个月');
});

test('a month that does not come leaves the one that stands there', async () => {
  const { page } = await openSlip(november);
  cloudOf({ 'passbook.slip': refused('NETWORK') });
  turn(page, '2026-10');
  await page.says('没连上网，下面是刚才的');
  expect(page.text()).toContain('2026 年 11 月');
  const calls = cloudOf({ 'passbook.slip': answered(november) });
  page.call('load');
  await page.settle();
  expect(calls.map(({ input }) => input['month'])).toEqual(['2026-11']);
});

test.each([
  ['pages/passbook/passbook', {}],
  ['packages/passbook/book/book', { personId: 'li', unit: 'organization' }],
])('%s leads to it', async (file, query) => {
  cloudOf();
  const page = mountPage(file, query, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toContain('这个月的存单');
  page.call('openSlip');
  expect(visited).toEqual(['/packages/passbook/slip/slip?personId=li&unit=organization']);
});
