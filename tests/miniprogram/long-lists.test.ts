/** What the pages with long lists do beside turning: the passbook's cover, messages that are read, lines that others take. */
import type { Input } from '../../miniprogram/contracts/api';
import type { EntryView } from '../../miniprogram/contracts/passbook';
import { answered, cloudOf, mountPage, refused, type Answer, type Called, type MountedPage } from '../support/simulate';
import { cursors, orders, ordersPage, paged, turn } from './samples/long-lists';
import { freshPhone, phone, said } from './samples/phone';
import { bookSample, hats, replies, sessionOf } from './samples/replies';

beforeEach(() => {
  freshPhone();
  Object.assign(phone.wx, { pageScrollTo: () => undefined });
});

const line = (sequence: number): EntryView => ({
  entryId: `entry-${sequence}`, sequence, at: '2026-10-24T02:00:00.000Z', title: `主题党日${sequence}`, cause: 'attended', points: 3, balance: 3 * sequence, reversed: false,
});
const entries = Array.from({ length: 45 }, (_, index) => line(45 - index));
const cover = { ...bookSample };
delete (cover as { next?: string }).next;
const passbook = ({ cursor, unit = 'organization' }: Input<'passbook.open'>): Answer<'passbook.open'> => {
  const { page, next } = paged(entries, cursor);
  return answered({ ...cover, unit, balance: page[0]?.balance ?? 0, entries: page, ...(next !== undefined && { next }) });
};

describe('the passbook', () => {
  const openBook = async (): Promise<{ page: MountedPage; calls: Called[] }> => {
    const calls = cloudOf({ 'passbook.open': passbook });
    const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
    await page.settle();
    return { page, calls };
  };

  test('turns like a bank book, under the cover of its first page', async () => {
    const { page } = await openBook();
    expect(page.text()).toMatch(/下一页第 1 页$/);
    await turn(page, 'older');
    expect(page.text()).toContain('主题党日25，到会');
    expect(page.text()).not.toContain('主题党日26');
    expect(page.text()).toMatch(/上一页下一页第 2 页$/);
    expect(page.instance.data['book']).toMatchObject({ balance: '135' });
  });

  test('stays on its page when somebody comes back to it', async () => {
    const { page, calls } = await openBook();
    await turn(page, 'older');
    page.call('onShow');
    await page.settle();
    expect(page.text()).toContain('第 2 页');
    expect(cursors(calls)).toEqual([undefined, '20', '20']);
    expect(page.instance.data['book']).toMatchObject({ balance: '135' });
  });

  test('another book begins with its first page', async () => {
    const { page, calls } = await openBook();
    await turn(page, 'older');
    page.call('chooseUnit', { unit: 'service' });
    await page.settle();
    expect(page.text()).toMatch(/下一页第 1 页$/);
    expect(calls.map(({ input }) => input)).toEqual([{}, { cursor: '20' }, { unit: 'service' }]);
  });

  test('is read on where it lies open, when the other book did not come', async () => {
    const { page } = await openBook();
    const calls = cloudOf({ 'passbook.open': (input) => (input.unit === 'service' ? refused('INTERNAL') : passbook(input)) });
    page.call('chooseUnit', { unit: 'service' });
    await page.settle();
    expect(said).toEqual(['我们这边出了点问题，过一会儿再试。']);
    await turn(page, 'older');
    expect(calls.map(({ input }) => input)).toEqual([{ unit: 'service' }, { unit: 'organization', cursor: '20' }]);
    expect(page.text()).toContain('第 2 页');
  });
});

describe('lists that change meanwhile', () => {
  test('a page whose lines all went elsewhere gives way to the first', async () => {
    const all = orders(21, '心愿');
    let taken = false;
    cloudOf({
      'order.wishes': ({ cursor }) => ordersPage(taken ? all.slice(0, 20) : all, cursor),
      'order.accept': () => {
        taken = true;
        return refused('TAKEN');
      },
    });
    const page = mountPage('packages/member/wishes/wishes', {}, sessionOf(hats.member));
    await page.settle();
    await turn(page, 'older');
    expect(page.text()).toContain('心愿21');
    page.call('accept', { orderId: '心愿-21', version: 1 });
    await page.settle();
    await page.settle();
    expect(said).toEqual(['这张单刚被接走，看看别的。']);
    expect(page.text()).toContain('心愿20');
    expect(page.text()).not.toContain('心愿21');
    expect(page.instance.data['busyOrder']).toBe('');
  });

  test('messages are marked as read when their page is', async () => {
    const [one] = replies['message.inbox'].messages;
    const all = Array.from({ length: 22 }, (_, index) => ({ ...one!, messageId: `m${index + 1}`, read: index < 20 }));
    const calls = cloudOf({ 'message.inbox': ({ cursor }) => {
      const { page, ...rest } = paged(all, cursor);
      return answered({ messages: page, ...rest });
    } });
    const page = mountPage('packages/resident/messages/messages', {}, sessionOf(hats.resident));
    await page.settle();
    expect(calls.map(({ name }) => name)).toEqual(['message.inbox']);
    await turn(page, 'older');
    expect(calls.at(-1)).toMatchObject({ name: 'message.read', input: { messageIds: ['m21', 'm22'] } });
  });

  test('a member finds what is done beside what is to do', async () => {
    const calls = cloudOf({ 'order.offers': ({ state }) => ordersPage(state === 'closed' ? orders(1, '修好的锁') : []) });
    const page = mountPage('pages/orders/orders', {}, sessionOf(hats.member));
    await page.settle();
    expect(page.text()).toContain('眼下没有派给您的单');
    page.call('filterBy', { value: 'closed' });
    await page.settle();
    expect(page.text()).toContain('修好的锁1');
    expect(calls.map(({ input }) => input)).toEqual([{ state: 'open' }, { state: 'closed' }]);
  });
});
