/**
 * What opens at a touch: what that costs (at most two setData of the page, 16 KB, one call), and what is wrong with it
 * in every window, mode and type size.
 */
import { openPhone } from '@lianxin/local-phone/testing';
import { startDemoPhone, stillness, type DemoPhone } from '../../local/testing/demo-phone';
import { measure } from '../../local/testing/measure';
import { openings } from '../../local/testing/openings';
import { actCheaply } from './act';
import { writeAsStranger } from './stranger';

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

test.each(openings)(
  '$name',
  async (action) => {
    await phone.begin(action);
    await actCheaply(phone, action);
    expect((await measure(phone.page, `sheet-${action.name}`)).differences()).toEqual([]);
    phone.watch.expectNone();
  },
  300_000,
);

test('the sheet that asks for a phone number', async () => {
  const { page, tap } = phone;
  await writeAsStranger(phone);
  await tap('提交');
  await tap('自己填一个');
  await phone.sees('就用这个电话');
  await stillness(page);
  expect((await measure(page, 'sheet-phone')).differences()).toEqual([]);
  phone.watch.expectNone();
}, 300_000);

test('the page on which somebody with a typed number is called first', async () => {
  const { page, product, known } = phone;
  const token = known.card.split('scene=')[1] ?? '';
  const openid = 'o-typed-number';
  const newcomer = { token, name: '何桂香', phone: '16400000951', requestId: 'typed0000001' };
  expect(await product.callAs(openid, 'person.register', newcomer)).toMatchObject({ ok: true });
  const asked = { category: 'repair', words: '水管漏水', when: 'any', fileIds: [], token } as const;
  const made = await product.callAs(openid, 'order.create', { ...asked, fileIds: [], requestId: 'typed0000002' });
  const orderId = made.ok ? made.data.orderId : made.code;
  await openPhone(page, {
    url: product.url,
    as: 'worker-zhao',
    page: `/packages/order/dispatch/dispatch?orderId=${orderId}`,
  });
  await phone.sees('先打个电话');
  await stillness(page);
  expect((await measure(page, 'dispatch-call-first')).differences()).toEqual([]);
  await phone.tap('打通了');
  await phone.sees('谁去合适');
  phone.watch.expectNone();
}, 300_000);
