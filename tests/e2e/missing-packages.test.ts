/** A tab whose content lies in a package that cannot be fetched says so, and shows it when it can (ADR 81). */
import type { Browser } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, watchErrors } from '@lianxin/local-phone/testing';
import { startProduct, type Lianxin } from '../../local/testing/product';
import { axeViolations } from '../../local/testing/screen';
import { saturdayMorning } from '../../local/testing/visits';

jest.setTimeout(60_000);

let product: Lianxin;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

test.each([
  { title: 'home of a member', openid: 'member-sun', address: '/pages/home/home', name: 'member', says: '红色星期六' },
  {
    title: 'home of a grid worker',
    openid: 'worker-zhao',
    address: '/pages/home/home',
    name: 'grid',
    says: '记一张电话点单',
  },
  {
    title: 'the book of a member',
    openid: 'branch-li',
    address: '/pages/passbook/passbook',
    name: 'passbook',
    says: '存折余额',
  },
])('$title', async ({ openid, address, name, says }) => {
  const page = await newPhonePage(browser);
  const errors = watchErrors(page, [/Failed to load resource/]);
  await page.clock.setFixedTime(new Date(saturdayMorning));
  const script = `**/built/package-packages-${name}.js*`;
  await page.route(script, (route) => route.abort());
  await openPhone(page, { url: product.url, as: openid, page: address });
  await page.getByText('网不通，连上网再试一次。').filter({ visible: true }).first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.unroute(script);
  await page.getByRole('button', { name: '再试一次' }).filter({ visible: true }).click();
  await page.getByText(says).filter({ visible: true }).first().waitFor();
  errors.expectNone();
  await page.context().close();
});
