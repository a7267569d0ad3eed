/** How pages and scripts run otherwise than on a phone. */
import { LeniencyPhone } from './leniency-app';

const phone = new LeniencyPhone({
  first: ['<text>{{n}}</text>', 'data: { n: 1 }'],
  globals: [
    '<text>{{said}}</text>',
    `onLoad() { this.setData({ said: [typeof window, typeof document, typeof fetch, typeof URL, typeof WeakRef,
      typeof [].at].join() }) }`,
  ],
  pressed: ['<view id="pressed" style="height: 90px" bindtouchstart="record"/>'],
});

test('setData has rendered when it returns, and keeps functions and what is undefined', async () => {
  await phone.open('first');
  expect(
    await phone.run(`
      top.setData({ n: 5, f: () => 7, nothing: undefined });
      return [shown(), top.data.f(), 'nothing' in top.data];`),
  ).toEqual(['5', 7, true]);
});

test('the globals of a browser are undefined in scripts, those of JavaScript are there', async () => {
  const page = await phone.open('globals');
  const said = 'undefined,undefined,undefined,undefined,function,function';
  expect(await page.locator('wx-page').textContent()).toBe(said);
});

test('preloadRule fetches nothing: a package is fetched by its first page', async () => {
  const page = await phone.open('first');
  await page.waitForTimeout(300);
  expect(await phone.run('return __lianxin.packages()')).not.toContain('later');
  await phone.run('await wx.navigateTo({ url: "/later/one" })');
  expect(await phone.run('return __lianxin.packages()')).toContain('later');
});

test('a start is scene 1047 where the page has a scene, else 1001', async () => {
  const scene = () => phone.run('return wx.getLaunchOptionsSync().scene');
  await phone.open('first', '?scene=card');
  expect(await scene()).toBe(1047);
  await phone.page.context().close();
  await phone.open('first');
  expect(await scene()).toBe(1001);
});

test('the bar is 44 px high, with no status bar; the ring of the capsule opens the home page', async () => {
  const page = await phone.open('globals');
  expect((await page.locator('.navigation-bar').boundingBox())?.height).toBe(44);
  expect(await phone.run('return wx.getWindowInfo().statusBarHeight')).toBe(0);
  await page.locator('.capsule-close').click();
  await page.waitForFunction(`__lianxin.path() === '/first/first'`);
});

test('a pressed mouse is one finger of force 1', async () => {
  const page = await phone.open('pressed');
  await page.locator('[wx-id="pressed"]').click();
  expect(await phone.events()).toMatchObject([{ type: 'touchstart', forces: [1] }]);
});
