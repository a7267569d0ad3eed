/** What people do on the pages, and what the cloud is asked for. */
import type { SessionView } from '../../miniprogram/contracts/person';
import { answered, cloudOf, mountPage, refused, type Called } from '../support/simulate';
import { acceptedView, completedView, dispatchedView, memberView, workingView } from './samples/orders';
import { bodies, hats, sessionOf, visitor } from './samples/replies';

const went: string[] = [];
const said: string[] = [];
let chosen: string[] = [];
const phone = globalThis as unknown as { wx: Record<string, unknown> };

beforeEach(() => {
  went.length = 0;
  said.length = 0;
  chosen = [];
  const go = ({ url }: { url: string }): void => {
    went.push(url);
  };
  Object.assign(phone.wx, {
    navigateTo: go,
    redirectTo: go,
    switchTab: go,
    navigateBack: () => went.push('back'),
    showToast: ({ title }: { title: string }) => said.push(title),
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => went.push(`tel:${phoneNumber}`),
    chooseMedia: async () => ({ tempFiles: chosen.map((tempFilePath) => ({ tempFilePath, size: 1000 })) }),
    getFileSystemManager: () => ({ saveFile: ({ tempFilePath, success }: { tempFilePath: string; success(done: { savedFilePath: string }): void }) => success({ savedFilePath: `kept/${tempFilePath}` }) }),
  });
  for (const key of ['draft', 'card']) (phone.wx['removeStorageSync'] as (key: string) => void)(key);
});
afterEach(() => {
  document.body.innerHTML = '';
});

const inputOf = (calls: readonly Called[], name: string): Record<string, unknown> | undefined => calls.find((call) => call.name === name)?.input;
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
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(page.text()).toContain('网不通，已经存好了，连上网再点一次。');
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
    chosen = ['tap.jpg'];
    const page = mountPage(newOrder, { token: 'abc' }, known);
    write(page);
    page.call('addPhotos');
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(page.text()).toContain('再传一次');
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

describe('progress', () => {
  const file = 'packages/resident/progress/progress';
  test('S2-14 no stars, no closing; five stars and a tag close it', async () => {
    const calls = cloudOf({ 'order.open': answered(completedView) });
    const page = mountPage(file, { orderId: 'order-leak' }, known);
    await page.settle();
    page.call('confirm');
    await page.settle();
    expect(page.text()).toContain('先点几颗星');
    page.call('rate', { stars: 5 });
    page.call('chooseTags', { values: ['on-time', 'not-a-tag'] });
    const before = page.changes.length;
    page.call('confirm');
    await page.settle();
    expect(inputOf(calls, 'order.confirm')).toMatchObject({ orderId: 'order-leak', version: 4, stars: 5, tags: ['on-time'] });
    expect(page.changes.length - before).toBeLessThanOrEqual(2);
    expect(page.text()).toContain('您打的分');
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
    expect(page.instance.data['note']).toBe('先接的人去，3 天内必须有人接');
    page.call('dispatch');
    await page.settle();
    expect(inputOf(calls, 'order.dispatch')).toMatchObject({ orderId: 'order-leak', version: 1, memberIds: ['sun', 'ma'] });
    expect(went).toEqual(['back']);
  });

  test('a private order shows no words', async () => {
    cloudOf();
    const page = mountPage('pages/orders/orders', {}, sessionOf(hats.gridWorker));
    await page.settle();
    expect(page.text()).toContain('一项代办');
  });
});

describe('member', () => {
  test('one tap accepts, and opens the order', async () => {
    const calls = cloudOf({ 'person.home': answered({ session: sessionOf(hats.member), body: bodies.member }) });
    const page = mountPage('pages/home/home', {}, sessionOf(hats.member));
    await page.settle();
    page.call('accept', { orderId: 'order-leak', version: 2 });
    await page.settle();
    expect(inputOf(calls, 'order.accept')).toMatchObject({ orderId: 'order-leak', version: 2 });
    expect(went).toEqual(['/packages/member/order/order?orderId=order-leak']);
  });

  test('taken by somebody else: a sentence, and the list as it is now', async () => {
    const calls = cloudOf({ 'person.home': answered({ session: sessionOf(hats.member), body: bodies.member }), 'order.accept': refused('TAKEN') });
    const page = mountPage('pages/home/home', {}, sessionOf(hats.member));
    await page.settle();
    page.call('accept', { orderId: 'order-leak', version: 2 });
    await page.settle();
    expect(said).toEqual(['这张单刚被接走，看看别的。']);
    expect(calls.filter((call) => call.name === 'person.home')).toHaveLength(2);
  });

  test('declining asks why', async () => {
    const calls = cloudOf({ 'order.open': answered(memberView) });
    const page = mountPage('packages/member/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    expect(page.text()).toContain('我去');
    page.call('act', undefined, { action: 'decline' });
    page.call('decided', { reason: 'not-my-skill', words: '' });
    await page.settle();
    expect(inputOf(calls, 'order.decline')).toMatchObject({ orderId: 'order-leak', reason: 'not-my-skill' });
  });

  test('S2-13 finishing needs one piece of evidence', async () => {
    const calls = cloudOf({ 'order.open': answered(workingView) });
    const page = mountPage('packages/member/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('finish');
    page.call('complete');
    await page.settle();
    expect(page.text()).toContain('先拍一张，别拍到脸和门牌。');
    page.call('chooseKind', { value: 'code' });
    page.call('writeCode', { value: '407' });
    page.call('complete');
    await page.settle();
    expect(inputOf(calls, 'order.complete')).toBeUndefined();
    page.call('writeCode', { value: '4071' });
    page.call('complete');
    await page.settle();
    expect(inputOf(calls, 'order.complete')).toMatchObject({ version: 3, evidence: { kind: 'code', code: '4071' } });
  });

  test('a photo is uploaded before it is evidence', async () => {
    const calls = cloudOf({ 'order.open': answered(workingView) });
    chosen = ['done.jpg'];
    const page = mountPage('packages/member/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('finish');
    page.call('addPhotos');
    await page.settle();
    page.call('complete');
    await page.settle();
    expect(inputOf(calls, 'order.complete')).toMatchObject({ evidence: { kind: 'photo', fileIds: [expect.stringMatching(/^cloud:/)] } });
  });

  test('a masked number is asked for, and the asking is logged by the cloud', async () => {
    const calls = cloudOf({ 'order.open': answered(dispatchedView) });
    const page = mountPage('packages/member/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('callParty', { party: 'requester', phone: '138 **** 0021' });
    await page.settle();
    expect(inputOf(calls, 'order.reveal')).toMatchObject({ orderId: 'order-leak', party: 'requester' });
    expect(went).toEqual(['tel:13800000021']);
  });
});

describe('me', () => {
  test('X-01 another hat is one tap away', async () => {
    const calls = cloudOf();
    const page = mountPage('pages/me/me', {}, sessionOf(hats.gridLeader));
    await page.settle();
    page.call('wear', { key: hats.captain.key });
    await page.settle();
    expect(inputOf(calls, 'person.wear')).toMatchObject({ hat: hats.captain.key });
    expect(went).toEqual(['/pages/home/home']);
  });

  test('elder mode makes everything larger at once', async () => {
    cloudOf();
    const page = mountPage('pages/me/me', {}, sessionOf(hats.gridLeader));
    await page.settle();
    expect(page.dom.innerHTML).toContain('--scale: 1"');
    page.call('switchElder', { value: true });
    await page.settle();
    expect(page.dom.innerHTML).toContain('--scale: 1.4');
    expect(page.dom.innerHTML).toContain('elder');
  });
});

describe('branch', () => {
  test('S3-04 closing says what it will do before it does it', async () => {
    const calls = cloudOf();
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
    await page.settle();
    page.call('mark', undefined, { person: 'ma', state: 'present' });
    page.call('handIn');
    await page.settle();
    expect(inputOf(calls, 'activity.mark')).toMatchObject({ activityId: 'party-day', version: 4, marks: [{ personId: 'li', state: 'present' }, { personId: 'sun', state: 'excused' }, { personId: 'ma', state: 'present' }] });
    page.call('askToClose');
    await page.settle();
    expect(page.text()).toContain('1 人到会加分，1 人请假不动，1 人没到没请假按规矩扣分。');
    expect(inputOf(calls, 'activity.close')).toBeUndefined();
    page.call('close');
    await page.settle();
    expect(inputOf(calls, 'activity.close')).toMatchObject({ activityId: 'party-day', version: 4 });
  });

  test('a line is contested from the passbook itself', async () => {
    const calls = cloudOf();
    const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
    await page.settle();
    page.call('contest', { entryId: 'entry-40' });
    page.call('decided', { reason: '', words: '那天我请了假' });
    await page.settle();
    expect(inputOf(calls, 'passbook.contest')).toMatchObject({ entryId: 'entry-40', words: '那天我请了假' });
    expect(page.text()).toContain('您提了异议，支部正在看');
  });

  test('the first broken line is named', async () => {
    cloudOf({ 'passbook.verify': answered({ state: 'broken', firstBrokenSequence: 7, why: 'hash' }) });
    const page = mountPage('packages/branch/book/book', { personId: 'li', unit: 'organization' }, sessionOf(hats.secretary));
    await page.settle();
    page.call('verify');
    await page.settle();
    expect(page.text()).toContain('第 7 笔起对不上：内容和校验码对不上');
  });
});
