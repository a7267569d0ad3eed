/**
 * What the pages with long lists do beside changing the page: the passbook's cover, messages that are read, lines that
 * others take.
 */
import type { Input } from '../../miniprogram/contracts/api';
import type { EntryView } from '../../miniprogram/contracts/passbook';
import type { SessionView } from '../../miniprogram/contracts/person';
import {
  answered,
  cloudOf,
  mountPage,
  refused,
  type Answer,
  type Answers,
  type Called,
  type MountedPage,
} from '../support/simulate';
import { ramp } from './samples/orders';
import { cursors, orders, ordersPage, paged, changePage } from './samples/long-lists';
import { freshPhone, phone, toasts } from './samples/phone';
import { bookSample } from './samples/passbook';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(() => {
  freshPhone();
  Object.assign(phone.wx, { pageScrollTo: () => undefined });
});

const line = (sequence: number): EntryView => ({
  entryId: `entry-${sequence}`,
  sequence,
  at: '2026-10-24T02:00:00.000Z',
  title: `主题党日${sequence}`,
  cause: 'attended',
  points: 3,
  balance: 3 * sequence,
  reversed: false,
  proposed: false,
  mayContest: false,
  mayPropose: false,
  mayUphold: false,
});
const entries = Array.from({ length: 45 }, (_, index) => line(45 - index));
const cover = { ...bookSample };
delete (cover as { next?: string }).next;
const passbook = ({ cursor, unit = 'organization' }: Input<'passbook.get'>): Answer<'passbook.get'> => {
  const { page, next } = paged(entries, cursor);
  return answered({
    ...cover,
    unit,
    balance: page[0]?.balance ?? 0,
    entries: page,
    ...(next !== undefined && { next }),
  });
};

/** What reads a page of the book; the check of its older lines goes its own way. */
const readings = (calls: readonly Called[]): Called[] => calls.filter(({ name }) => name === 'passbook.get');

describe('the passbook', () => {
  const openBook = async (): Promise<{ page: MountedPage; calls: Called[] }> => {
    const calls = cloudOf({ 'passbook.get': passbook });
    const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
    await page.settle();
    return { page, calls };
  };

  test('changes its page like a bank book, under the cover of its first page', async () => {
    const { page } = await openBook();
    expect(page.text()).toMatch(/下一页第 1 页$/);
    await changePage(page, 'older');
    expect(page.text()).toContain('主题党日25，到会');
    expect(page.text()).not.toContain('主题党日26');
    expect(page.text()).toMatch(/上一页下一页第 2 页$/);
    expect(page.content.data['book']).toMatchObject({ balance: '135' });
  });

  test('stays on its page when somebody comes back to it', async () => {
    const { page, calls } = await openBook();
    await changePage(page, 'older');
    page.call('onShow');
    await page.settle();
    expect(page.text()).toContain('第 2 页');
    expect(cursors(readings(calls))).toEqual([undefined, '20', '20']);
    expect(page.content.data['book']).toMatchObject({ balance: '135' });
  });

  test('another book begins with its first page', async () => {
    const { page, calls } = await openBook();
    await changePage(page, 'older');
    page.call('chooseUnit', { unit: 'service' });
    await page.settle();
    expect(page.text()).toMatch(/下一页第 1 页$/);
    expect(readings(calls).map(({ input }) => input)).toEqual([{}, { cursor: '20' }, { unit: 'service' }]);
  });

  test('is read on where it lies open, when the other book did not come', async () => {
    const { page } = await openBook();
    const calls = cloudOf({
      'passbook.get': (input) => (input.unit === 'service' ? refused('INTERNAL') : passbook(input)),
    });
    page.call('chooseUnit', { unit: 'service' });
    await page.settle();
    expect(page.text()).toContain('没取到新的，下面是刚才的');
    await changePage(page, 'older');
    expect(readings(calls).map(({ input }) => input)).toEqual([
      { unit: 'service' },
      { unit: 'organization', cursor: '20' },
    ]);
    expect(page.text()).toContain('第 2 页');
  });
});

describe('lists that change meanwhile', () => {
  test('a page whose lines all went elsewhere gives way to the first', async () => {
    const all = orders(21, '心愿');
    let taken = false;
    cloudOf({
      'order.listWishes': ({ cursor }) => ordersPage(taken ? all.slice(0, 20) : all, cursor),
      'order.accept': () => {
        taken = true;
        return refused('TAKEN');
      },
    });
    const page = mountPage('packages/member/wishes/wishes', {}, sessionOf(hats.member));
    await page.settle();
    await changePage(page, 'older');
    expect(page.text()).toContain('心愿21');
    page.call('accept', { orderId: '心愿-21', version: 1 });
    await page.settle();
    await page.settle();
    expect(toasts).toEqual(['这张单刚被接走，看看别的。']);
    expect(page.text()).toContain('心愿20');
    expect(page.text()).not.toContain('心愿21');
    expect(page.instance.data['busyOrder']).toBe('');
  });

  test('messages are marked as read when their page is', async () => {
    const [one] = replies['message.list'].messages;
    const all = Array.from({ length: 22 }, (_, index) => ({ ...one!, messageId: `m${index + 1}`, read: index < 20 }));
    const calls = cloudOf({
      'message.list': ({ cursor }) => {
        const { page, ...rest } = paged(all, cursor);
        return answered({ messages: page, ...rest });
      },
    });
    const page = mountPage('packages/resident/messages/messages', {}, sessionOf(hats.resident));
    await page.settle();
    expect(calls.map(({ name }) => name)).toEqual(['message.list']);
    await changePage(page, 'older');
    expect(calls.at(-1)).toMatchObject({ name: 'message.markRead', input: { messageIds: ['m21', 'm22'] } });
  });

  test('a member finds what is done beside what is to do', async () => {
    const calls = cloudOf({
      'order.listOffers': ({ state }) => ordersPage(state === 'closed' ? orders(1, '修好的锁') : []),
    });
    const page = mountPage('pages/orders/orders', {}, sessionOf(hats.member));
    await page.settle();
    expect(page.text()).toContain('眼下没有派给您的单');
    page.call('filterBy', { value: 'closed' });
    await page.settle();
    expect(page.text()).toContain('修好的锁1');
    expect(calls.map(({ input }) => input)).toEqual([{ state: 'open' }, { state: 'closed' }]);
  });
});

/** Twenty of the longest line that the cloud answers for each list. */
const twenty = <Line extends object>(line: Line, key: string): Line[] =>
  Array.from({ length: 20 }, (_, index) => ({ ...line, [key]: `${key}-${index}` }));
const longest = '厨房水管漏水，地上都是水，一开龙头就往外冒，拿盆接着也接不住，楼下已经敲门来说了';
const order = {
  ...ramp,
  title: longest,
  placeName: '柳巷 12 号院 3 号楼 2 单元 501',
  requesterKind: 'alone',
  returns: 2,
} as const;
const orderLines = twenty(order, 'orderId');
const absence: EntryView = { ...line(7), title: longest, cause: 'absent', points: -2, at: '2024-10-24T02:00:00.000Z' };
const counts = { waiting: 20, late: 20, due: 20, callback: 20, inProgress: 20 };
const fullest: readonly [page: string, as: SessionView, answers: Answers][] = [
  ['pages/orders/orders', sessionOf(hats.resident), { 'order.listMine': answered({ orders: orderLines, next: 'n' }) }],
  [
    'pages/orders/orders',
    sessionOf(hats.member),
    {
      'order.listOffers': answered({
        orders: twenty({ ...order, actions: ['accept', 'decline'] }, 'orderId'),
        next: 'n',
      }),
    },
  ],
  [
    'pages/orders/orders',
    sessionOf(hats.gridWorker),
    { 'order.listQueue': answered({ orders: orderLines, counts, next: 'n' }) },
  ],
  [
    'pages/orders/orders',
    sessionOf(hats.secretary),
    { 'order.getDesk': answered({ ...replies['order.getDesk'], orders: orderLines, next: 'n' }) },
  ],
  [
    'pages/passbook/passbook',
    sessionOf(hats.member),
    { 'passbook.get': answered({ ...bookSample, entries: twenty(absence, 'entryId'), next: 'n' }) },
  ],
  [
    'packages/passbook/book/book',
    sessionOf(hats.secretary),
    { 'passbook.get': answered({ ...bookSample, mine: false, entries: twenty(absence, 'entryId'), next: 'n' }) },
  ],
  [
    'packages/passbook/books/books',
    sessionOf(hats.secretary),
    { 'passbook.list': answered({ people: twenty(replies['passbook.list'].people[0]!, 'personId'), next: 'n' }) },
  ],
  [
    'packages/branch/activities/activities',
    sessionOf(hats.secretary),
    {
      'activity.list': answered({
        activities: twenty(replies['activity.list'].activities[1]!, 'activityId'),
        signInByCode: false,
        next: 'n',
      }),
    },
  ],
  [
    'packages/grid/cards/cards',
    sessionOf(hats.gridWorker),
    { 'card.list': answered({ cards: twenty(replies['card.list'].cards[0]!, 'token'), next: 'n' }) },
  ],
  [
    'packages/member/wishes/wishes',
    sessionOf(hats.member),
    { 'order.listWishes': answered({ orders: twenty(replies['order.listWishes'].orders[0]!, 'orderId'), next: 'n' }) },
  ],
  [
    'packages/resident/messages/messages',
    sessionOf(hats.resident),
    { 'message.list': answered({ messages: twenty(replies['message.list'].messages[0]!, 'messageId'), next: 'n' }) },
  ],
  [
    'packages/resident/reveals/reveals',
    sessionOf(hats.resident),
    {
      'person.listReveals': answered({
        reveals: twenty(replies['person.listReveals'].reveals[0]!, 'byName'),
        next: 'n',
      }),
    },
  ],
];

test.each(fullest)(
  'a full page of %s stays within 400 nodes and 16 KB, with both ways to turn',
  async (file, as, answers) => {
    cloudOf(answers);
    const page = mountPage(file, {}, as);
    await page.settle();
    await changePage(page, 'older');
    expect(page.content.data['lines']).toHaveLength(20);
    expect(page.dom.querySelectorAll('*').length).toBeLessThanOrEqual(400);
    expect(Math.max(...page.changes.map((change) => Buffer.byteLength(JSON.stringify(change))))).toBeLessThanOrEqual(
      16 * 1024,
    );
  },
);
