/** An order that staff write down on the phone, and what they are shown before and after. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { completedView, leak, phoned } from './samples/orders';
import { freshPhone, inputOf, toasts, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

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
    (page.instance['change'] as (part: object) => void)({
      placeId: 'yard',
      placeLabel: '蓝色网格\u00a0· 柳巷 12 号院',
    });
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
      placeLabel: '蓝色网格\u00a0· 柳巷 12 号院',
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

  test('a courtyard or a home is found by what is written, and chosen at one touch', async () => {
    const homes = [
      { placeId: 'yard', placeLabel: '柳巷 12 号院' },
      { name: '王桂兰', placeId: 'home', placeLabel: '柳巷 12 号院 1 户' },
    ];
    const calls = cloudOf({ 'order.findDuplicates': answered({ orders: [], homes }) });
    const page = mountPage(intake, {}, sessionOf(hats.gridWorker));
    await page.settle();
    page.call('seek', { value: '柳' });
    page.call('seek', { value: '柳巷 12' });
    await new Promise((later) => setTimeout(later, 450));
    await page.settle();
    expect(calls.filter(({ name }) => name === 'order.findDuplicates').map(({ input }) => input)).toEqual([
      { words: '柳巷 12' },
    ]);
    expect(page.text()).toMatch(/柳巷 12 号院[\s\S]*王桂兰，柳巷 12 号院 1 户/);
    page.call('chooseHome', { value: '1' });
    await page.settle();
    expect(page.instance.data).toMatchObject({
      draft: { name: '王桂兰', placeId: 'home', placeLabel: '柳巷 12 号院 1 户' },
      homes: [],
    });
  });

  test('what is found by name stays when the answer about the number comes after it', async () => {
    cloudOf({
      'order.findDuplicates': answered({ orders: [], homes: [{ placeId: 'yard', placeLabel: '柳巷 12 号院' }] }),
    });
    const page = mountPage(intake, {}, sessionOf(hats.gridWorker));
    await page.settle();
    page.call('seek', { value: '柳巷 12' });
    await new Promise((later) => setTimeout(later, 450));
    await page.settle();
    cloudOf({ 'order.findDuplicates': answered({ orders: [] }) });
    page.call('writePhone', { value: told.phone });
    page.call('findDuplicates');
    await page.settle();
    expect(page.instance.data['homes']).toHaveLength(1);
    page.call('chooseHome', { value: '0' });
    await page.settle();
    expect(page.instance.data['draft']).toMatchObject({ placeId: 'yard' });
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
    expect(visited).toEqual([`/packages/order/trail/trail?orderId=${leak.orderId}`]);
    page.call('submit');
    await page.settle();
    expect(inputOf(calls, 'order.intake')).toMatchObject(told);
    expect(calls.filter(({ name }) => name === 'order.findDuplicates')).toHaveLength(1);
  });

  test('the same call is shown with the order that it is in, and goes in anyway only when that is said', async () => {
    const order = { orderId: leak.orderId, number: '2611-000001' };
    const calls = cloudOf({ 'order.intake': { ok: false, code: 'DUPLICATE_ORDER', order, requestId: 'test' } });
    const page = written();
    page.call('submit');
    await page.settle();
    expect(page.text()).toMatch(/2611-000001 还没办完[\s\S]*看那一张[\s\S]*照样记下/);
    expect(inputOf(calls, 'order.intake')).not.toHaveProperty('anyway');
    page.call('openSame');
    expect(visited).toEqual([`/packages/order/trail/trail?orderId=${leak.orderId}`]);
    const after = cloudOf();
    page.call('submitAnyway');
    await page.settle();
    expect(inputOf(after, 'order.intake')).toMatchObject({ ...told, anyway: true });
    expect(toasts).toEqual(['记下来了']);
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
    const page = mountPage('packages/order/trail/trail', { orderId: 'order-leak' }, sessionOf(hats.gridWorker));
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
