import { byId, eventsOf, setData, styleOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'content');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

describe('view', () => {
  test('fires tap with its coordinates', async () => {
    await byId(opened.page, 'view').click({ position: { x: 5, y: 5 } });
    const [tap] = await waitForEvents(opened.page, 'view');
    expect(tap).toMatchObject({ type: 'tap', detail: { x: expect.any(Number), y: expect.any(Number) } });
  });

  test('fires longpress instead of tap for a finger that stays', async () => {
    await byId(opened.page, 'view').click({ position: { x: 5, y: 5 }, delay: 500 });
    const events = await waitForEvents(opened.page, 'view');
    expect(events.map(({ type }) => type)).toEqual(['longpress']);
  });

  test('shows hover-class while it is pressed, and not around a child that stops it', async () => {
    const { page } = opened;
    const inner = await byId(page, 'inner').boundingBox();
    const outer = await byId(page, 'view').boundingBox();
    await page.mouse.move((outer?.x ?? 0) + 4, (outer?.y ?? 0) + 4);
    await page.mouse.down();
    await poll(() => styleOf(page, 'view', 'background-color')).toBe('rgb(200, 220, 240)');
    await page.mouse.up();
    await poll(() => styleOf(page, 'view', 'background-color')).toBe('rgba(0, 0, 0, 0)');
    await page.mouse.move((inner?.x ?? 0) + 4, (inner?.y ?? 0) + 4);
    await page.mouse.down();
    await poll(() => styleOf(page, 'inner', 'background-color')).toBe('rgb(200, 220, 240)');
    expect(await styleOf(page, 'view', 'background-color')).toBe('rgba(0, 0, 0, 0)');
    await page.mouse.up();
  });

  test('is hidden by its attribute', async () => {
    expect(await styleOf(opened.page, 'hidden', 'display')).toBe('none');
  });

  test('with a role is focused and tapped by the keyboard', async () => {
    const box = opened.page.getByRole('button', { name: '像按钮的盒子' });
    await box.focus();
    await opened.page.keyboard.press('Enter');
    await opened.page.keyboard.press(' ');
    expect(await waitForEvents(opened.page, 'role', 2)).toHaveLength(2);
  });
});

describe('propagation of a tap', () => {
  test('catch stops it, mut-bind is called once, capture comes first', async () => {
    const { page } = opened;
    await byId(page, 'caught').click();
    await byId(page, 'mut').click();
    await byId(page, 'captured').click();
    await waitForEvents(page, 'target');
    expect((await eventsOf(page)).filter(({ type }) => type === 'tap').map(({ name }) => name)).toEqual([
      'caught',
      'mut-inner',
      'outer',
      'capture',
      'target',
    ]);
  });
});

describe('text', () => {
  test('preserves line breaks, and spaces with the attribute space', async () => {
    const { page } = opened;
    expect(await styleOf(page, 'plain', 'white-space-collapse')).toBe('preserve-breaks');
    expect(await byId(page, 'spaces').textContent()).toBe('一\u2002二');
    expect(await byId(page, 'decoded').textContent()).toContain('1 < 2 && 3 > 2');
  });

  test('is selectable only with user-select', async () => {
    expect(await styleOf(opened.page, 'select', 'user-select')).toBe('text');
    expect(await styleOf(opened.page, 'plain', 'user-select')).not.toBe('text');
  });
});

describe('image', () => {
  test('fires load with its size', async () => {
    const { page } = opened;
    expect(await waitForEvents(page, 'fill')).toMatchObject([{ type: 'load', detail: { width: 120, height: 60 } }]);
  });

  test('fails when there is no such file', async () => {
    const broken = await openTestPage(phone, 'content', { expected: [/Failed to load resource/] });
    await setData(broken.page, { broken: true });
    expect(await waitForEvents(broken.page, 'broken')).toMatchObject([
      { type: 'error', detail: { errMsg: expect.stringContaining('/images/none.png') } },
    ]);
    expect(await byId(broken.page, 'broken').locator('img').isVisible()).toBe(false);
    await broken.page.context().close();
  });

  test('fits its box by its mode', async () => {
    const fit = (id: string) =>
      byId(opened.page, id)
        .locator('img')
        .evaluate((image) => [getComputedStyle(image).objectFit, getComputedStyle(image).objectPosition]);
    expect(await fit('fill')).toEqual(['fill', '50% 50%']);
    expect(await fit('fit')).toEqual(['contain', '50% 50%']);
    expect(await fit('cover')).toEqual(['cover', '50% 50%']);
    expect(await fit('topleft')).toEqual(['none', '0% 0%']);
  });

  test('has the proportions of the picture with widthFix and heightFix', async () => {
    const { page } = opened;
    await page.waitForFunction(() =>
      [...document.querySelectorAll('wx-image img')].every((image) => (image as HTMLImageElement).complete),
    );
    const size = async (id: string) => {
      const box = await byId(page, id).boundingBox();
      return [box?.width, box?.height];
    };
    expect(await size('width')).toEqual([90, 45]);
    expect(await size('height')).toEqual([60, 30]);
  });

  test('shows a file of the cloud storage', async () => {
    expect(await waitForEvents(opened.page, 'stored')).toMatchObject([
      { type: 'load', detail: { width: 9, height: 9 } },
    ]);
  });

  test('can be saved from its menu after a long press', async () => {
    const { page } = opened;
    await byId(page, 'cover').click({ delay: 500 });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存图片' }).click();
    expect((await downloading).suggestedFilename()).toBe('wide.png');
  });

  test('loads late with lazy-load, and has a name or none', async () => {
    expect(await byId(opened.page, 'lazy').locator('img').getAttribute('loading')).toBe('lazy');
    expect(await byId(opened.page, 'fill').locator('img').getAttribute('alt')).toBe('绿色的牌子');
    expect(await byId(opened.page, 'fit').locator('img').getAttribute('alt')).toBe('');
  });
});

describe('progress and icon', () => {
  test('progress has its width, height and percentage', async () => {
    const progress = byId(opened.page, 'progress');
    expect(await progress.getAttribute('aria-valuenow')).toBe('35');
    expect(await progress.textContent()).toContain('35%');
    const bar = await progress.locator('.wx-progress-bar').boundingBox();
    const track = await progress.locator('.wx-progress-track').boundingBox();
    expect((bar?.width ?? 0) / (track?.width ?? 1)).toBeCloseTo(0.35, 2);
    expect(bar?.height).toBe(8);
  });

  test('an active progress runs to its value and fires activeend', async () => {
    expect(await waitForEvents(opened.page, 'moving')).toMatchObject([
      { type: 'activeend', detail: { curPercent: 60 } },
    ]);
  });

  test("icon has WeChat's size, or its own, and a name if it is given one", async () => {
    expect((await byId(opened.page, 'icon').boundingBox())?.width).toBe(23);
    const named = opened.page.getByRole('img', { name: '办好了' });
    expect((await named.boundingBox())?.width).toBe(40);
  });
});

describe('rich-text', () => {
  test("draws nodes in the page's own classes, with rpx, and no script", async () => {
    const rich = byId(opened.page, 'rich');
    expect(await rich.locator('h2').textContent()).toBe('标题 <一>');
    expect(await rich.locator('h2').evaluate((title) => getComputedStyle(title).color)).toBe('rgb(106, 75, 156)');
    expect(await rich.locator('p').evaluate((line) => getComputedStyle(line).paddingLeft)).toBe('10px');
    expect(await rich.locator('script').count()).toBe(0);
  });

  test('draws markup without anything that runs', async () => {
    const markup = byId(opened.page, 'markup');
    expect(await markup.textContent()).toBe('甲\u00a0乙链');
    expect(await markup.innerHTML()).not.toMatch(/onclick|onerror|javascript|script/);
    await markup.click();
    expect(await opened.page.evaluate(() => 'broken' in globalThis)).toBe(false);
  });
});
