/**
 * A secretary keeps their community: draws the outline of a grid on the map, sees it there with what it holds, is led
 * from what a night found to where it is put right, and sees what a departure does before saying it (S1).
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '@lianxin/local-phone/testing';
import { personWith, startProduct, type Lianxin, type Person } from '../../local/testing/product';
import { saturdayMorning } from '../../local/testing/visits';

let product: Lianxin;
let browser: Browser;
let secretary: Person;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  secretary = await personWith(browser, product, 'secretary-bai');
}, 90_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const boundaryOf = (placeId: string) => `/packages/community/boundary/boundary?placeId=${placeId}`;
const areas = (page: Page) => page.locator('wx-map polygon');

test('S1-02 the outline of a grid is drawn corner by corner, and stands on the map of all', async () => {
  const { page } = secretary;
  await secretary.open(boundaryOf('housuoying_g1'));
  await secretary.sees('点了 4 个角');
  await secretary.tap('重新画');
  await secretary.sees('每个拐角点一下');
  await secretary.tap('定下来');
  await secretary.sees('至少要 3 个角');
  const map = page.locator('wx-map');
  for (const position of [
    { x: 60, y: 60 },
    { x: 200, y: 60 },
    { x: 200, y: 200 },
    { x: 60, y: 200 },
    { x: 40, y: 130 },
  ])
    await map.click({ position });
  await secretary.sees('点了 5 个角');
  await secretary.tap('退一个角');
  await secretary.sees('点了 4 个角');
  await secretary.tap('定下来');
  await secretary.open('/packages/community/grids/grids');
  await secretary.sees('红色网格');
  await areas(page).nth(4).waitFor({ state: 'attached' });
  expect(await areas(page).count()).toBe(5);
  const { grids } = await answered('place.listGrids', {});
  expect(grids[0]?.boundary).toHaveLength(4);
  expect(grids.map(({ version }) => version)).toEqual([1, 0, 0, 0, 0]);
  // For whoever does not read maps the same stands beneath.
  for (const words of ['蓝色，斜线', /56 个院\s· \d+ 户\s· \d+ 人/, '郝建国']) await secretary.sees(words);
  await page.locator('wx-map .wx-map-label').filter({ hasText: '蓝色网格' }).click();
  await secretary.sees('画边界');
  secretary.noErrors();
}, 120_000);

async function answered(name: 'place.listGrids', input: Record<string, never>) {
  const reply = await product.callAs('secretary-bai', name, input);
  if (!reply.ok) throw new Error(reply.code);
  return reply.data;
}

test('S1-04 what a night found leads to where it is put right', async () => {
  const call = (name: 'post.assign') =>
    product.callAs('secretary-bai', name, { placeId: 'housuoying_l1', hat: 'laneChief', requestId: 'vacate-one' });
  expect(await call('post.assign')).toMatchObject({ ok: true });
  await product.post('/local/clock', { now: '2026-11-22T02:01:00+08:00', timers: 'skip' });
  for (let run = 0; run < 4; run += 1) await product.post('/local/clock', { advanceMs: 600_000 });
  await secretary.open('/packages/community/health/health');
  await secretary.sees('每晚数一遍');
  await secretary.tap(/^没人包联的户/);
  await secretary.tap(/北大街一巷 1 号院 1 户/);
  await secretary.sees('楼院长');
  await secretary.sees('空着');
  secretary.noErrors();
}, 120_000);

test('before somebody leaves it is shown what lapses and what goes back', async () => {
  const qin = await personWith(browser, product, 'secretary-qin');
  await qin.open('/packages/community/posts/posts');
  await qin.sees('党支部 › 党小组 › 党员中心户');
  await qin.tap('有人要离开社区');
  await qin.page.getByPlaceholder('名字或者号码').or(qin.page.locator('input')).first().fill('孙立群');
  await qin.tap('找');
  await qin.tap(/柳巷 12 号院 2 户/);
  await qin.sees(/接了没办完的 \d 单重新派人/);
  await qin.tap('是，离开社区了');
  await qin.sees('谁担着哪个职务');
  const reply = await product.callAs('secretary-qin', 'person.find', { words: '孙立群' });
  if (!reply.ok) throw new Error(reply.code);
  expect(reply.data.people.filter(({ placeLabel }) => placeLabel === '柳巷 12 号院 2 户')).toEqual([]);
  qin.noErrors();
}, 120_000);
