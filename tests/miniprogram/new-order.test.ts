/** Asking for help: what is typed, chosen, kept, handed in. */
import type { SessionView } from '../../miniprogram/contracts/person';
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { chosen, freshPhone, inputOf, phone, went } from './samples/phone';
import { hats, sessionOf, visitor } from './samples/replies';

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
    expect(inputOf(calls, 'order.create')).toEqual({
      category: 'repair',
      words: '厨房水管漏水',
      when: 'today-evening',
      fileIds: [],
      token: 'abc',
      requestId: expect.stringMatching(/^\w{24}$/) as string,
    });
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
    const ids = [...tries, ...found.filter((call) => call.name === 'order.create')].map(
      (call) => call.input['requestId'],
    );
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
    expect(inputOf(calls, 'order.create')?.['fileIds']).toEqual([
      expect.stringMatching(/^cloud:\/\/test\/photos\/\w{24}\.jpg$/),
    ]);
  });

  test('the phone is asked once, with its purpose, and the order follows', async () => {
    const calls = cloudOf({ 'person.register': answered(known) });
    const page = mountPage(newOrder, { token: 'abc' }, phoneless);
    write(page);
    page.call('submit');
    await page.settle();
    expect(page.instance.data['askingPhone']).toBe(true);
    expect(inputOf(calls, 'order.create')).toBeUndefined();
    page.call('introduce', { phone: '13800000021', name: '王奶奶' });
    await page.settle();
    await page.settle();
    expect(inputOf(calls, 'person.register')).toMatchObject({ phone: '13800000021', name: '王奶奶', token: 'abc' });
    expect(inputOf(calls, 'order.create')).toMatchObject({ token: 'abc' });
  });

  test('what is missing beside the phone is named', async () => {
    cloudOf({ 'person.register': { ok: false, code: 'INVALID_INPUT', field: 'name', requestId: 'test' } });
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

  test('what she wrote herself goes only when she says so', async () => {
    const asked: object[] = [];
    let unwanted = false;
    phone.wx['showModal'] = async (question: object) => {
      asked.push(question);
      return { confirm: unwanted };
    };
    const join = async (): Promise<void> => {
      cloudOf();
      const page = mountPage(newOrder, { token: 'abc' }, known);
      page.call('chooseCategory', { value: 'repair' });
      page.call('write', { value: '三楼也没水' });
      await page.settle();
      page.call('join');
      await page.settle();
    };
    const kept = async (): Promise<unknown> => {
      const page = mountPage(newOrder, {}, known);
      await page.settle();
      return page.instance.data['words'];
    };
    await join();
    expect(asked).toHaveLength(1);
    expect(await kept()).toBe('三楼也没水');
    unwanted = true;
    await join();
    expect(await kept()).toBe('');
    expect(went).toEqual(Array.from({ length: 2 }, () => '/packages/resident/progress/progress?orderId=order-leak'));
  });

  test('only times that are still to come are offered, and a draft does not keep one that has passed', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T06:00:00.000Z'));
    cloudOf();
    const early = mountPage(newOrder, {}, known);
    early.call('chooseTime', { value: 'today-afternoon' });
    await early.settle();
    expect(early.text()).toContain('今天下午');
    clock.mockReturnValue(Date.parse('2026-11-21T14:10:00.000Z'));
    const late = mountPage(newOrder, {}, known);
    await late.settle();
    for (const gone of ['今天下午', '今天晚上']) expect(late.text()).not.toContain(gone);
    expect(late.instance.data['when']).toBe('any');
    clock.mockRestore();
  });

  test('a neighbour’s order is offered right under the words', async () => {
    cloudOf();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    page.call('chooseCategory', { value: 'repair' });
    await page.settle();
    expect(page.text().indexOf('是一回事，算我一个')).toBeLessThan(page.text().indexOf('什么时候方便'));
    expect(page.text().indexOf('是一回事，算我一个')).toBeGreaterThan(page.text().indexOf('按住键盘上的话筒'));
  });

  test('a network that is gone is not told as a lost picture, and pictures go when it is back', async () => {
    cloudOf();
    const cloud = phone.wx['cloud'] as { uploadFile: unknown };
    const upload = cloud.uploadFile;
    cloud.uploadFile = () => Promise.reject(new Error('uploadFile:fail'));
    phone.wx['getNetworkType'] = async () => ({ networkType: 'none' });
    chosen.push('tap.jpg');
    const page = mountPage(newOrder, { token: 'abc' }, known);
    write(page);
    page.call('addPhotos');
    await page.says('再传一次');
    page.call('submit');
    await page.says('网不通，已经存好了，连上网再点一次。');
    phone.wx['getNetworkType'] = async () => ({ networkType: 'wifi' });
    cloudOf();
    (phone.wx['cloud'] as { uploadFile: unknown }).uploadFile = upload;
    page.call('online');
    await page.says('网通了，再点一次“提交”就行。');
    await page.settle();
    expect(page.instance.data['photos']).toMatchObject([{ state: 'kept' }]);
  });

  test('a place chosen by hand can be taken back', async () => {
    cloudOf();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    page.call('elsewhere');
    expect(went).toEqual([
      `/packages/resident/place/place?own=${encodeURIComponent(page.instance.data['spot'] as string)}&token=abc`,
    ]);
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
    expect(page.text()).not.toContain('要命的急事，先打');
    expect(page.text()).toContain('120');
  });
});

describe('in an emergency', () => {
  test('the grid worker whom this phone knows is one tap away', async () => {
    cloudOf();
    const card = mountPage('packages/resident/card/card', { scene: 'abc' }, known);
    await card.settle();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    page.call('chooseCategory', { value: 'emergency' });
    await page.settle();
    expect(page.text()).toContain('打给赵慧敏');
  });
});

describe('place', () => {
  const file = 'packages/resident/place/place';
  const grid = {
    placeId: 'blue',
    kind: 'grid',
    name: '蓝色网格',
    label: '蓝色网格',
    colour: 'blue',
    hasMore: true,
  } as const;
  const yard = { placeId: 'yard', kind: 'courtyard', name: '12 号院', label: '柳巷 12 号院', hasMore: false } as const;
  const listening = (page: ReturnType<typeof mountPage>): unknown[] => {
    const heard: unknown[] = [];
    page.instance['getOpenerEventChannel'] = () => ({
      emit: (_name: string, chosenPlace: unknown) => heard.push(chosenPlace),
    });
    return heard;
  };

  test('begins in the own grid, and what is chosen reads with its lane', async () => {
    const calls = cloudOf({ 'place.listChildren': answered({ places: [yard], path: [grid] }) });
    const page = mountPage(file, {}, known);
    const heard = listening(page);
    await page.settle();
    expect(inputOf(calls, 'place.listChildren')).toEqual({ own: true });
    expect(page.text()).toContain('就是这里');
    page.call('open', { placeId: 'yard' });
    expect(heard).toEqual([{ placeId: 'yard', spot: '蓝色网格 · 柳巷 12 号院' }]);
    page.call('up');
    await page.settle();
    expect(calls.at(-1)?.input).toEqual({});
  });

  test('where it was before can be taken again', async () => {
    cloudOf();
    const page = mountPage(file, { own: encodeURIComponent('柳巷 7 号院') }, known);
    const heard = listening(page);
    await page.settle();
    expect(page.text()).toContain('柳巷 7 号院');
    page.call('asBefore');
    expect([heard, went]).toEqual([[{ placeId: '', spot: '' }], ['back']]);
  });
});
