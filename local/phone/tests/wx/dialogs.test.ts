import { animationsEnd } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';
import { begin, failure, run } from '../support/tasks';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'apis');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const press = (name: string) => opened.page.getByRole('button', { name, exact: true }).click();
const toast = () => opened.page.locator('.wx-toast');

describe('toast and loading', () => {
  test('a toast is shown for its duration, and taps go through it', async () => {
    const { page } = opened;
    expect(await run(page, (wx) => wx.showToast({ title: '派好了', duration: 60_000 }))).toEqual({
      errMsg: 'showToast:ok',
    });
    expect(await toast().textContent()).toBe('派好了');
    expect(await toast().locator('.wx-toast-success').count()).toBe(1);
    expect(await page.locator('.wx-toast-layer').evaluate((element) => getComputedStyle(element).pointerEvents)).toBe(
      'none',
    );
    await run(page, (wx) => wx.showToast({ title: '又派好了', duration: 300 }));
    await poll(() => toast().count()).toBe(0);
  });

  test('loading is shown until it is hidden, its mask stops taps, hideToast does not hide it', async () => {
    const { page } = opened;
    await run(page, async (wx) => {
      await wx.showLoading({ title: '正在派', mask: true });
      return wx.hideToast();
    });
    expect(await toast().textContent()).toBe('正在派');
    expect(await page.locator('.wx-toast-layer').evaluate((element) => getComputedStyle(element).pointerEvents)).toBe(
      'auto',
    );
    await page.evaluate(() => (globalThis as unknown as { wx: WechatMiniprogram.Wx }).wx.hideLoading());
    await poll(() => toast().count()).toBe(0);
  });

  test('a toast without a title fails as on a phone', async () => {
    expect(await failure(opened.page, (wx) => wx.showToast({} as WechatMiniprogram.ShowToastOption))).toEqual({
      errMsg: 'showToast:fail parameter error: parameter.title should be String instead of Undefined;',
    });
  });
});

describe('modal', () => {
  test('is confirmed, cancelled and answered', async () => {
    const { page } = opened;
    expect(
      await run(
        page,
        (wx) => wx.showModal({ title: '派给他', content: '2 个人' }),
        () => press('确定'),
      ),
    ).toMatchObject({ confirm: true, cancel: false, errMsg: 'showModal:ok' });
    expect(
      await run(
        page,
        (wx) => wx.showModal({ title: '派给他', cancelText: '再想想' }),
        () => press('再想想'),
      ),
    ).toMatchObject({ confirm: false, cancel: true });
    const typed = await run(
      page,
      (wx) => wx.showModal({ title: '为什么', editable: true, placeholderText: '写一句' }),
      async () => {
        await page.getByRole('textbox', { name: '写一句' }).fill('家里没人');
        await press('确定');
      },
    );
    expect(typed).toMatchObject({ confirm: true, content: '家里没人' });
  });

  test('is used by the keyboard, whose focus stays inside and returns', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '运行' }).focus();
    const answer = await run(
      page,
      (wx) => wx.showModal({ title: '问一句' }),
      async () => {
        const focused = () => page.evaluate(() => document.activeElement?.textContent);
        await poll(focused).toBe('确定');
        await page.keyboard.press('Tab');
        expect(await focused()).toBe('取消');
        await page.keyboard.press('Tab');
        expect(await focused()).toBe('确定');
        await page.keyboard.press('Escape');
      },
    );
    expect(answer).toMatchObject({ confirm: false, cancel: true });
  });

  test('calls back success and complete instead of answering a promise', async () => {
    const answer = await run(
      opened.page,
      (wx) =>
        new Promise((resolve) => {
          const called: string[] = [];
          const result = wx.showModal({
            title: '问',
            success: () => void called.push('success'),
            fail: () => void called.push('fail'),
            complete: () => resolve({ called: [...called, 'complete'], promise: result !== undefined }),
          });
        }),
      () => press('确定'),
    );
    expect(answer).toEqual({ called: ['success', 'complete'], promise: false });
  });
});

describe('action sheet', () => {
  test('answers the tapped entry, or fails when it is cancelled', async () => {
    const { page } = opened;
    expect(
      await run(
        page,
        (wx) => wx.showActionSheet({ itemList: ['打电话', '派单'] }),
        () => press('派单'),
      ),
    ).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' });
    expect(
      await failure(
        page,
        (wx) => wx.showActionSheet({ itemList: ['打电话'] }),
        () => press('取消'),
      ),
    ).toEqual({ errMsg: 'showActionSheet:fail cancel' });
    expect(await failure(page, (wx) => wx.showActionSheet({ itemList: '1234567'.split('') }))).toMatchObject({
      errMsg: expect.stringContaining('showActionSheet:fail parameter error'),
    });
  });

  test('is opened by a finger whose own click does not close it', async () => {
    const touch = await openTestPage(phone, 'apis', { context: { hasTouch: true, isMobile: true } });
    await touch.page.evaluate(() => {
      Object.assign(globalThis, { task: (wx: WechatMiniprogram.Wx) => wx.showActionSheet({ itemList: ['甲', '乙'] }) });
    });
    await touch.page.locator('[wx-id="run"]').tap();
    await animationsEnd(touch.page);
    await touch.page.waitForTimeout(400);
    expect(await touch.page.getByRole('dialog').count()).toBe(1);
    await touch.page.getByRole('button', { name: '甲' }).tap();
    await poll(() => touch.page.getByRole('dialog').count()).toBe(0);
    await touch.page.context().close();
  });
});

test("a call is answered after its caller's code has ended", async () => {
  const order = await run(
    opened.page,
    (wx) =>
      new Promise((resolve) => {
        const order: string[] = [];
        wx.showToast({ title: '好', complete: () => resolve([...order, 'complete']) });
        wx.nextTick(() => void order.push('tick'));
        order.push('after');
      }),
  );
  expect((order as string[])[0]).toBe('after');
  expect((order as string[]).at(-1)).toBe('complete');
  await begin(opened.page, (wx) => wx.hideToast());
});
