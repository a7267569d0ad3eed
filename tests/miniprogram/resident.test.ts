/** What residents do on their pages, and what the cloud is asked for. */
import type { OrderView } from '../../miniprogram/contracts/order';
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { acceptedView, completedView, dispatchedView, offered } from './samples/orders';
import { freshPhone, inputOf, phone, visited } from './samples/phone';
import { bodies } from './samples/home';
import { hats, sessionOf, visitor } from './samples/sessions';

beforeEach(freshPhone);

const known = sessionOf(hats.resident);

describe('S4-04 what cannot wait', () => {
  const file = 'packages/resident/need/need';

  test('shows the numbers that save lives first, calls and tells in one tap, and says that it did', async () => {
    const calls = cloudOf({ 'home.get': answered({ session: known, body: bodies.resident }) });
    const page = mountPage(file, { need: 'urgent' }, known);
    await page.settle();
    const text = page.text();
    expect(text.indexOf('119')).toBeLessThan(text.indexOf('打给赵慧敏'));
    expect(text).toContain('对方会看到您的名字和电话');
    page.call('tell');
    await page.settle();
    expect(inputOf(calls, 'alert.raise')).toEqual({ need: 'urgent', requestId: expect.any(String) });
    expect(page.text()).toContain('告诉赵慧敏了');
  });

  test('keeps the numbers where nobody else can be read', async () => {
    cloudOf({ 'card.get': refused('INTERNAL') });
    const page = mountPage(file, { need: 'illness', token: 'abc' }, visitor);
    await page.settle();
    for (const words of ['120 急救', '市民热线']) expect(page.text()).toContain(words);
    expect(page.text()).not.toContain('110');
  });
});

describe('a visitor', () => {
  test('finds the card that this phone scanned last', async () => {
    cloudOf({ 'home.get': answered({ session: visitor, body: bodies.visitor }) });
    const card = mountPage('packages/resident/card/card', { scene: 'abc' }, visitor);
    await card.settle();
    const page = mountPage('pages/home/home', {}, visitor);
    await page.settle();
    expect(page.text()).toContain('看我的连心卡');
    expect(page.text()).toContain('蓝色网格\u00a0· 柳巷 12 号院');
    page.call('openCard');
    expect(visited).toEqual(['/packages/resident/card/card?scene=abc']);
  });

  test('switches elder mode on this phone, and the cloud does not take it back', async () => {
    const calls = cloudOf({ 'person.getSession': answered(visitor) });
    const page = mountPage('pages/me/me', {}, visitor);
    await page.settle();
    page.call('switchElder', { value: true });
    await page.settle();
    page.call('retry');
    await page.settle();
    expect(page.dom.innerHTML).toContain('--scale: 1.4');
    expect(inputOf(calls, 'person.saveSettings')).toBeUndefined();
    page.call('switchElder', { value: false });
  });
});

describe('progress', () => {
  const file = 'packages/order/progress/progress';
  test('S2-14 five stars and a tag close it, once', async () => {
    const calls = cloudOf({ 'order.get': answered(completedView) });
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    const before = page.changes.length;
    page.call('confirm', { stars: 5, tags: ['on-time'], words: '' });
    await page.settle();
    expect(inputOf(calls, 'order.confirm')).toMatchObject({
      orderId: 'order-leak',
      version: 4,
      stars: 5,
      tags: ['on-time'],
    });
    expect(page.changes.length - before).toBeLessThanOrEqual(2);
    expect(page.text()).toContain('您打的分');
  });

  test('news is offered, never pressed: what WeChat was allowed is granted', async () => {
    const calls = cloudOf();
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    const { wx } = phone;
    wx['requestSubscribeMessage'] = async () => ({ errMsg: 'requestSubscribeMessage:ok', 'order-news': 'reject' });
    page.call('subscribe');
    await page.settle();
    expect(inputOf(calls, 'message.grant')).toBeUndefined();
    wx['requestSubscribeMessage'] = async () => ({ errMsg: 'requestSubscribeMessage:ok', 'order-news': 'accept' });
    page.call('subscribe');
    await page.settle();
    expect(inputOf(calls, 'message.grant')).toMatchObject({ accepted: ['order-news'] });
  });

  test('news that she allows with a spoken reminder are counted like others', async () => {
    const calls = cloudOf();
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    phone.wx['requestSubscribeMessage'] = async () => ({
      errMsg: 'requestSubscribeMessage:ok',
      'order-news': 'acceptWithAudio',
    });
    page.call('subscribe');
    await page.settle();
    expect(inputOf(calls, 'message.grant')).toMatchObject({ accepted: ['order-news'] });
  });

  test('not solved goes back with her words', async () => {
    const calls = cloudOf({ 'order.get': answered(completedView), 'order.reopen': answered(acceptedView) });
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    page.call('act', undefined, { action: 'reopen' });
    expect(page.instance.data['sheetVisible']).toBe(true);
    page.call('submitReason', { reason: '', words: '还在滴水' });
    await page.settle();
    expect(inputOf(calls, 'order.reopen')).toMatchObject({ orderId: 'order-leak', words: '还在滴水' });
    expect(page.text()).toContain('有人在办');
    expect(page.text()).toContain('4071');
  });

  test('a stale version says what to do', async () => {
    cloudOf({ 'order.cancel': refused('STALE_VERSION') });
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    page.call('act', undefined, { action: 'cancel' });
    page.call('submitReason', { reason: 'solved-myself', words: '' });
    await page.settle();
    expect(page.instance.data['problem']).toBe('刚有人动过，看一眼新的再定。');
  });
});

test('S1-18 papers are ticked off on the order itself, and say who said so', async () => {
  const papers = [
    { name: '户口本', done: true, byName: '赵慧敏', at: '2026-11-21T01:10:00.000Z' },
    { name: '出生证明', done: false },
  ];
  const calls = cloudOf({ 'order.get': answered({ ...acceptedView, papers, mayTick: true }) });
  const page = mountPage('packages/order/progress/progress', { orderId: 'order-leak' }, known);
  await page.settle();
  for (const words of ['要带的材料，还差 1 样', '户口本', '赵慧敏 11 月 21 日 9:10 说有了', '出生证明'])
    expect(page.text()).toContain(words);
  page.call('tickPaper', { paper: 1, done: true });
  await page.settle();
  expect(inputOf(calls, 'order.tickPaper')).toMatchObject({ paper: 1, done: true });
});

describe('her own orders', () => {
  const elder = { ...known, elder: true };
  const homeWith = async (count: number) => {
    const waiting = { ...offered, status: 'completed', actions: ['confirm'] } as const;
    const orders = Array.from({ length: count }, (_, index) => ({ ...waiting, orderId: `order-${index}` }));
    cloudOf({ 'home.get': answered({ session: elder, body: { ...bodies.resident, orders } }) });
    const page = mountPage('pages/home/home', {}, elder);
    await page.settle();
    return page;
  };

  test('what waits for her nod stands first and leads to it, in elder mode', async () => {
    const page = await homeWith(1);
    expect(page.text()).toContain('有一件等您点头');
    expect(page.text().indexOf('有一件等您点头')).toBeLessThan(page.text().indexOf('您的网格员'));
    // The office's number goes by the office's name; the duty phone is another.
    expect(page.text()).toContain('社区办公室');
    expect(page.text()).not.toContain('社区值班');
    const { nod } = page.instance['data'] as { nod: { url: string } };
    page.call('openShortcut', undefined, { url: nod.url });
    expect(visited).toEqual(['/packages/order/progress/progress?orderId=order-0']);
  });

  test('S4-02 after hours it says who is reached, and that nobody answers at the office', async () => {
    const body = {
      ...bodies.resident,
      onDuty: false,
      call: { to: 'duty' as const, name: '值班室', phone: '0351-5550119' },
    };
    cloudOf({ 'home.get': answered({ session: elder, body }) });
    const page = mountPage('pages/home/home', {}, elder);
    await page.settle();
    expect(page.text()).toMatch(/下班了，电话转值班\s*打给值班/);
    expect(page.text()).toContain('社区办公室（下班了）');
  });

  test('of several it says so, and where nothing waits nothing is said', async () => {
    expect((await homeWith(2)).text()).toContain('有几件等您点头');
    expect((await homeWith(0)).text()).not.toContain('等您点头');
  });

  const progressOf = async (view: OrderView, more: Parameters<typeof cloudOf>[0] = {}) => {
    const calls = cloudOf({ 'order.get': answered(view), ...more });
    const page = mountPage('packages/order/progress/progress', { orderId: 'a' }, known);
    await page.settle();
    return { page, calls };
  };

  test('her nod is one touch; stars come after, if she likes', async () => {
    const nodded = { ...completedView, status: 'closed', outcome: 'solved', actions: ['changeRating'] } as const;
    const rating = { stars: 0, tags: [], via: 'requester' } as const;
    const { page, calls } = await progressOf(completedView, { 'order.confirm': answered({ ...nodded, rating }) });
    expect(page.text()).not.toContain('打完分');
    page.call('solved');
    await page.settle();
    expect(inputOf(calls, 'order.confirm')).toMatchObject({ stars: 0, tags: [] });
    expect(page.text()).toContain('愿意的话，打个分');
  });

  test('she hurries her order, and a second time too early hears from when on', async () => {
    const view = { ...dispatchedView, actions: ['remind'] } as const;
    const early = { ok: false, code: 'TOO_MANY', retryAt: '2026-11-24T07:00:00.000Z', requestId: 'test' } as const;
    const { page, calls } = await progressOf(view, { 'order.remind': early });
    expect(page.text()).toContain('催一催');
    page.call('act', undefined, { action: 'remind' });
    await page.settle();
    expect(inputOf(calls, 'order.remind')).toMatchObject({ orderId: view.orderId });
    expect(page.text()).toContain('刚催过，11 月 24 日 15:00 以后可以再催。');
  });
});
