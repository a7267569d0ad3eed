/** Whoever stands in a list of the office is known by the number that WeChat proves. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { freshPhone, inputOf } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const page = () => mountPage('packages/setup/register/register');

test('the proved number is all that is sent', async () => {
  const calls = cloudOf({ 'person.register': answered(sessionOf(hats.gridWorker)) });
  const mounted = page();
  mounted.call('register', { code: 'proved-1' });
  await mounted.settle();
  const { requestId, ...input } = inputOf(calls, 'person.register') as Record<string, unknown>;
  expect(requestId).toEqual(expect.any(String));
  expect(input).toEqual({ phoneCode: 'proved-1' });
});

test('a number of no list is said to be of none, with what to do', async () => {
  cloudOf({ 'person.register': { ...refused('INVALID_INPUT'), field: 'name' } });
  const mounted = page();
  mounted.call('register', { code: 'proved-2' });
  await mounted.settle();
  expect(mounted.text()).toContain('名册里没有这个号码。请社区把它写进名册，或者扫一下门口的连心卡');
});

test('who does not give the number stays where they are, and nothing is sent', async () => {
  const calls = cloudOf();
  const mounted = page();
  mounted.call('register', {});
  await mounted.settle();
  expect(calls).toEqual([]);
});
