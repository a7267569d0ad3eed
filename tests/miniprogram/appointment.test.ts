/** Whoever goes says when, and who does an order together reads of each other. */
import { answered, cloudOf, mountPage } from '../support/simulate';
import { workingView } from './samples/orders';
import { freshPhone, inputOf, toasts } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const appointment = { from: '2026-12-05T06:00:00.000Z', until: '2026-12-05T08:00:00.000Z' };
const mine = { ...workingView, actions: ['release', 'appoint', 'complete'] } as const;
const mount = async () => {
  const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
  await page.settle();
  return page;
};

test('day and hours are chosen by touch, and stand on the page afterwards', async () => {
  const calls = cloudOf({ 'order.get': answered(mine), 'order.appoint': answered({ ...mine, appointment }) });
  const page = await mount();
  page.call('openAppointment');
  const days = page.instance.data['days'] as readonly { value: string }[];
  expect(days.length).toBeGreaterThan(5);
  page.call('chooseDay', { value: days.at(-1)!.value });
  page.call('chooseHour', { value: '14:00' });
  page.call('appoint');
  await page.settle();
  const hours = inputOf(calls, 'order.appoint') as { from: string; until: string };
  expect(Date.parse(hours.until) - Date.parse(hours.from)).toBe(2 * 3_600_000);
  expect(hours.from).toMatch(/T06:00/);
  expect(page.text()).toContain('约好 12 月 5 日 星期六 14:00 到 16:00');
  expect(toasts).toContain('约好了，居民看得到');
});

test('several who go together read who else does, and how far each of them is', async () => {
  const helpers = [
    { personId: 'p1', name: '孙立群', mayCall: false, appointment },
    { personId: 'p2', name: '马晓雯', mayCall: false, arrived: true },
  ] as const;
  cloudOf({ 'order.get': answered({ ...mine, seats: { capacity: 3, held: 2 }, helpers }) });
  const page = await mount();
  for (const words of ['要 3 个人一起去，有 2 位了', '马晓雯', '到了']) expect(page.text()).toContain(words);
});
