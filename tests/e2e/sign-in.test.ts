/** The host's phone shows a code, and a member's phone signs in by it. */
import { openPhone } from '@lianxin/local-phone/testing';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { startDemoPhone, stillness, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { readSignCode } from '../../miniprogram/contracts/sign-code';

jest.setTimeout(240_000);

let phone: DemoPhone;
beforeAll(async () => {
  phone = await startDemoPhone();
}, 120_000);
afterAll(() => phone.close());

const open = (openid: string, page: string) =>
  openPhone(phone.page, { url: phone.product.url, as: openid, page, fontScale: 1 });

test('what the host’s screen shows is read by a camera, and marks whoever scanned it', async () => {
  const { page, tap, sees, known, product } = phone;
  const policy = { signInByCode: true, requestId: 'sign-in-policy-1' };
  expect((await product.callAs('branch-secretary-ren', 'branch.savePolicy', policy)).ok).toBe(true);
  const activity = visitNamed('activity').address(known);
  await open('branch-secretary-ren', activity);
  await tap('亮码签到');
  await sees(/^这个码管到/);
  await stillness(page);
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  const text = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
  expect(readSignCode(text)?.activityId).toBe(known.activity);

  await open('branch-li', activity);
  await tap('扫码签到');
  await page.getByPlaceholder('二维码里的内容').fill(text);
  await tap('就用这个');
  await sees(/，您签到了。$/);
  await open('branch-li', activity);
  await sees('慰问行动不便的党员');
  expect(await page.getByText('扫码签到').filter({ visible: true }).count()).toBe(0);
  phone.watch.expectNone();
});
