/** Lists longer than a page: turning, going back, what happens when a page does not come, or comes late. */
import type { Input, Output } from '../../miniprogram/contracts/api';
import { answered, cloudOf, mountPage, refused, type Answer, type Called, type MountedPage } from '../support/simulate';
import { cursors, orders, ordersPage, paged, turn } from './samples/long-lists';
import { freshPhone, phone } from './samples/phone';
import { hats, sessionOf } from './samples/replies';

/** Where the view was scrolled to, and how often pulling down came to its end. */
let scrolled: number[] = [];
let stopped = 0;
beforeEach(() => {
  freshPhone();
  [scrolled, stopped] = [[], 0];
  Object.assign(phone.wx, {
    pageScrollTo: ({ scrollTop }: { scrollTop: number }) => scrolled.push(scrollTop),
    stopPullDownRefresh: () => (stopped += 1),
  });
});

const looks: Output<'person.listReveals'>['reveals'] = Array.from({ length: 45 }, (_, index) => ({
  at: new Date(Date.parse('2026-11-20T02:00:00.000Z') - index * 3_600_000).toISOString(),
  byName: `来人${index + 1}`,
  hat: 'gridWorker',
  orderNumber: '2611-048372',
}));
const reveals = ({ cursor }: Input<'person.listReveals'>): Answer<'person.listReveals'> => {
  const { page, ...rest } = paged(looks, cursor);
  return answered({ reveals: page, ...rest });
};

const names = (page: MountedPage): string[] => [...page.text().matchAll(/来人\d+/g)].map(([name]) => name);
const some = (from: number, to: number): string[] => looks.slice(from - 1, to).map(({ byName }) => byName);

type Asked = (
  input: Input<'person.listReveals'>,
) => Answer<'person.listReveals'> | Promise<Answer<'person.listReveals'>>;
async function openReveals(answer: Asked = reveals): Promise<{ page: MountedPage; calls: Called[] }> {
  const calls = cloudOf({ 'person.listReveals': answer });
  const page = mountPage('packages/resident/reveals/reveals', {}, sessionOf(hats.resident));
  await page.settle();
  return { page, calls };
}

describe('turning', () => {
  test('one page of twenty stands there, the way on and the way back at its foot', async () => {
    const { page, calls } = await openReveals();
    expect(names(page)).toEqual(some(1, 20));
    expect(page.text()).toMatch(/更早的第 1 页$/);
    await turn(page, 'older');
    expect(names(page)).toEqual(some(21, 40));
    expect(page.text()).toMatch(/较新的更早的第 2 页$/);
    await turn(page, 'older');
    expect(names(page)).toEqual(some(41, 45));
    expect(page.text()).toMatch(/较新的第 3 页，到底了$/);
    await turn(page, 'newer');
    await turn(page, 'newer');
    expect(names(page)).toEqual(some(1, 20));
    expect(cursors(calls)).toEqual([undefined, '20', '40', '20', undefined]);
    expect(scrolled).toEqual([0, 0, 0, 0]);
  });

  test('a turn costs one call and two setData, and no page holds more than the first', async () => {
    const { page, calls } = await openReveals();
    const first = page.dom.querySelectorAll('*').length;
    const before = page.changes.length;
    await turn(page, 'older');
    expect([calls.length, page.changes.length - before]).toEqual([2, 2]);
    expect(page.dom.querySelectorAll('*').length).toBeLessThanOrEqual(first + 1);
  });

  test('there is no page behind the last, nor before the first', async () => {
    const { page } = await openReveals();
    await turn(page, 'newer');
    expect(names(page)).toEqual(some(1, 20));
    await turn(page, 'older');
    await turn(page, 'older');
    await turn(page, 'older');
    expect(names(page)).toEqual(some(41, 45));
    expect(page.text()).toContain('第 3 页');
  });

  test('pulling down leads to the first page', async () => {
    const { page } = await openReveals();
    await turn(page, 'older');
    page.call('onPullDownRefresh');
    await page.settle();
    expect(names(page)).toEqual(some(1, 20));
    expect(stopped).toBe(1);
  });

  test('a list that fits on a page says that this is all', async () => {
    cloudOf();
    const page = mountPage('packages/resident/messages/messages', {}, sessionOf(hats.resident));
    await page.settle();
    expect(page.text()).toMatch(/到底了$/);
    expect(page.text()).not.toMatch(/更早的|较新的|第 \d 页/);
  });
});

describe('a page that does not come', () => {
  const failing = (times: number): Asked => {
    let left = times;
    return (input) => (input.cursor !== undefined && left-- > 0 ? refused('INTERNAL') : reveals(input));
  };

  test('is said at the foot; the lines and the button stay, and the next touch turns', async () => {
    const { page } = await openReveals(failing(1));
    await turn(page, 'older');
    expect(names(page)).toEqual(some(1, 20));
    expect(page.text()).toMatch(/更早的我们这边出了点问题，过一会儿再试。$/);
    expect(scrolled).toEqual([]);
    await turn(page, 'older');
    expect(names(page)).toEqual(some(21, 40));
    expect(page.text()).not.toContain('出了点问题');
  });

  test('when pulled down for, leaves what is there, and is said', async () => {
    const { page } = await openReveals();
    cloudOf({ 'person.listReveals': refused('INTERNAL') });
    page.call('onPullDownRefresh');
    await page.settle();
    expect(page.text()).toContain('没取到新的，下面是刚才的');
    expect(names(page)).toEqual(some(1, 20));
    expect(stopped).toBe(1);
    cloudOf({ 'person.listReveals': reveals });
    page.call('load');
    await page.settle();
    expect(page.text()).not.toContain('刚才的');
  });

  test('because this hat may not see it any more, takes the lines away', async () => {
    const { page } = await openReveals();
    cloudOf({ 'person.listReveals': refused('FORBIDDEN') });
    page.call('onPullDownRefresh');
    await page.settle();
    expect(names(page)).toEqual([]);
    expect(page.text()).toContain('换一顶帽子');
  });
});

/** An answer that comes when the test lets it. */
function later<T>(): { promise: Promise<T>; come(value: T): void } {
  let come: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (come = resolve));
  return { promise, come: (value) => come(value) };
}

describe('an answer that comes late', () => {
  test('for another filter is dropped', async () => {
    const open = later<Answer<'order.listMine'>>();
    cloudOf({ 'order.listMine': ({ state }) => (state === 'open' ? open.promise : ordersPage(orders(3, '修过的灯'))) });
    const page = mountPage('pages/orders/orders', {}, sessionOf(hats.resident));
    await page.settle();
    page.call('filterBy', { value: 'closed' });
    await page.settle();
    expect(page.text()).toContain('修过的灯1');
    open.come(ordersPage(orders(25, '要修的灯')));
    await page.settle();
    expect(page.text()).not.toContain('要修的灯');
    expect(page.text()).toContain('修过的灯3');
    expect(page.text()).not.toContain('更早的');
  });

  test('after the person went to the first page is dropped, and the way on is that page’s', async () => {
    const slow = later<Answer<'person.listReveals'>>();
    let held = true;
    const { page, calls } = await openReveals((input) =>
      input.cursor === '20' && held ? slow.promise : reveals(input),
    );
    page.call('turn', { to: 'older' });
    held = false;
    page.call('onPullDownRefresh');
    await page.settle();
    slow.come(reveals({ cursor: '20' }));
    await page.settle();
    expect(names(page)).toEqual(some(1, 20));
    await turn(page, 'older');
    expect(names(page)).toEqual(some(21, 40));
    expect(cursors(calls)).toEqual([undefined, '20', undefined, '20']);
  });

  test('scrolls no page but its own', async () => {
    const slow = later<Answer<'person.listReveals'>>();
    const { page } = await openReveals((input) => (input.cursor === '20' ? slow.promise : reveals(input)));
    page.call('turn', { to: 'older' });
    jest
      .spyOn(globalThis as unknown as { getCurrentPages: () => object[] }, 'getCurrentPages')
      .mockReturnValueOnce([page.instance, {}]);
    slow.come(reveals({ cursor: '20' }));
    await page.settle();
    expect(names(page)).toEqual(some(21, 40));
    expect(scrolled).toEqual([]);
  });

  test('a pull that fails meanwhile gives the buttons back', async () => {
    const slow = later<Answer<'person.listReveals'>>();
    const { page } = await openReveals((input) => (input.cursor === '20' ? slow.promise : reveals(input)));
    page.call('turn', { to: 'older' });
    cloudOf({ 'person.listReveals': refused('INTERNAL') });
    page.call('onPullDownRefresh');
    await page.settle();
    expect(page.text()).toMatch(/更早的第 1 页$/);
  });
});
