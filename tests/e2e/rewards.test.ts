import { startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { openPhone } from '@lianxin/local-phone/testing';

jest.setTimeout(240_000);

let phone: DemoPhone;
beforeAll(async () => {
  phone = await startDemoPhone();
}, 120_000);
afterAll(() => phone.close());

/** Somebody opens a page; what they did before is theirs alone. */
const open = (openid: string, page: string) =>
  openPhone(phone.page, { url: phone.product.url, as: openid, page, fontScale: 1 });

test('S1-20 S1-21 a head redeems, staff see who and what and hand it over once, and the month says so', async () => {
  const { page, tap, sees, known } = phone;
  await open('head-shi', '/pages/home/home');
  await tap('积分换物');
  await sees('这个月能换的');
  await sees('另外扣着 6 分，领了才算花掉');
  await tap('换 1 提，扣住 3 分');
  await sees('给社区的人扫一扫，或者念这十二个数。');
  const digits = (await page.locator('.digits').filter({ visible: true }).innerText()).replace(/\D/g, '');
  expect(digits).toMatch(/^\d{12}$/);
  await page.locator('image.code img, img').filter({ visible: true }).first().waitFor();

  await open('worker-jia', '/packages/reward/stock/stock');
  await sees('扫兑换码，给东西');
  await page.getByPlaceholder('输十二个数').filter({ visible: true }).first().fill(digits);
  await tap('查');
  await sees('史满堂');
  await sees('卫生纸 1 提');
  await tap('给他了');
  await sees(/^领走了\s· 贾春燕/);
  expect(await page.getByText('给他了', { exact: true }).filter({ visible: true }).count()).toBe(0);

  await open('worker-jia', `/packages/reward/handover/handover?code=${digits}`);
  await sees(/^领走了\s· 贾春燕/);
  await open('head-shi', '/packages/reward/rewards/rewards');
  await sees(/^领走了，11 月 21 日/);
  await open('head-shi', visitNamed('voucher').address(known));
  await tap('不要了，退回');
  await tap('退回');
  await sees('您退了');
  await open('head-shi', '/pages/passbook/passbook');
  await sees(/自己退的\s· 退的是第 \d+ 笔/);

  await open('tenant-cao', '/packages/reward/sheet/sheet');
  await sees('2026 年 11 月积分换物公示');
  await sees(/领走 [1-9]/);
  phone.watch.expectNone();
});
