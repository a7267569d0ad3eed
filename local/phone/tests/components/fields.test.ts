import { byId, dataOf, eventsOf, setData, styleOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'fields');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const inner = (id: string) => byId(opened.page, id).locator('input, textarea');

describe('input', () => {
  test("sends focus, input, change, blur and confirm with WeChat's details", async () => {
    const { page } = opened;
    await byId(page, 'text').click();
    await page.keyboard.type('ab');
    await page.keyboard.press('Enter');
    const events = await waitForEvents(page, 'text', 6);
    expect(events).toMatchObject([
      { type: 'focus', detail: { value: '', height: 0 } },
      { type: 'input', detail: { value: 'a', cursor: 1, keyCode: 97 } },
      { type: 'input', detail: { value: 'ab', cursor: 2, keyCode: 98 } },
      { type: 'confirm', detail: { value: 'ab' } },
      { type: 'blur', detail: { value: 'ab' } },
      { type: 'change', detail: { value: 'ab' } },
    ]);
  });

  test('accepts at most maxlength characters, and shows what the page sets', async () => {
    await inner('text').fill('一二三四五六七八');
    expect(await inner('text').inputValue()).toHaveLength(6);
    await setData(opened.page, { text: '新的' });
    await poll(() => inner('text').inputValue()).toBe('新的');
    await setData(opened.page, { text: '' });
    await poll(() => inner('text').inputValue()).toBe('');
  });

  test("shows its placeholder in the page's style until there is text", async () => {
    const shown = byId(opened.page, 'text').locator('.wx-placeholder');
    expect(await shown.textContent()).toBe('写点什么');
    expect(
      await shown.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).fontWeight]),
    ).toEqual(['rgb(185, 22, 28)', '700']);
    await inner('text').fill('字');
    expect(await shown.isVisible()).toBe(false);
  });

  test('is bound both ways by model:value', async () => {
    await inner('model').fill('双向');
    await poll(() => byId(opened.page, 'typed').textContent()).toBe('双向');
    expect((await dataOf(opened.page))['typed']).toBe('双向');
    await setData(opened.page, { typed: '改了' });
    await poll(() => inner('model').inputValue()).toBe('改了');
  });

  test('shows what the handler of bindinput returns', async () => {
    await byId(opened.page, 'upper').click();
    await opened.page.keyboard.type('abc');
    expect(await inner('upper').inputValue()).toBe('ABC');
  });

  test('has the keyboard and the kind of its type', async () => {
    expect(await inner('number').getAttribute('inputmode')).toBe('numeric');
    expect(await inner('digit').getAttribute('inputmode')).toBe('decimal');
    expect(await inner('secret').getAttribute('type')).toBe('password');
    expect(await inner('text').getAttribute('enterkeyhint')).toBe('search');
    expect(await inner('off').isDisabled()).toBe(true);
  });

  test("offers the user's name as nickname, and fires nicknamereview", async () => {
    await inner('nickname').focus();
    await poll(() => byId(opened.page, 'nickname').locator('option').getAttribute('value')).toBe('赵慧敏');
    await inner('nickname').blur();
    expect(await waitForEvents(opened.page, 'nickname')).toMatchObject([
      { type: 'nicknamereview', detail: { pass: true, timeout: false } },
    ]);
  });

  test('has the focus and the cursor that the page sets', async () => {
    await setData(opened.page, { focus: true });
    await waitForEvents(opened.page, 'focused');
    expect(
      await inner('focused').evaluate((field) => [
        document.activeElement === field,
        (field as HTMLInputElement).selectionStart,
      ]),
    ).toEqual([true, 2]);
    await setData(opened.page, { focus: false });
    await poll(() => inner('focused').evaluate((field) => document.activeElement === field)).toBe(false);
  });

  /** Enters a field, leaves it in the same frame for a button: whether it is still on that three frames later. */
  const leftAtOnce = (id: string): Promise<boolean> =>
    inner(id).evaluate(async (field) => {
      const button = document.body.appendChild(document.createElement('button'));
      (field as HTMLElement).focus();
      button.focus();
      for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
      return document.activeElement === button;
    });

  test('does not take the focus back from where somebody went on to', async () => {
    expect(await leftAtOnce('focused')).toBe(true);
  });

  test('has the focus of itself at first, and is left like any other', async () => {
    await setData(opened.page, { auto: true });
    await poll(() => inner('auto').evaluate((field) => document.activeElement === field)).toBe(true);
    expect(await leftAtOnce('auto')).toBe(true);
  });

  test("has the height of WeChat's line, or its own", async () => {
    expect(await styleOf(opened.page, 'text', 'height')).toBe('40px');
    expect(await inner('text').evaluate((field) => getComputedStyle(field).fontSize)).toBe('16px');
  });
});

describe('textarea', () => {
  test('fires input and linechange, without a limit when maxlength is -1', async () => {
    const { page } = opened;
    await inner('area').fill('字'.repeat(200));
    expect(await inner('area').inputValue()).toHaveLength(200);
    const events = await waitForEvents(page, 'area', 2);
    expect(events.find(({ type }) => type === 'input')).toMatchObject({ detail: { cursor: 200 } });
    const lines = events.filter(({ type }) => type === 'linechange').at(-1)?.detail as {
      lineCount: number;
      height: number;
    };
    expect(lines.lineCount).toBeGreaterThan(5);
    expect(lines.height).toBeGreaterThan(60);
  });

  test('grows with its text, and shrinks', async () => {
    const height = async () => (await byId(opened.page, 'growing').boundingBox())?.height;
    await poll(height).toBe(20);
    await setData(opened.page, { long: '一\n二\n三' });
    await poll(height).toBe(60);
    await setData(opened.page, { long: '' });
    await poll(height).toBe(20);
  });

  test('confirms on Enter only when its confirm-type is another than return', async () => {
    const { page } = opened;
    await inner('area').focus();
    await page.keyboard.press('Enter');
    await inner('growing').focus();
    await page.keyboard.type('好');
    await page.keyboard.press('Enter');
    expect(await waitForEvents(page, 'growing')).toMatchObject([{ type: 'confirm', detail: { value: '好' } }]);
    expect((await eventsOf(page, 'area')).map(({ type }) => type)).not.toContain('confirm');
  });

  test("shows 完成 above a phone's keyboard", async () => {
    const touch = await openTestPage(phone, 'fields', { context: { hasTouch: true, isMobile: true } });
    await byId(touch.page, 'area').tap();
    await touch.page.keyboard.type('好');
    await touch.page.getByRole('button', { name: '完成' }).tap();
    await poll(async () => (await eventsOf(touch.page, 'area')).map(({ type }) => type)).toContain('confirm');
    await poll(() => touch.page.getByRole('button', { name: '完成' }).count()).toBe(0);
    touch.errors.expectNone();
    await touch.page.context().close();
  });
});
