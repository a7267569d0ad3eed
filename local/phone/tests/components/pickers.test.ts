import type { Page } from 'playwright-core';
import { drag } from '../support/gestures';
import { animationsEnd, byId, eventsOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'pickers');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const confirm = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
const column = (page: Page, name: string) => page.getByRole('dialog').getByRole('spinbutton', { name, exact: true });
const shown = (page: Page, name: string): Promise<string | null> => column(page, name).getAttribute('aria-valuetext');

async function turn(page: Page, name: string, keys: readonly string[]): Promise<void> {
  await column(page, name).focus();
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(300);
}

describe('picker of one column', () => {
  test('is opened by tap, turned by the mouse and confirmed', async () => {
    const { page } = opened;
    await byId(page, 'selector').click();
    await animationsEnd(page);
    const wheel = await column(page, '派给谁').boundingBox();
    const [x, y] = [(wheel?.x ?? 0) + 100, (wheel?.y ?? 0) + 132];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const step of [20, 40, 60, 80, 88]) await page.mouse.move(x, y - step);
    await page.waitForTimeout(80);
    await page.mouse.move(x, y - 88);
    await page.mouse.up();
    await poll(() => shown(page, '派给谁')).toBe('王秀兰');
    await confirm(page);
    expect(await waitForEvents(page, 'selector')).toMatchObject([{ type: 'change', detail: { value: 2 } }]);
  });

  test('is used by the keyboard alone', async () => {
    const { page } = opened;
    await byId(page, 'selector').focus();
    await page.keyboard.press('Enter');
    await poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('spinbutton');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await waitForEvents(page, 'selector')).toMatchObject([{ type: 'change', detail: { value: 1 } }]);
    expect(await byId(page, 'selector').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('is cancelled by its button, beside it, and by Escape', async () => {
    const { page } = opened;
    await byId(page, 'selector').click();
    await page.getByRole('button', { name: '取消' }).click();
    await byId(page, 'selector').click();
    await page.keyboard.press('Escape');
    await byId(page, 'selector').click();
    await page.mouse.click(100, 60);
    expect((await waitForEvents(page, 'selector', 3)).map(({ type }) => type)).toEqual(['cancel', 'cancel', 'cancel']);
  });

  test('opens and turns under a finger', async () => {
    const touch = await openTestPage(phone, 'pickers', { context: { hasTouch: true, isMobile: true } });
    await byId(touch.page, 'selector').tap();
    await animationsEnd(touch.page);
    const wheel = await column(touch.page, '派给谁').boundingBox();
    await touch.page.touchscreen.tap((wheel?.x ?? 0) + 100, (wheel?.y ?? 0) + 132 + 44);
    await poll(() => shown(touch.page, '派给谁')).toBe('李建国');
    await touch.page.getByRole('button', { name: '确定' }).tap();
    expect(await waitForEvents(touch.page, 'selector')).toMatchObject([{ type: 'change', detail: { value: 1 } }]);
    touch.errors.expectNone();
    await touch.page.context().close();
  });

  test('does not open when it is disabled', async () => {
    await byId(opened.page, 'off').click({ force: true });
    expect(await opened.page.getByRole('dialog').count()).toBe(0);
  });
});

describe('other modes', () => {
  test('multiSelector fires columnchange and shows new columns of the page', async () => {
    const { page } = opened;
    await byId(page, 'multi').click();
    await turn(page, '第 1 列', ['ArrowDown']);
    await poll(() => shown(page, '第 2 列')).toBe('西堡');
    await turn(page, '第 2 列', ['ArrowDown', 'ArrowDown']);
    await confirm(page);
    const events = await waitForEvents(page, 'multi', 3);
    expect(events[0]).toMatchObject({ type: 'columnchange', detail: { column: 0, value: 1 } });
    expect(events.at(-1)).toMatchObject({ type: 'change', detail: { value: [1, 2] } });
  });

  test('time stays between start and end', async () => {
    const { page } = opened;
    await byId(page, 'time').click();
    expect([await shown(page, '时'), await shown(page, '分')]).toEqual(['09', '30']);
    await turn(page, '时', ['Home']);
    await poll(() => shown(page, '分')).toBe('30');
    await turn(page, '分', ['Home']);
    await confirm(page);
    expect(await waitForEvents(page, 'time')).toMatchObject([{ type: 'change', detail: { value: '08:15' } }]);
  });

  test('date shortens its months and stays between start and end', async () => {
    const { page } = opened;
    await byId(page, 'date').click();
    expect(await Promise.all(['年', '月', '日'].map((name) => shown(page, name)))).toEqual(['2026年', '1月', '31日']);
    await turn(page, '月', ['ArrowDown']);
    await poll(() => shown(page, '日')).toBe('28日');
    await turn(page, '年', ['Home']);
    await poll(() => shown(page, '月')).toBe('3月');
    await confirm(page);
    expect(await waitForEvents(page, 'date')).toMatchObject([{ type: 'change', detail: { value: '2025-03-10' } }]);
  });

  test('date with fields month gives a month', async () => {
    const { page } = opened;
    await byId(page, 'month').click();
    await turn(page, '月', ['ArrowDown', 'ArrowDown']);
    await confirm(page);
    expect(await waitForEvents(page, 'month')).toMatchObject([{ type: 'change', detail: { value: '2026-03' } }]);
  });

  test('region knows provinces, cities and districts with their codes', async () => {
    const { page } = opened;
    await byId(page, 'region').click();
    await poll(() => shown(page, '区县')).toBe('迎泽区');
    await turn(page, '区县', ['ArrowDown']);
    await confirm(page);
    expect(await waitForEvents(page, 'region')).toMatchObject([
      { type: 'change', detail: { value: ['山西省', '太原市', '杏花岭区'], code: ['140000', '140100', '140107'] } },
    ]);
    await byId(page, 'region').click();
    await turn(page, '省', ['Home']);
    await poll(() => shown(page, '区县')).toBe('东城区');
  });
});

describe('picker-view', () => {
  const wheel = (page: Page, index: number) => byId(page, 'wheels').locator('wx-picker-view-column').nth(index);

  test('shows the chosen items in the frame that the page styles', async () => {
    const { page } = opened;
    await poll(() => wheel(page, 0).getAttribute('aria-valuetext')).toBe('2026年');
    const frame = await byId(page, 'wheels').locator('.wx-picker-indicator').boundingBox();
    const item = await wheel(page, 1).getByText('3月').boundingBox();
    expect(frame?.height).toBe(40);
    expect(item?.y).toBeCloseTo(frame?.y ?? 0, 0);
    expect(
      await byId(page, 'wheels')
        .locator('.wx-picker-indicator')
        .evaluate((element) => getComputedStyle(element).backgroundColor),
    ).toBe('rgba(185, 22, 28, 0.1)');
  });

  test('is turned by keyboard and drag, and fires start, change and end', async () => {
    const { page } = opened;
    await wheel(page, 1).focus();
    await page.keyboard.press('ArrowDown');
    expect(await waitForEvents(page, 'wheels', 3)).toMatchObject([
      { type: 'pickstart' },
      { type: 'change', detail: { value: [1, 3] } },
      { type: 'pickend' },
    ]);
    await drag(page, 'wheels', { x: 0, y: 0 });
    const box = await wheel(page, 0).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 100];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const step of [10, 25, 40]) await page.mouse.move(x, y + step);
    await page.waitForTimeout(80);
    await page.mouse.move(x, y + 40);
    await page.mouse.up();
    await poll(
      async () => (await eventsOf(page, 'wheels')).filter(({ type }) => type === 'change').at(-1)?.detail,
    ).toEqual({ value: [0, 3] });
  });

  test('has names for a screen reader', async () => {
    expect(await wheel(opened.page, 0).getAttribute('aria-label')).toBe('第 1 列');
    expect(await wheel(opened.page, 1).getAttribute('aria-label')).toBe('月份');
  });
});
