/** Without a network nobody loses what stands there, least of all a number to call. */
import type { SessionView } from '../../miniprogram/contracts/person';
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { workingView } from './samples/orders';
import { chosenPhotos, freshPhone, phone, toasts } from './samples/phone';
import { bodies } from './samples/home';
import { hats, sessionOf, visitor } from './samples/sessions';

beforeEach(freshPhone);

const resident = sessionOf(hats.resident);
const member = sessionOf(hats.member);
const home = 'pages/home/home';
const note = '没连上网，下面是刚才的';
const homeFor = (session: SessionView, body: keyof typeof bodies) => ({
  'home.get': answered({ session, body: bodies[body] }),
});
const noNetwork = () =>
  cloudOf({
    'home.get': refused('NETWORK'),
    'person.getSession': refused('NETWORK'),
    'card.get': refused('NETWORK'),
    'order.get': refused('NETWORK'),
    'activity.get': refused('NETWORK'),
    'passbook.listReversals': refused('NETWORK'),
  });

/** Opens it with a network, and closes it. */
async function before(file: string, query: Record<string, string>, session: SessionView): Promise<void> {
  const page = mountPage(file, query, session);
  await page.settle();
  document.body.innerHTML = '';
}

test('a first screen that cannot be read again stays under a note, which goes with the next answer', async () => {
  cloudOf(homeFor(resident, 'resident'));
  const page = mountPage(home, {}, resident);
  await page.settle();
  noNetwork();
  page.call('onShow');
  await page.says(note);
  expect(page.text()).toContain('打给赵慧敏');
  expect(page.text()).toContain('正在办的');
  cloudOf(homeFor(resident, 'resident'));
  page.call('load');
  await page.settle();
  expect(page.text()).not.toContain(note);
});

test('the first screen of before stands at once, and whether she is at work is not claimed', async () => {
  cloudOf(homeFor(resident, 'resident'));
  await before(home, {}, resident);
  noNetwork();
  const page = mountPage(home, {}, resident);
  expect(page.dom.innerHTML).not.toContain('--skeleton');
  expect(page.text()).toContain('打给赵慧敏');
  await page.says(note);
  expect(page.text()).not.toContain('在岗');
});

test('another person, or another hat, finds nothing of it', async () => {
  cloudOf(homeFor(resident, 'resident'));
  await before(home, {}, resident);
  noNetwork();
  const other = mountPage(home, {}, { ...member, personId: resident.personId ?? '' });
  await other.says('网不通，连上网再试一次。');
  expect(other.text()).not.toContain('柳巷 12 号院');
  expect(other.text()).toContain('120');
  document.body.innerHTML = '';
  mountPage(home, {}, { ...resident, personId: 'somebody-else' });
  const again = mountPage(home, {}, resident);
  await again.says('网不通，连上网再试一次。');
  expect(again.text()).not.toContain('柳巷 12 号院');
});

test('a card opened before stands at once; one never opened leads to the emergency numbers', async () => {
  cloudOf();
  await before('packages/resident/card/card', { scene: 'abc' }, visitor);
  noNetwork();
  const page = mountPage('packages/resident/card/card', { scene: 'abc' }, visitor);
  expect(page.text()).toContain('打给赵慧敏');
  await page.says(note);
  expect(page.text()).toContain('0351-555 0112');
  document.body.innerHTML = '';
  const unknown = mountPage('packages/resident/card/card', { scene: 'never-seen' }, visitor);
  await unknown.says('网不通，连上网再试一次。');
  expect(unknown.text()).toContain('120');
});

test('a card that was renewed meanwhile is no longer the old one', async () => {
  cloudOf();
  await before('packages/resident/card/card', { scene: 'abc' }, visitor);
  cloudOf({
    'card.get': answered({
      state: 'renewed',
      communityName: '杏林社区',
      officePhone: '0351-5550112',
      renewedOn: '2026-10-03T00:00:00.000Z',
    }),
  });
  const page = mountPage('packages/resident/card/card', { scene: 'abc' }, visitor);
  await page.says('这张卡换新了');
  expect(page.text()).not.toContain('打给赵慧敏');
});

test('an offer that could not be accepted is still there', async () => {
  cloudOf(homeFor(member, 'member'));
  const page = mountPage(home, {}, member);
  await page.settle();
  cloudOf({ 'home.get': refused('NETWORK'), 'order.accept': refused('NETWORK') });
  page.call('accept', { orderId: 'order-leak', version: 2 });
  await page.says(note);
  expect(page.text()).toContain('派给您的单');
  expect(toasts).toHaveLength(1);
});

test.each([
  ['packages/order/progress/progress', '厨房水管漏水'],
  ['packages/order/order/order', '厨房水管漏水'],
  ['packages/order/trail/trail', '一路的经过'],
  ['packages/passbook/reversals/reversals', '照旧'],
  ['packages/branch/activity/activity', '李建国'],
])('%s stays when it cannot be read again', async (file, words) => {
  cloudOf();
  const page = mountPage(file, { orderId: 'order-leak' }, resident);
  await page.settle();
  noNetwork();
  page.call('load');
  await page.says(note);
  expect(page.text()).toContain(words);
});

test('an order that is not found does not stay', async () => {
  cloudOf();
  const page = mountPage('packages/order/progress/progress', { orderId: 'order-leak' }, resident);
  await page.settle();
  cloudOf({ 'order.get': refused('NOT_FOUND') });
  page.call('load');
  await page.says('没找到');
  expect(page.text()).not.toContain('厨房水管漏水');
});

test('me shows who I am from the phone', async () => {
  noNetwork();
  const page = mountPage('pages/me/me', {}, resident);
  await page.says(note);
  expect(page.text()).toContain('田广志');
});

test('what a member is about to submit stays when the phone is connected again', async () => {
  phone.wx['getNetworkType'] = async () => ({ networkType: 'none' });
  cloudOf({ 'order.get': answered(workingView) });
  (phone.wx['cloud'] as { uploadFile: unknown }).uploadFile = () => Promise.reject(new Error('uploadFile:fail'));
  chosenPhotos.push('done.jpg');
  const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, member);
  await page.settle();
  page.call('finish');
  page.call('addPhotos');
  await page.settle();
  page.call('complete');
  await page.says('网不通，连上网再点一次。');
  page.call('online');
  await page.settle();
  expect(page.instance.data).toMatchObject({ finishing: true, problem: '', photos: [{ url: 'saved/done.jpg' }] });
});

test('marks that are not submitted yet stay when the phone is connected again', async () => {
  cloudOf();
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, member);
  await page.settle();
  page.call('mark', undefined, { person: 'ma', state: 'absent' });
  noNetwork();
  page.call('load');
  await page.says(note);
  const calls = cloudOf();
  page.call('online');
  await page.settle();
  expect(calls).toEqual([]);
  expect(page.instance.data).toMatchObject({ changed: true, stale: '' });
});

describe('connected again', () => {
  type Heard = (status: { isConnected: boolean }) => void;
  function listening(pages: object[]): Heard {
    let heard: Heard = () => undefined;
    phone.wx['onNetworkStatusChange'] = (listener: Heard) => (heard = listener);
    Object.assign(globalThis, { getCurrentPages: () => pages });
    jest.requireActual<{ refreshWhenOnline(): void }>('../../miniprogram/page/online').refreshWhenOnline();
    return heard;
  }
  test('what failed is asked again, what is old is read again, what is well is left alone', () => {
    const asked: string[] = [];
    const page = (name: string, data: object, more: object = {}) => ({
      data,
      retry: () => asked.push(`${name} retry`),
      load: () => asked.push(`${name} load`),
      ...more,
    });
    const heard = listening([
      page('failed', { phase: 'failed', stale: '' }),
      page('old', { phase: 'ready', stale: note }),
      page('well', { phase: 'ready', stale: '' }),
      page('own', { phase: 'ready' }, { online: () => asked.push('own online') }),
      { data: {} },
    ]);
    heard({ isConnected: false });
    expect(asked).toEqual([]);
    heard({ isConnected: true });
    expect(asked).toEqual(['failed retry', 'old load', 'own online']);
  });
});
