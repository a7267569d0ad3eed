/** What grid workers do on their pages, and what the cloud is asked for. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { completedView, leak, leakView, phoned, returnedView, suggestions } from './samples/orders';
import { freshPhone, inputOf, toasts, visited } from './samples/phone';
import { bodies } from './samples/home';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

describe('dispatch', () => {
  const file = 'packages/grid/dispatch/dispatch';
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
      '联系不上 · 敲门没人应',
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

  test('what is the same thing is merged into the other order', async () => {
    const calls = cloudOf({
      'order.suggest': answered({ order: { ...leakView, actions: ['dispatch', 'merge'] }, suggestions: [] }),
      'order.listQueue': answered({
        orders: [leak, { ...leak, orderId: 'order-drip', title: '水龙头滴水' }],
        counts: { waiting: 2, due: 0, callback: 0, inProgress: 0 },
      }),
    });
    const page = mountPage(file, { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    page.call('act', undefined, { action: 'merge' });
    await page.settle();
    expect(page.instance.data['sheet']).toMatchObject({
      choices: [{ value: 'order-drip', text: '水龙头滴水 · 柳巷 12 号院' }],
    });
    page.call('submitReason', { reason: 'order-drip', words: '' });
    await page.settle();
    expect(inputOf(calls, 'order.merge')).toMatchObject({ orderId: 'order-leak', version: 1, intoId: 'order-drip' });
  });

  test('a private order shows no words', async () => {
    cloudOf();
    const page = mountPage('pages/orders/orders', {}, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.text()).toContain('一项代办');
  });
});

describe('an order taken by phone', () => {
  const intake = 'packages/grid/intake/intake';
  const told = { name: '老韩', phone: '0351-4001234', words: '灯不亮了' };
  function written(phoneNumber = told.phone): ReturnType<typeof mountPage> {
    const page = mountPage(intake, {}, sessionOf(hats.gridWorker));
    for (const [method, value] of [
      ['writeName', told.name],
      ['writePhone', phoneNumber],
      ['writeWords', told.words],
      ['chooseCategory', 'repair'],
    ] as const)
      page.call(method, { value });
    (page.instance['change'] as (part: object) => void)({ placeId: 'yard', placeLabel: '蓝色网格 · 柳巷 12 号院' });
    return page;
  }

  test('what was noted so far outlives a closed page, and submitted twice it is one order', async () => {
    const lost = cloudOf({ 'order.intake': refused('INTERNAL') });
    const first = written();
    first.call('submit');
    await first.settle();
    const calls = cloudOf();
    const again = mountPage(intake, {}, sessionOf(hats.gridWorker));
    await again.settle();
    expect(again.instance.data['draft']).toMatchObject({
      ...told,
      category: 'repair',
      placeLabel: '蓝色网格 · 柳巷 12 号院',
    });
    again.call('submit');
    await again.settle();
    expect(inputOf(calls, 'order.intake')).toMatchObject({
      ...told,
      category: 'repair',
      placeId: 'yard',
      requestId: inputOf(lost, 'order.intake')?.['requestId'],
    });
    expect(toasts).toEqual(['记下来了']);
    const next = mountPage(intake, {}, sessionOf(hats.gridWorker));
    await next.settle();
    expect(next.instance.data['draft']).toMatchObject({ name: '', words: '' });
  });

  test('open orders of the number and of the courtyard are shown before another one is made', async () => {
    const calls = cloudOf({
      'order.findDuplicates': answered({
        orders: [
          { ...phoned, sameNumber: true },
          { ...leak, sameNumber: false },
        ],
      }),
    });
    const page = written();
    page.call('submit');
    await page.settle();
    expect(inputOf(calls, 'order.findDuplicates')).toEqual({ phone: told.phone, placeId: 'yard' });
    expect(inputOf(calls, 'order.intake')).toBeUndefined();
    expect(page.text()).toMatch(/这个号码还没办完的[\s\S]*这个院还没办完的[\s\S]*不是一回事，再点一次/);
    page.call('openOrder', { orderId: leak.orderId });
    expect(visited).toEqual([`/packages/branch/trail/trail?orderId=${leak.orderId}`]);
    page.call('submit');
    await page.settle();
    expect(inputOf(calls, 'order.intake')).toMatchObject(told);
    expect(calls.filter(({ name }) => name === 'order.findDuplicates')).toHaveLength(1);
  });

  test('a number that cannot ring is named, landlines too', async () => {
    cloudOf({ 'order.intake': { ok: false, code: 'INVALID_INPUT', field: 'phone', requestId: 'test' } });
    const page = written('12');
    page.call('submit');
    await page.settle();
    expect(page.text()).toContain('电话少了几位，看一眼再点。');
  });

  test('S4-07 is confirmed by whoever called back, in the words of the one who called', async () => {
    const calls = cloudOf({
      'order.get': answered({ ...completedView, source: 'phone', actions: ['confirm', 'reopen'] }),
    });
    const page = mountPage('packages/branch/trail/trail', { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.text()).toContain('打电话问过了，居民怎么说');
    page.call('confirm', { stars: 4, tags: [], words: '说挺好' });
    await page.settle();
    expect(inputOf(calls, 'order.confirm')).toMatchObject({
      orderId: 'order-leak',
      version: 4,
      stars: 4,
      words: '说挺好',
    });
    expect(page.text()).toContain('居民打的分');
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

test('whoever took an errand on themselves completes it from its page', async () => {
  cloudOf({ 'order.get': answered({ ...leakView, status: 'accepted', actions: ['complete', 'release'] }) });
  const page = mountPage('packages/branch/trail/trail', { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
  await page.settle();
  expect(page.text()).toContain('办好了，结单');
  page.call('act', undefined, { action: 'complete' });
  expect(visited).toEqual(['/packages/member/order/order?orderId=order-leak']);
});
