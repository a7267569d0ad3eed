/** What residents do on their pages, and what the cloud is asked for. */
import type { SessionView } from '../../miniprogram/contracts/person';
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { acceptedView, completedView } from './samples/orders';
import { chosen, freshPhone, inputOf, phone, went } from './samples/phone';
import { bodies, hats, sessionOf, visitor } from './samples/replies';

beforeEach(freshPhone);

const known = sessionOf(hats.resident);
const phoneless: SessionView = { ...visitor, hats: [], unread: 0 };
const newOrder = 'packages/resident/new-order/new-order';

describe('new order', () => {
  const write = (page: ReturnType<typeof mountPage>): void => {
    page.call('chooseCategory', { value: 'repair' });
    page.call('write', { value: '厨房水管漏水' });
    page.call('chooseTime', { value: 'today-evening' });
  };

  test('says what is missing before anything is sent', async () => {
    const calls = cloudOf();
    const page = mountPage(newOrder, {}, known);
    page.call('submit');
    await page.settle();
    expect(page.text()).toContain('先点一下，是哪方面的事。');
    expect(calls.map((call) => call.name)).not.toContain('order.create');
  });

  test('hands in what was chosen and written, then shows where it stands', async () => {
    const calls = cloudOf();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    write(page);
    page.call('submit');
    await page.settle();
    expect(inputOf(calls, 'order.create')).toEqual({ category: 'repair', words: '厨房水管漏水', when: 'today-evening', fileIds: [], token: 'abc', requestId: expect.stringMatching(/^\w{24}$/) as string });
    expect(went).toEqual(['/packages/resident/progress/progress?orderId=order-leak']);
  });

  test('the draft survives a closed page', async () => {
    cloudOf();
    const first = mountPage(newOrder, {}, known);
    write(first);
    await first.settle();
    const again = mountPage(newOrder, {}, known);
    await again.settle();
    expect(again.instance.data).toMatchObject({ category: 'repair', words: '厨房水管漏水', when: 'today-evening' });
  });

  test('a lost network keeps the draft, and the next try is the same request', async () => {
    const lost = cloudOf({ 'order.create': refused('NETWORK') });
    const page = mountPage(newOrder, { token: 'abc' }, known);
    write(page);
    page.call('submit');
    await page.says('网不通，已经存好了，连上网再点一次。');
    const tries = lost.filter((call) => call.name === 'order.create');
    expect(tries).toHaveLength(3);
    const found = cloudOf();
    page.call('submit');
    await page.settle();
    const ids = [...tries, ...found.filter((call) => call.name === 'order.create')].map((call) => call.input['requestId']);
    expect(new Set(ids).size).toBe(1);
    const next = mountPage(newOrder, {}, known);
    await next.settle();
    expect(next.instance.data['words']).toBe('');
  });

  test('a photo that did not arrive is sent again with the order, and never lost', async () => {
    cloudOf();
    const cloud = phone.wx['cloud'] as { uploadFile: unknown };
    const upload = cloud.uploadFile;
    cloud.uploadFile = () => Promise.reject(new Error('uploadFile:fail'));
    chosen.push('tap.jpg');
    const page = mountPage(newOrder, { token: 'abc' }, known);
    write(page);
    page.call('addPhotos');
    await page.says('再传一次');
    const calls = cloudOf();
    cloud.uploadFile = upload;
    page.call('submit');
    await page.settle();
    expect(inputOf(calls, 'order.create')?.['fileIds']).toEqual([expect.stringMatching(/^cloud:\/\/test\/photos\/\w{24}\.jpg$/)]);
  });

  test('the phone is asked once, with its purpose, and the order follows', async () => {
    const calls = cloudOf({ 'person.introduce': answered(known) });
    const page = mountPage(newOrder, { token: 'abc' }, phoneless);
    write(page);
    page.call('submit');
    await page.settle();
    expect(page.instance.data['askingPhone']).toBe(true);
    expect(inputOf(calls, 'order.create')).toBeUndefined();
    page.call('introduce', { phone: '13800000021', name: '王奶奶' });
    await page.settle();
    await page.settle();
    expect(inputOf(calls, 'person.introduce')).toMatchObject({ phone: '13800000021', name: '王奶奶', token: 'abc' });
    expect(inputOf(calls, 'order.create')).toMatchObject({ token: 'abc' });
  });

  test('what is missing beside the phone is named', async () => {
    cloudOf({ 'person.introduce': { ok: false, code: 'INVALID_INPUT', field: 'name', requestId: 'test' } });
    const page = mountPage(newOrder, { token: 'abc' }, phoneless);
    page.call('introduce', { phoneCode: 'from-wechat' });
    await page.settle();
    expect(page.instance.data['phoneProblem']).toBe('怎么称呼您，先填一个。');
  });

  test('S4-08 a card that was given out anew leads to the new one, not to another try', async () => {
    cloudOf({ 'order.create': { ok: false, code: 'NOT_FOUND', field: 'token', requestId: 'test' } });
    const page = mountPage(newOrder, { token: 'abc' }, known);
    write(page);
    page.call('submit');
    await page.settle();
    expect(page.text()).toContain('这张卡用不了了，扫门口的新卡，或者自己选个地方。');
  });

  test('the same thing next door can be joined instead', async () => {
    const calls = cloudOf();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    page.call('chooseCategory', { value: 'repair' });
    await page.settle();
    expect(page.text()).toContain('有人点过“水压小”');
    page.call('join');
    await page.settle();
    expect(inputOf(calls, 'order.join')).toMatchObject({ orderId: 'order-pressure', version: 1 });
    expect(went).toEqual(['/packages/resident/progress/progress?orderId=order-leak']);
  });

  test('S1-18 a private errand says that the courtyard head will not see it', async () => {
    cloudOf();
    const page = mountPage(newOrder, {}, known);
    page.call('chooseCategory', { value: 'birth' });
    await page.settle();
    expect(page.text()).toContain('楼院长那里只显示“一项代办”');
    expect(page.instance.data['secret']).toBe(true);
  });

  test('life in danger comes first', async () => {
    cloudOf();
    const page = mountPage(newOrder, {}, known);
    page.call('chooseCategory', { value: 'emergency' });
    await page.settle();
    expect(page.text()).toContain('要命的事别等，先打电话');
    expect(page.text()).toContain('120');
  });
});

describe('a visitor', () => {
  test('finds the card that this phone scanned last', async () => {
    cloudOf({ 'person.home': answered({ session: visitor, body: bodies.visitor }) });
    const card = mountPage('packages/resident/card/card', { scene: 'abc' }, visitor);
    await card.settle();
    const page = mountPage('pages/home/home', {}, visitor);
    await page.settle();
    expect(page.text()).toContain('看我的连心卡');
    expect(page.text()).toContain('蓝色网格 · 柳巷 12 号院');
    page.call('openCard');
    expect(went).toEqual(['/packages/resident/card/card?scene=abc']);
  });

  test('switches elder mode on this phone, and the cloud does not take it back', async () => {
    const calls = cloudOf({ 'person.session': answered(visitor) });
    const page = mountPage('pages/me/me', {}, visitor);
    await page.settle();
    page.call('switchElder', { value: true });
    await page.settle();
    page.call('retry');
    await page.settle();
    expect(page.dom.innerHTML).toContain('--scale: 1.4');
    expect(inputOf(calls, 'person.settings')).toBeUndefined();
    page.call('switchElder', { value: false });
  });
});

describe('progress', () => {
  const file = 'packages/resident/progress/progress';
  test('S2-14 five stars and a tag close it, once', async () => {
    const calls = cloudOf({ 'order.open': answered(completedView) });
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    const before = page.changes.length;
    page.call('confirm', { stars: 5, tags: ['on-time'], words: '' });
    await page.settle();
    expect(inputOf(calls, 'order.confirm')).toMatchObject({ orderId: 'order-leak', version: 4, stars: 5, tags: ['on-time'] });
    expect(page.changes.length - before).toBeLessThanOrEqual(2);
    expect(page.text()).toContain('您打的分');
  });

  test('news is offered, never pressed: what WeChat was allowed is granted', async () => {
    const calls = cloudOf();
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    const { wx } = phone;
    wx['requestSubscribeMessage'] = async () => ({ errMsg: 'requestSubscribeMessage:ok', 'order-news': 'reject' });
    page.call('tell');
    await page.settle();
    expect(inputOf(calls, 'message.grant')).toBeUndefined();
    wx['requestSubscribeMessage'] = async () => ({ errMsg: 'requestSubscribeMessage:ok', 'order-news': 'accept' });
    page.call('tell');
    await page.settle();
    expect(inputOf(calls, 'message.grant')).toMatchObject({ accepted: ['order-news'] });
  });

  test('not solved goes back with her words', async () => {
    const calls = cloudOf({ 'order.open': answered(completedView), 'order.reopen': answered(acceptedView) });
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    page.call('ask', undefined, { action: 'reopen' });
    expect(page.instance.data['asking']).toBe(true);
    page.call('decided', { reason: '', words: '还在滴水' });
    await page.settle();
    expect(inputOf(calls, 'order.reopen')).toMatchObject({ orderId: 'order-leak', words: '还在滴水' });
    expect(page.text()).toContain('有人在办');
    expect(page.text()).toContain('4071');
  });

  test('a stale version says what to do', async () => {
    cloudOf({ 'order.cancel': refused('STALE_VERSION') });
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    page.call('ask', undefined, { action: 'cancel' });
    page.call('decided', { reason: 'solved-myself', words: '' });
    await page.settle();
    expect(page.instance.data['problem']).toBe('刚有人动过这张单，看一眼新的再定。');
  });
});
