/** A page opened from a message, on a phone that has not asked yet who holds it. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { freshPhone } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const secretary = answered(sessionOf(hats.secretary));
const later = <T>(value: T, delayMs: number): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), delayMs));

test('what it offers follows the hat, though the hat is answered after the list', async () => {
  const calls = cloudOf({ 'person.getSession': () => later(secretary, 120) });
  const page = mountPage('packages/branch/activities/activities');
  await page.says('排一次活动');
  expect(calls.map(({ name }) => name).sort()).toEqual(['activity.list', 'person.getSession']);
});

test('what is read whole waits for the hat too', async () => {
  const calls = cloudOf({ 'person.getSession': () => later(secretary, 120) });
  const page = mountPage('packages/party/branches/branches');
  await page.settle();
  expect(page.instance.data['phase']).toBe('loading');
  await page.says('请一位');
  expect(calls.filter(({ name }) => name === 'person.getSession')).toHaveLength(1);
});

test('orders are nobody else’s: without the hat the page asks again, and shows no resident’s list', async () => {
  let isConnected = false;
  const member = answered(sessionOf(hats.member));
  cloudOf({
    'person.getSession': () => (isConnected ? member : refused('NETWORK')),
    'order.listMine': answered({ orders: [] }),
  });
  const page = mountPage('pages/orders/orders');
  await page.says('网不通，连上网再试一次。');
  isConnected = true;
  page.call('retry');
  await page.says('厨房水管漏水');
  expect(page.text()).toContain('要办的');
});
