/** Several waiting orders that go to one member or team: each is answered by itself; what cannot go stays chosen. */
import type { OrderSummary } from '../../miniprogram/contracts/order';
import { answered, cloudOf, mountPage, refused, type Answers } from '../support/simulate';
import { leak, leakView, suggestions } from './samples/orders';
import { freshPhone, toasts, visited } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const order = (orderId: string, more: Partial<OrderSummary> = {}): OrderSummary => ({
  ...leak,
  ...{ orderId, number: `2611-${orderId}`, version: 3, actions: ['dispatch'] },
  ...more,
});
const waiting = [
  order('one'),
  order('two', { version: 5 }),
  order('called', { callFirst: true, actions: ['dispatch', 'recordCall'] }),
  order('ruled', { actions: [] }),
];

async function open(answers: Answers = {}) {
  const queue = { ...replies['order.listQueue'], orders: waiting };
  const calls = cloudOf({ 'order.listQueue': answered(queue), ...answers });
  const page = mountPage('packages/grid/dispatch-together/dispatch-together', {}, sessionOf(hats.gridWorker));
  await page.settle();
  expect(page.text()).not.toContain('选这一项');
  page.call('startSelection');
  await page.settle();
  const sent = (name: string) => calls.filter((one) => one.name === name).map(({ input }) => input);
  const chooseAll = async () => {
    page.call('selectAll');
    page.call('sendTogether', { value: 'choose' });
    await page.settle();
  };
  return { page, sent, chooseAll };
}

test('only those that may go are offered; whoever goes is chosen for all, and each is sent by itself', async () => {
  const { page, sent, chooseAll } = await open();
  expect(page.text().match(/选这一项/g)).toHaveLength(2);
  await chooseAll();
  expect(sent('order.suggest')).toEqual([{ orderId: 'one' }]);
  expect(page.text()).toMatch(/谁去合适[\s\S]*这一张排的[\s\S]*孙立群[\s\S]*本月 1 单[\s\S]*水电小分队[\s\S]*6 人有空/);
  page.call('dispatch');
  expect(sent('order.dispatch')).toEqual([]);
  page.call('chooseHelper', undefined, { member: 'tian' });
  await page.settle();
  expect(page.text()).toContain('2 张都派给水电小分队');
  page.call('writeNote', { value: ' 带上扳手 ' });
  page.call('dispatch');
  page.call('dispatch');
  await page.settle();
  expect(sent('order.dispatch')).toMatchObject([
    { orderId: 'one', version: 3, memberIds: ['tian'], note: '带上扳手' },
    { orderId: 'two', version: 5, memberIds: ['tian'], note: '带上扳手' },
  ]);
  expect(toasts).toEqual(['2 张派给了水电小分队']);
  expect(sent('order.listQueue')).toHaveLength(2);
  expect(page.text()).not.toContain('选了');
});

test('one that cannot go is named with the reason, stays chosen alone, and goes to somebody else', async () => {
  const { page, sent, chooseAll } = await open({
    'order.dispatch': ({ orderId, memberIds }) =>
      orderId === 'two' && memberIds[0] === 'sun' ? refused('OWN_ORDER') : answered(replies['order.dispatch']),
  });
  await chooseAll();
  page.call('chooseHelper', undefined, { member: 'sun' });
  page.call('writeNote', { value: '带上扳手' });
  page.call('dispatch');
  await page.settle();
  expect(toasts).toEqual(['1 张派给了孙立群']);
  expect(page.text()).toMatch(/选了 1 项[\s\S]*2611-two：这是您自己点的单/);
  page.call('sendTogether', { value: 'choose' });
  await page.settle();
  expect(page.text()).toContain('先选派给谁');
  page.call('chooseHelper', undefined, { member: 'ma' });
  page.call('dispatch');
  await page.settle();
  expect(sent('order.dispatch').slice(2)).toMatchObject([{ orderId: 'two', memberIds: ['ma'], note: '带上扳手' }]);
  expect(page.text()).not.toContain('选了');
});

test('more who could go follow, nobody twice; the way back leads to the orders, which stay chosen', async () => {
  const [sun, ma, tian] = suggestions;
  const { page, sent, chooseAll } = await open({
    'order.suggest': ({ cursor }) =>
      answered(
        cursor === undefined
          ? { order: leakView, suggestions: [sun!], next: 'a' }
          : { order: leakView, suggestions: [sun!, ma!, tian!] },
      ),
  });
  await chooseAll();
  expect(page.text()).not.toContain('马晓雯');
  page.call('moreHelpers');
  await page.settle();
  expect(sent('order.suggest')).toEqual([{ orderId: 'one' }, { orderId: 'one', cursor: 'a' }]);
  expect(page.text().match(/孙立群/g)).toHaveLength(1);
  expect(page.text()).toContain('马晓雯');
  expect(page.text()).not.toContain('再看几个');
  page.call('leaveSelection');
  await page.settle();
  expect(page.text()).toContain('选了 2 项');
  page.call('leaveSelection');
  await page.settle();
  expect(page.text()).toContain('选几项一起办');
});

test('who could go does not come: it is said, and nothing is lost', async () => {
  let isDown = true;
  const { page, chooseAll } = await open({
    'order.suggest': () => (isDown ? refused('NOT_FOUND') : answered(replies['order.suggest'])),
  });
  await chooseAll();
  expect(page.text()).toContain('没找到');
  isDown = false;
  page.call('leaveSelection');
  page.call('sendTogether', { value: 'choose' });
  await page.settle();
  expect(page.text()).toContain('孙立群');
});

test('the queue of the grid leads here where more than one waits', async () => {
  cloudOf({ 'order.listQueue': answered({ ...replies['order.listQueue'], orders: waiting.slice(0, 1) }) });
  const alone = mountPage('pages/orders/orders', {}, sessionOf(hats.gridWorker));
  await alone.settle();
  expect(alone.text()).not.toContain('几张一起派');
  cloudOf({ 'order.listQueue': answered({ ...replies['order.listQueue'], orders: waiting }) });
  const several = mountPage('pages/orders/orders', {}, sessionOf(hats.gridWorker));
  await several.settle();
  expect(several.text()).toContain('几张一起派');
  several.call('together');
  expect(visited).toEqual(['/packages/grid/dispatch-together/dispatch-together']);
});
