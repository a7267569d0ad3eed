/** What grid workers do on their pages, and what the cloud is asked for. */
import { answered, cloudOf, mountPage } from '../support/simulate';
import { leakView, returnedView, suggestions } from './samples/orders';
import { freshPhone, inputOf, toasts, visited } from './samples/phone';
import { bodies } from './samples/home';
import { hats, sessionOf } from './samples/sessions';
import { visitReplies } from './samples/visits';

beforeEach(freshPhone);

describe('dispatch', () => {
  const file = 'packages/order/dispatch/dispatch';
  test('the button says what it will do', async () => {
    const calls = cloudOf();
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    page.call('choose', { memberId: 'sun' });
    expect(page.instance.data['button']).toBe('派给孙立群');
    page.call('choose', { memberId: 'ma' });
    expect(page.instance.data['button']).toBe('派给 2 位党员');
    expect(page.instance.data['bottomNote']).toBe('先接的人去，派出去 3 天内要有人接');
    page.call('writeNote', { value: ' 带上扳手 ' });
    page.call('dispatch');
    await page.settle();
    expect(inputOf(calls, 'order.dispatch')).toMatchObject({
      orderId: 'order-leak',
      version: 1,
      memberIds: ['sun', 'ma'],
      note: '带上扳手',
    });
    expect(visited).toEqual(['back']);
    expect(toasts).toEqual(['派给了 2 位党员']);
  });

  test('two are asked by one touch that names them', async () => {
    const [sun, ma, team] = suggestions;
    const calls = cloudOf({
      'order.suggest': answered({
        order: leakView,
        suggestions: [team!, sun!, { ...ma!, reasons: [{ reason: 'skill', against: false }] }],
      }),
    });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.instance.data['button']).toBe('派给孙立群、马晓雯');
    expect(page.instance.data['bottomNote']).toBe('先接的人去，派出去 3 天内要有人接');
    expect(inputOf(calls, 'order.dispatch')).toBeUndefined();
    page.call('dispatch');
    await page.settle();
    expect(inputOf(calls, 'order.dispatch')).toMatchObject({ memberIds: ['sun', 'ma'] });
    expect(toasts).toEqual(['派给了 2 位党员']);
  });

  test('a number that was only typed is called first, one tap records the call, and then somebody goes', async () => {
    const order = { ...leakView, callFirst: true, callDue: true, actions: ['recordCall', 'refuse'] } as const;
    const reached = { ...leakView, trail: [...leakView.trail] };
    const calls = cloudOf({
      'order.suggest': answered({ order, suggestions }),
      'order.recordCall': answered(reached),
    });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.text()).toContain('先打个电话');
    expect(page.text()).toContain('打通了没人接号码不对');
    expect(page.text()).not.toContain('谁去合适');
    page.call('recordCall', { result: 'reached' }, { result: 'reached' });
    await page.settle();
    expect(inputOf(calls, 'order.recordCall')).toMatchObject({ orderId: 'order-leak', version: 1, result: 'reached' });
    expect(page.text()).toContain('谁去合适');
    expect([visited, toasts]).toEqual([[], ['电话记下了']]);
  });

  test('the requester is called from here, and the reveal is logged', async () => {
    const calls = cloudOf({ 'order.revealPhone': answered({ name: '王桂兰', phone: '13800000021' }) });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    page.call('callRequester');
    await page.settle();
    expect(inputOf(calls, 'order.revealPhone')).toMatchObject({ orderId: 'order-leak', party: 'requester' });
    expect(visited).toEqual(['tel:13800000021']);
  });

  test('whoever asks more people reads who was asked already', async () => {
    cloudOf({
      'order.suggest': answered({
        order: { ...leakView, status: 'dispatched', offeredNames: ['孙立群', '马晓雯'] },
        suggestions: [],
      }),
    });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.text()).toContain('问了孙立群、马晓雯，还没回话');
  });

  test('the secretary reads who sent it back and why, how late it is, and rules', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T13:00:00.000Z'));
    cloudOf({ 'order.suggest': answered({ order: returnedView, suggestions }) });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.secretary));
    await page.settle();
    for (const words of [
      '谁退回来的，为什么',
      '孙立群去不了',
      '这活我不会',
      '马晓雯放下了这张单',
      '联系不上\u00a0· 敲门没人应',
      '转给别处办',
      '已经晚了 4 小时',
    ])
      expect(page.text()).toContain(words);
    expect(page.text().indexOf('转给别处办')).toBeLessThan(page.text().indexOf('谁去合适'));
    jest.restoreAllMocks();
  });

  test('who may not rule reads that the secretary does, and chooses nobody', async () => {
    cloudOf({
      'order.suggest': answered({ order: { ...returnedView, actions: ['transfer', 'refuse'] }, suggestions }),
    });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.text()).toContain('退过 2 次了，谁去由书记定，已经告诉书记。');
    expect(page.text()).not.toContain('谁去合适');
  });

  test('a deadline that runs is said as a time', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T13:00:00.000Z'));
    cloudOf({
      'order.suggest': answered({ order: { ...leakView, acceptBy: '2026-11-24T02:05:00.000Z' }, suggestions }),
    });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.instance.data['bottomNote']).toBe('最晚 11 月 24 日 10:05 要有人接');
    jest.restoreAllMocks();
  });

  test('a reason that most have is not said of anybody', async () => {
    const little = { reason: 'little-load', against: false } as const;
    const everybody = suggestions.map((one) => (one.team ? one : { ...one, reasons: [...one.reasons, little] }));
    cloudOf({ 'order.suggest': answered({ order: leakView, suggestions: everybody }) });
    const all = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await all.settle();
    expect(all.text()).not.toContain('这月出力少');
    cloudOf({
      'order.suggest': answered({
        order: leakView,
        suggestions: everybody.map((one, index) => (index === 0 ? one : (suggestions[index] ?? one))),
      }),
    });
    const one = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await one.settle();
    expect(one.text()).toContain('这月出力少');
  });

  test('a private order shows no words', async () => {
    cloudOf();
    const page = mountPage('pages/orders/orders', {}, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.text()).toContain('一项代办');
  });
});

describe('the first screen', () => {
  const file = 'pages/home/home';
  const worker = sessionOf(hats.gridWorker);
  test('draws what the hat may begin above the orders, and nothing that the cloud would refuse', async () => {
    cloudOf({ 'home.get': answered({ session: worker, body: bodies.grid }) });
    const page = mountPage(file, {}, worker);
    await page.settle();
    expect(page.text().indexOf('记一张电话点单')).toBeLessThan(page.text().indexOf('厨房水管漏水'));
    expect(page.text()).toContain('发连心卡');
    cloudOf({ 'home.get': answered({ session: worker, body: { ...bodies.grid, shortcuts: [] } }) });
    page.call('load');
    await page.settle();
    for (const door of ['记一张电话点单', '发连心卡']) expect(page.text()).not.toContain(door);
  });

  test('shows first who called for help, with the number, until somebody says how it ended', async () => {
    const calls = cloudOf({ 'home.get': answered({ session: worker, body: bodies.grid }) });
    const page = mountPage(file, {}, worker);
    await page.settle();
    for (const words of ['王桂兰那里有人不舒服', '柳巷 12 号院 2 户', '打给王桂兰', '也告诉了郝文斌'])
      expect(page.text()).toContain(words);
    page.call('settleAlert', { alertId: 'al1', outcome: 'reached' });
    await page.settle();
    expect(inputOf(calls, 'alert.settle')).toMatchObject({ alertId: 'al1', outcome: 'reached' });
    expect(calls.filter(({ name }) => name === 'home.get')).toHaveLength(2);
  });

  test('of a branch says when nothing is planned, and shows a villager their own book', async () => {
    cloudOf({
      'home.get': answered({
        session: worker,
        body: { for: 'branch', activities: [], book: { unit: 'organization', balance: -4 } },
      }),
    });
    const page = mountPage(file, {}, worker);
    await page.settle();
    for (const words of ['眼下没有安排活动', '组织生活分余额', '−4']) expect(page.text()).toContain(words);
    page.call('openBook');
    expect(visited).toEqual(['/pages/passbook/passbook']);
  });
});

test('the code of a card says whose door it is for', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/grid/cards/cards', {}, sessionOf(hats.gridWorker));
  await page.settle();
  const { token, place } = (page.instance.data['lines'] as { token: string; place: string }[])[0]!;
  page.call('showCode', { token });
  await page.settle();
  expect(inputOf(calls, 'card.getCode')).toEqual({ token });
  expect(page.text()).toMatch(new RegExp(`${place}点一下放大`));
  page.call('hideCode');
  await page.settle();
  expect(page.text()).not.toContain('点一下放大');
});

test('whoever took an errand on themselves completes it from its page', async () => {
  cloudOf({ 'order.get': answered({ ...leakView, status: 'accepted', actions: ['complete', 'release'] }) });
  const page = mountPage('packages/order/trail/trail', { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
  await page.settle();
  expect(page.text()).toContain('办好了，结单');
  page.call('act', undefined, { action: 'complete' });
  expect(visited).toEqual(['/packages/order/order/order?orderId=order-leak']);
});

test('whom no message reaches is rung, and marked as told', async () => {
  const calls = cloudOf({ 'order.revealPhone': answered({ name: '王桂兰', phone: '16400000021' }) });
  const page = mountPage('packages/grid/news/news', {}, sessionOf(hats.gridWorker));
  await page.settle();
  for (const words of ['打给王桂兰', '11 月 21 日 9:10 派人了，等人接', '有人接了，会来'])
    expect(page.text()).toContain(words);
  page.call('call', undefined, { id: 'order-leak', person: '' });
  page.call('told', undefined, { id: 'order-leak', person: '' });
  await page.settle();
  expect(inputOf(calls, 'order.revealPhone')).toMatchObject({ orderId: 'order-leak', party: 'requester' });
  expect(inputOf(calls, 'order.recordTold')).toMatchObject({ orderId: 'order-leak' });
  expect(calls.filter(({ name }) => name === 'order.listNews')).toHaveLength(2);
});

test('who asked in an order that was merged is rung by a line of their own', async () => {
  const { orders } = visitReplies['order.listNews'];
  const merged = { ...orders[0]!, name: '王大娘', personId: 'p-caller' };
  const calls = cloudOf({
    'order.listNews': answered({ orders: [...orders, merged] }),
    'order.revealPhone': answered({ name: '王大娘', phone: '16400000022' }),
  });
  const page = mountPage('packages/grid/news/news', {}, sessionOf(hats.gridWorker));
  await page.settle();
  for (const words of ['打给王桂兰', '打给王大娘']) expect(page.text()).toContain(words);
  page.call('call', undefined, { id: 'order-leak', person: 'p-caller' });
  page.call('told', undefined, { id: 'order-leak', person: 'p-caller' });
  await page.settle();
  for (const name of ['order.revealPhone', 'order.recordTold'] as const)
    expect(inputOf(calls, name)).toMatchObject({ orderId: 'order-leak', personId: 'p-caller' });
});
