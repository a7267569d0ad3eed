/** What staff do with an order before anybody is sent, and what the cloud is asked for. */
import { answered, cloudOf, mountPage, refused, type Answers } from '../support/simulate';
import type { OrderView } from '../../miniprogram/contracts/order';
import { capacityChoices } from '../../miniprogram/packages/order/text/dispatch-page';
import { dispatchOrder } from '../../miniprogram/packages/order/views/dispatch-order';
import { leak, leakView, returnedView } from './samples/orders';
import { freshPhone, inputOf, toasts, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const worker = sessionOf(hats.gridWorker);
const orderId = 'order-leak';

describe('from the trail', () => {
  async function opened(order: OrderView) {
    cloudOf({ 'order.get': answered(order) });
    const page = mountPage('packages/order/trail/trail', { orderId }, worker);
    await page.settle();
    return page;
  }

  test.each([
    ['in the head’s turn', { ...leakView, kind: 'agency', vouchBy: '2026-11-22T13:00:00.000Z' }],
    ['once the secretary is to rule', returnedView],
  ] as const)('triage and merging are reached %s', async (_, order) => {
    const page = await opened({ ...order, actions: ['reclassify', 'relocate', 'merge', 'refuse'] });
    expect(page.text()).toMatch(/看一遍再派[\s\S]*和别的并一起/);
    page.call('act', undefined, { action: 'reclassify' });
    page.call('act', undefined, { action: 'merge' });
    expect(visited).toEqual([
      `/packages/grid/triage/triage?orderId=${orderId}`,
      `/packages/order/dispatch/dispatch?orderId=${orderId}&act=merge`,
    ]);
  });

  test('nothing leads there where the cloud would refuse it', async () => {
    expect((await opened({ ...leakView, actions: ['remind'] })).text()).not.toMatch(/看一遍再派|和别的并一起/);
  });
});

describe('who goes', () => {
  async function opened(order: OrderView, more: Answers = {}, query: Record<string, string> = {}) {
    const calls = cloudOf({ 'order.suggest': answered({ order, suggestions: [] }), ...more });
    const page = mountPage('packages/order/dispatch/dispatch', { orderId, ...query }, worker);
    await page.settle();
    return { calls, page };
  }
  const near = { ...leak, orderId: 'order-drip', title: '水龙头滴水', sameNumber: false };
  const further = { ...near, orderId: 'order-gate', title: '楼门关不上', category: 'other' };
  const mergeable = { ...leakView, actions: ['dispatch', 'merge'] as const };

  test('in the head’s turn it says who looks at it first, not that nobody is needed', async () => {
    const { page } = await opened({ ...leakView, vouchBy: '2026-11-22T13:00:00.000Z', actions: ['merge'] });
    expect(page.text()).toContain('楼院长还没看，等他核实');
    expect(page.text()).not.toContain('下不用派');
  });

  test('what is the same thing is merged into the other order, whatever its category', async () => {
    const { calls, page } = await opened(mergeable, { 'order.findDuplicates': answered({ orders: [near, further] }) });
    page.call('act', undefined, { action: 'merge' });
    await page.settle();
    expect(inputOf(calls, 'order.findDuplicates')).toEqual({ orderId });
    expect(page.instance.data['sheet']).toMatchObject({
      choices: [
        { value: 'order-drip', text: '水龙头滴水\u00a0· 柳巷 12 号院' },
        { value: 'order-gate', text: '楼门关不上\u00a0· 别的事\u00a0· 柳巷 12 号院' },
      ],
    });
    page.call('submitReason', { reason: 'order-drip', words: '' });
    await page.settle();
    expect(inputOf(calls, 'order.merge')).toMatchObject({ orderId, version: 1, intoId: 'order-drip' });
    expect(toasts).toEqual(['并过去了']);
  });

  test('a list that could not be read is no empty one', async () => {
    const { page } = await opened(mergeable, { 'order.findDuplicates': refused('FORBIDDEN') });
    page.call('act', undefined, { action: 'merge' });
    await page.settle();
    expect(page.instance.data['problem']).toContain('这顶帽子办不了');
    cloudOf({ 'order.findDuplicates': answered({ orders: [] }) });
    page.call('act', undefined, { action: 'merge' });
    await page.settle();
    expect(page.instance.data['problem']).toContain('没得并');
  });

  test('whoever came to merge is asked with which at once, and once', async () => {
    const { calls, page } = await opened(
      mergeable,
      { 'order.findDuplicates': answered({ orders: [near] }) },
      { act: 'merge' },
    );
    expect(page.instance.data).toMatchObject({ sheetVisible: true, sheet: { action: 'merge' } });
    page.call('load');
    await page.settle();
    expect(calls.filter(({ name }) => name === 'order.findDuplicates')).toHaveLength(1);
  });

  test('only a wish that others may read is put up for them', async () => {
    const wish = { ...leakView, kind: 'wish' } as const;
    expect((await opened(wish)).page.text()).toContain('看看公开后的样子');
    const { page } = await opened({ ...wish, private: true });
    expect(page.text()).not.toContain('看看公开后的样子');
    expect(page.text()).toContain('谁去合适');
  });

  test('no fewer go than have accepted and were promised a seat', () => {
    const least = (seats: OrderView['seats']) =>
      dispatchOrder({ ...leakView, ...(seats && { seats }) }, 0).capacities[0];
    expect(least(undefined)).toMatchObject({ value: '1' });
    expect(least({ capacity: 4, held: 2 })).toMatchObject({ value: '2' });
    expect(least({ capacity: 4, held: 2, kept: 1 })).toMatchObject({ value: '3' });
    expect(capacityChoices({ capacity: 5, held: 4, kept: 1 }).map(({ value }) => value)).toEqual(['5']);
  });
});
