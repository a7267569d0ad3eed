/** Several lines of a list at once: each is answered by itself, and what failed is named and sent again. */
import type { OrderSummary } from '../../miniprogram/contracts/order';
import { answered, cloudOf, mountPage, refused, type Answers } from '../support/simulate';
import { freshPhone } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const found = replies['order.search'].orders[0]!;
const order = (orderId: string, actions: OrderSummary['actions']) => ({
  ...found,
  orderId,
  number: `2611-${orderId}`,
  version: 3,
  actions,
});
const orders = [order('one', ['transfer']), order('two', ['transfer']), order('closed', [])];

async function openSearch(answers: Answers) {
  const calls = cloudOf({ 'order.search': answered({ ...replies['order.search'], orders }), ...answers });
  const page = mountPage('packages/desk/search/search', {}, sessionOf(hats.secretary));
  await page.settle();
  page.call('type', { value: '路灯' });
  page.call('find');
  await page.settle();
  const sent = (name: string) => calls.filter((one) => one.name === name).map(({ input }) => input);
  return { page, calls, sent };
}

describe('orders that are handed to one office', () => {
  test('only those that may be are offered, and each is sent with what the reader saw', async () => {
    const { page, sent } = await openSearch({});
    expect(page.text()).not.toContain('选这一项');
    page.call('startSelection');
    await page.settle();
    expect(page.text().match(/选这一项/g)).toHaveLength(2);
    page.call('selectAll');
    await page.settle();
    expect(page.text()).toContain('选了 2 项');
    page.call('sendTogether', { value: 'transfer' });
    page.call('moveChosen', { reason: '', words: '供电公司' });
    await page.settle();
    expect(sent('order.transfer')).toMatchObject([
      { orderId: 'one', version: 3, to: '供电公司' },
      { orderId: 'two', version: 3, to: '供电公司' },
    ]);
    expect(page.text()).not.toContain('选了');
  });

  test('one that fails is named, stays chosen alone, and is sent again', async () => {
    let isBusy = true;
    const { page, sent } = await openSearch({
      'order.transfer': ({ orderId }) =>
        orderId === 'two' && isBusy ? refused('WRONG_STATUS') : answered(replies['order.transfer']),
    });
    page.call('startSelection');
    page.call('selectAll');
    page.call('moveChosen', { reason: '', words: '供电公司' });
    await page.settle();
    expect(page.text()).toContain('2611-two：');
    expect(page.text()).toContain('选了 1 项');
    isBusy = false;
    page.call('moveChosen', { reason: '', words: '供电公司' });
    await page.settle();
    expect(sent('order.transfer').map(({ orderId }) => orderId)).toEqual(['one', 'two', 'two']);
    expect(page.text()).not.toContain('选了');
  });

  test('they are sent back together, with the one reason', async () => {
    const { page, sent } = await openSearch({});
    page.call('startSelection');
    page.call('selectAll');
    page.call('sendTogether', { value: 'refuse' });
    await page.settle();
    expect(page.text()).toContain('每位居民都会看到这句话');
    page.call('moveChosen', { reason: 'not-ours', words: '路灯找供电公司' });
    await page.settle();
    expect(sent('order.refuse')).toMatchObject([
      { orderId: 'one', version: 3, reason: 'not-ours', note: '路灯找供电公司' },
      { orderId: 'two', version: 3, reason: 'not-ours' },
    ]);
  });

  test('one is taken back, and leaving forgets all', async () => {
    const { page, sent } = await openSearch({});
    page.call('startSelection');
    page.call('toggleSelected', { value: true }, { id: 'one' });
    page.call('toggleSelected', { value: true }, { id: 'two' });
    page.call('toggleSelected', { value: false }, { id: 'one' });
    await page.settle();
    expect(page.text()).toContain('选了 1 项');
    page.call('leaveSelection');
    page.call('startSelection');
    page.call('moveChosen', { reason: '', words: '供电公司' });
    await page.settle();
    expect(sent('order.transfer')).toEqual([]);
  });
});

test('rows of an import that nobody can place are left together; each is decided by itself', async () => {
  const row = { ...replies['import.listRows'].rows[0]!, fate: 'duplicate' as const, written: false };
  const rows = ['1.1', '1.2'].map((rowId) => ({ ...row, rowId, candidates: [] }));
  const view = { ...replies['import.listRows'].import, state: 'checked' as const };
  const calls = cloudOf({ 'import.listRows': answered({ import: view, rows }) });
  const page = mountPage('packages/office/import/import', { importId: 'list' }, sessionOf(hats.secretary));
  await page.settle();
  page.call('startSelection');
  page.call('selectAll');
  page.call('sendTogether', { value: 'leave' });
  await page.settle();
  const decided = calls.filter(({ name }) => name === 'import.decide').map(({ input }) => input);
  expect(decided).toMatchObject([
    { rowId: '1.1', decision: 'leave' },
    { rowId: '1.2', decision: 'leave' },
  ]);
});

describe('drafts of months that are confirmed together', () => {
  const { reviews } = replies['review.list'];
  const draft = reviews.find(({ mayConfirm }) => mayConfirm)!;
  const drafts = [...reviews, { ...draft, month: '2026-08', version: 7 }];
  const openReviews = async (answers: Answers) => {
    const calls = cloudOf({ 'review.list': answered({ ...replies['review.list'], reviews: drafts }), ...answers });
    const page = mountPage('packages/review/reviews/reviews', {}, sessionOf(hats.secretary));
    await page.settle();
    page.call('startSelection');
    page.call('selectAll');
    page.call('sendTogether', { value: 'confirm' });
    await page.settle();
    const sent = () => calls.filter(({ name }) => name === 'review.confirm').map(({ input }) => input);
    return { page, sent };
  };

  test('it is asked once what that does, and each is sent as it stood in the list', async () => {
    const { page, sent } = await openReviews({});
    expect(page.text()).toMatch(/选了 2 项[\s\S]*一起定下 2 个月[\s\S]*2026 年 10 月、2026 年 8 月：定下以后/);
    expect(sent()).toEqual([]);
    page.call('confirmChosen', { reason: '', words: '' });
    page.call('confirmChosen', { reason: '', words: '' });
    await page.settle();
    expect(sent()).toMatchObject([
      { month: '2026-10', version: draft.version },
      { month: '2026-08', version: 7 },
    ]);
    expect(page.text()).not.toContain('选了');
  });

  test('one that changed meanwhile is named and stays chosen alone', async () => {
    const { page, sent } = await openReviews({
      'review.confirm': ({ month }) =>
        month === '2026-10' ? refused('STALE_VERSION') : answered(replies['review.confirm']),
    });
    page.call('confirmChosen', { reason: '', words: '' });
    await page.settle();
    expect(sent()).toHaveLength(2);
    expect(page.text()).toMatch(/选了 1 项[\s\S]*2026 年 10 月：刚有人动过/);
  });

  test('whoever confirms nothing, or finds one draft alone, chooses nothing', async () => {
    const others = drafts.map((one) => ({ ...one, mayConfirm: one.month === '2026-08' }));
    cloudOf({ 'review.list': answered({ ...replies['review.list'], reviews: others }) });
    const page = mountPage('packages/review/reviews/reviews', {}, sessionOf(hats.secretary));
    await page.settle();
    expect(page.text()).not.toContain('选几项一起办');
  });
});

test.each([
  ['packages/household/moves/moves', 'residence.decide', 'agree', { agree: true }],
  ['packages/branch/walk-ins/walk-ins', 'activity.decideWalkIn', 'refuse', { agree: false }],
] as const)('%s: what is chosen is sent to %s', async (file, endpoint, value, input) => {
  const move = replies['residence.list'].moves[0]!;
  const walkIn = replies['activity.listWalkIns'].walkIns[0]!;
  const calls = cloudOf({
    'residence.list': answered({ moves: [{ ...move, known: [], mayDecide: true }] }),
    'activity.listWalkIns': answered({ walkIns: [{ ...walkIn, mayDecide: true }] }),
  });
  const page = mountPage(file, {}, sessionOf(hats.secretary));
  await page.settle();
  page.call('startSelection');
  page.call('selectAll');
  await page.settle();
  expect(page.text()).toContain('选了 1 项');
  page.call('sendTogether', { value });
  await page.settle();
  expect(calls.filter(({ name }) => name === endpoint)).toMatchObject([{ input }]);
});
