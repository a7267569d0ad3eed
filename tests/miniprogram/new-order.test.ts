/** Asking for help: what is typed, chosen, saved, submitted. */
import type { SessionView } from '../../miniprogram/contracts/person';
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { chosenPhotos, freshPhone, inputOf, phone, visited } from './samples/phone';
import { hats, sessionOf, visitor } from './samples/sessions';

/** Early on a Saturday afternoon in Shanghai, when every part of the day that can be asked for is still to come. */
beforeEach(() => {
  freshPhone();
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T06:00:00.000Z'));
});
afterEach(() => jest.restoreAllMocks());

const known = sessionOf(hats.resident);
const phoneless: SessionView = { ...visitor, hats: [], unread: 0 };
const newOrder = 'packages/resident/new-order/new-order';

describe('new order', () => {
  const write = (page: ReturnType<typeof mountPage>): void => {
    page.call('chooseCategory', { value: 'repair' });
    page.call('writeWords', { value: '厨房水管漏水' });
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

  test('submits what was chosen and written, then shows where it stands', async () => {
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
    expect(visited).toEqual(['/packages/order/progress/progress?orderId=order-leak']);
  });

  test('shows what neighbours will read of it, and nothing of what only the grid worker reads', async () => {
    cloudOf({
      'order.findSimilar': answered({
        order: { orderId: 'a', version: 1, title: '厨房水管漏水', createdAt: '2026-11-21T06:00:00.000Z' },
      }),
    });
    const page = mountPage(newOrder, {}, known);
    expect(page.text()).not.toContain('公开后长这样');
    page.call('chooseCategory', { value: 'repair' });
    page.call('writeWords', { value: '厨房水管漏水。王奶奶家，302' });
    await page.settle();
    const { preview, similar } = page.instance.data as { preview: string; similar: { line: string } };
    expect(page.text()).toContain(`公开后长这样，没有您的名字：${preview}`);
    expect([preview, preview.includes('王奶奶')]).toEqual([similar.line, false]);
    page.call('chooseCategory', { value: 'birth' });
    await page.settle();
    expect(page.instance.data).toMatchObject({ isPrivate: true, preview: '' });
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

  test('a lost network leaves the draft, and the next try is the same request', async () => {
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
    chosenPhotos.push('tap.jpg');
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

  test('a number that is typed stays on the phone of whoever does not agree to what it is for', async () => {
    const calls = cloudOf();
    Object.assign(phone.wx, { requirePrivacyAuthorize: ({ fail }: { fail(): void }) => fail() });
    const page = mountPage(newOrder, { token: 'abc' }, phoneless);
    write(page);
    page.call('submit');
    await page.settle();
    page.call('introduce', { phone: '13800000021', name: '王奶奶' });
    await page.settle();
    expect(inputOf(calls, 'person.register')).toBeUndefined();
    expect(page.instance.data['sheetProblem']).toContain('号码没有收');
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
    expect(page.instance.data['sheetProblem']).toBe('怎么称呼您，先填一个。');
  });

  test('S4-08 a card that was given out anew leads to the new one, not to another try', async () => {
    cloudOf({ 'order.create': { ok: false, code: 'NOT_FOUND', field: 'token', requestId: 'test' } });
    const page = mountPage(newOrder, { token: 'abc' }, known);
    write(page);
    page.call('submit');
    await page.settle();
    expect(page.text()).toContain('这张卡用不了了，扫门口的新卡，或者自己选个地方。');
  });

  test('an own order that is not done is shown first, and opened instead', async () => {
    const order = {
      orderId: 'order-own',
      title: '水压小',
      createdAt: '2026-11-20T02:00:00.000Z',
      version: 3,
      own: true,
    };
    cloudOf({ 'order.findSimilar': answered({ order }) });
    const page = mountPage(newOrder, {}, known);
    page.call('chooseCategory', { value: 'repair' });
    await page.settle();
    expect(page.text()).toContain('您已经有一件还没办完：“水压小”');
    expect(page.text()).not.toContain('算我一个');
    page.call('openSimilar');
    expect(visited).toEqual(['/packages/order/progress/progress?orderId=order-own']);
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
    expect(visited).toEqual(['/packages/order/progress/progress?orderId=order-leak']);
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
      page.call('writeWords', { value: '三楼也没水' });
      await page.settle();
      page.call('join');
      await page.settle();
    };
    const draftWords = async (): Promise<unknown> => {
      const page = mountPage(newOrder, {}, known);
      await page.settle();
      return page.instance.data['words'];
    };
    await join();
    expect(asked).toHaveLength(1);
    expect(await draftWords()).toBe('三楼也没水');
    unwanted = true;
    await join();
    expect(await draftWords()).toBe('');
    expect(visited).toEqual(Array.from({ length: 2 }, () => '/packages/order/progress/progress?orderId=order-leak'));
  });

  test('only times that are still to come are offered, and a draft drops one that has passed', async () => {
    cloudOf();
    const early = mountPage(newOrder, {}, known);
    early.call('chooseTime', { value: 'today-afternoon' });
    await early.settle();
    expect(early.text()).toContain('今天下午');
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T14:10:00.000Z'));
    const late = mountPage(newOrder, {}, known);
    await late.settle();
    for (const gone of ['今天下午', '今天晚上']) expect(late.text()).not.toContain(gone);
    expect(late.instance.data['when']).toBe('any');
  });

  test('a neighbour’s order is offered right under the words', async () => {
    cloudOf();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    page.call('chooseCategory', { value: 'repair' });
    await page.settle();
    expect(page.text().indexOf('是一回事，算我一个')).toBeLessThan(page.text().indexOf('什么时候方便'));
    expect(page.text().indexOf('是一回事，算我一个')).toBeGreaterThan(page.text().indexOf('按住键盘上的话筒'));
  });

  test('a missing network is not said to be a lost photo, and photos go when it is back', async () => {
    cloudOf();
    const cloud = phone.wx['cloud'] as { uploadFile: unknown };
    const upload = cloud.uploadFile;
    cloud.uploadFile = () => Promise.reject(new Error('uploadFile:fail'));
    phone.wx['getNetworkType'] = async () => ({ networkType: 'none' });
    chosenPhotos.push('tap.jpg');
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
    expect(page.instance.data['photos']).toMatchObject([{ state: 'ready' }]);
  });

  test('a place chosen by hand can be taken back', async () => {
    cloudOf();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    page.call('choosePlace');
    expect(visited).toEqual([
      `/packages/resident/place/place?own=${encodeURIComponent(page.instance.data['placeLabel'] as string)}&token=abc`,
    ]);
  });

  test('S1-18 a private errand says that the courtyard head will not see it', async () => {
    cloudOf();
    const page = mountPage(newOrder, {}, known);
    page.call('chooseCategory', { value: 'birth' });
    await page.settle();
    expect(page.text()).toContain('楼院长那里只显示“一项代办”');
    expect(page.instance.data['isPrivate']).toBe(true);
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
