/** How built-in components differ from those of a phone. */
import { drag } from '../support/gestures';
import { poll } from '../support/poll';
import { LeniencyPhone } from './leniency-app';

const tall = '<view style="height: 300px; flex: none; width: 40px">tall</view>';
const phone = new LeniencyPhone({
  layers: [
    `<cover-view id="cover" style="height: 60px; overflow-y: scroll">${tall}</cover-view>
     <view style="position: relative; height: 200px"><map id="map" longitude="113" latitude="23"
       style="width: 200px; height: 200px"/><view id="above" style="position: absolute; top: 0; width: 90px;
       height: 90px; z-index: 2">above</view></view>`,
  ],
  named: ['<view id="named" aria-label="两件事">一二</view>'],
  texts: ['<text id="plain">1 &lt; 2</text><text id="cut" max-lines="1" overflow="ellipsis">一\\n二</text>'],
  picture: ['<image id="picture" src="/dot.svg" mode="widthFix" style="width: 80px" bindload="record"/>'],
  scroll: [
    `<scroll-view id="scroll" scroll-y style="display: flex; height: 90px" binddragstart="record"
       binddragging="record" binddragend="record">${tall}${tall}</scroll-view>`,
  ],
  swiper: [
    `<swiper id="swiper" duration="200" style="height: 90px" bindtransition="record" bindanimationfinish="record">
       <swiper-item>a</swiper-item><swiper-item>b</swiper-item></swiper>`,
  ],
  buttons: [
    `<button id="app" open-type="launchApp" binderror="record">a</button>
     <button id="user" open-type="getUserInfo" bindgetuserinfo="record">b</button>`,
  ],
  field: ['<input id="field" type="number" aria-label="数" bindfocus="record" bindkeyboardheightchange="record"/>'],
  wheels: [
    `<picker-view style="height: 200px" value="{{[1]}}"><picker-view-column aria-label="数">
       <view class="item" wx:for="{{[1, 2, 3, 4]}}" wx:key="*this">{{item}}</view></picker-view-column></picker-view>`,
  ],
  movable: [
    `<movable-area style="width: 300px; height: 90px"><movable-view id="movable" direction="all" inertia
       style="width: 40px; height: 40px" bindchange="record"/></movable-area>`,
  ],
  half: [
    `<page-container show="{{shown}}" bind:leave="record"><view id="half" style="height: 90px">half
       <button id="inside">inside</button></view>
     </page-container>`,
    'data: { shown: true }',
  ],
  rooted: ['<page-meta root-font-size="31px"/><view>rooted</view>'],
});
const byId = (id: string) => phone.page.locator(`[wx-id="${id}"]`).first();

test('a cover-view scrolls, and z-index works above a map', async () => {
  await phone.open('layers');
  expect(
    await byId('cover').evaluate((cover) => {
      cover.scrollTop = 20;
      return cover.scrollTop;
    }),
  ).toBe(20);
  const box = await byId('map').boundingBox();
  const at = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20] as const;
  const hit = phone.page.evaluate(
    ([x, y]) => document.elementFromPoint(x, y)?.closest('[wx-id]')?.getAttribute('wx-id'),
    at,
  );
  expect(await hit).toBe('above');
});

test('a view with a label and no role is a group', async () => {
  const page = await phone.open('named');
  expect(await page.getByRole('group', { name: '两件事' }).count()).toBe(1);
});

test('entities are resolved without decode; overflow and max-lines do nothing', async () => {
  await phone.open('texts');
  expect(await byId('plain').textContent()).toBe('1 < 2');
  expect((await byId('cut').boundingBox())?.height).toBeGreaterThan(30);
});

test('an SVG is shown as a picture', async () => {
  await phone.open('picture');
  await poll(() => phone.events()).toMatchObject([{ type: 'load', detail: { width: 8, height: 4 } }]);
  expect((await byId('picture').boundingBox())?.height).toBe(40);
});

test('a scroll-view is flexible without enable-flex, and tells nothing of a drag', async () => {
  await phone.open('scroll');
  const [first, second] = await byId('scroll').locator('wx-view').all();
  expect((await second?.boundingBox())?.x).toBeGreaterThan((await first?.boundingBox())?.x ?? 0);
  await drag(phone.page, 'scroll', { y: -40 });
  expect(await phone.events()).toEqual([]);
});

test('transition is told while a finger moves, not while a page of a swiper settles', async () => {
  await phone.open('swiper');
  await drag(phone.page, 'swiper', { x: -250 });
  const moved = (await phone.events()).filter(({ type }) => type === 'transition');
  expect(moved.length).toBeGreaterThan(0);
  await poll(async () => (await phone.events()).at(-1)).toMatchObject({ type: 'animationfinish' });
  expect((await phone.events()).filter(({ type }) => type === 'transition')).toHaveLength(moved.length);
});

test('launchApp fails, getUserInfo gives the anonymous user', async () => {
  await phone.open('buttons');
  await byId('app').click();
  await byId('user').click();
  await poll(() => phone.events()).toMatchObject([
    { type: 'error', detail: { errMsg: expect.stringContaining('launchApp:fail') } },
    { type: 'getuserinfo', detail: { userInfo: { nickName: '微信用户' } } },
  ]);
});

test('letters can be typed into a number, and the keyboard has no height', async () => {
  await phone.open('field');
  await byId('field').locator('input').focus();
  await phone.page.keyboard.type('12a');
  expect(await byId('field').locator('input').inputValue()).toBe('12a');
  expect(await phone.events()).toMatchObject([{ type: 'focus', detail: { height: 0 } }]);
});

test('the wheels of a picker-view are flat', async () => {
  const page = await phone.open('wheels');
  const heights = await page
    .locator('.item')
    .evaluateAll((items) =>
      items.map((item) => [item.getBoundingClientRect().height, getComputedStyle(item).transform]),
    );
  expect(new Set(heights.map(String)).size).toBe(1);
  expect(String(heights[0])).toMatch(/,none$/);
});

test('inertia and spring of a movable-view are one eased movement', async () => {
  await phone.open('movable');
  await phone.run('await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await drag(phone.page, 'movable', { x: 60 });
  await poll(async () => (await phone.events()).at(-1)).toMatchObject({
    type: 'change',
    detail: { source: 'friction' },
  });
  expect(await byId('movable').getAttribute('style')).toMatch(/transition: ?transform \d+ms ease-out/);
});

test('Escape is the back gesture of a page-container', async () => {
  await phone.open('half');
  await poll(() => byId('half').isVisible()).toBe(true);
  await byId('inside').focus();
  await phone.page.keyboard.press('Escape');
  await poll(() => byId('half').isVisible()).toBe(false);
});

test('the root font size is one for all open pages', async () => {
  const page = await phone.open('rooted');
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe('31px');
  await phone.run('await wx.navigateTo({ url: "/named/named" })');
  expect(await size()).toBe('31px');
});
