import { drag } from '../support/gestures';
import { byId, dataOf, eventsOf, setData, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'form');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const initial = {
  name: '赵慧敏',
  words: '你好',
  checks: ['a'],
  radios: 'a',
  switch: true,
  ticked: false,
  slider: 4,
  picker: '1',
  rating: 3,
};

describe('form', () => {
  test('submits what its named fields hold', async () => {
    const { page } = opened;
    await byId(page, 'submit').click();
    const [sent] = await waitForEvents(page, 'form');
    expect(sent).toMatchObject({ type: 'submit' });
    expect((sent?.detail as { value: object }).value).toEqual({ ...initial, picker: expect.anything() });
  });

  test('is submitted by the keyboard, and reset to its first values', async () => {
    const { page } = opened;
    await byId(page, 'name').locator('input').fill('李建国');
    await byId(page, 'check-b').click();
    await byId(page, 'radio-b').click();
    await byId(page, 'switch').click();
    await page.locator('[wx-id="rating"]').click();
    await byId(page, 'submit').focus();
    await page.keyboard.press('Enter');
    const [changed] = await waitForEvents(page, 'form');
    expect(changed?.detail).toMatchObject({
      value: { name: '李建国', checks: ['a', 'b'], radios: 'b', switch: false, rating: 4 },
    });
    await byId(page, 'reset').click();
    expect((await waitForEvents(page, 'form', 2))[1]).toMatchObject({ type: 'reset' });
    await byId(page, 'submit').click();
    expect(((await waitForEvents(page, 'form', 3))[2]?.detail as { value: object }).value).toMatchObject({
      name: '赵慧敏',
      checks: ['a'],
      radios: 'a',
      switch: true,
      slider: 4,
    });
  });
});

describe('checkbox and radio', () => {
  test('a group fires change with the values of its ticked boxes', async () => {
    const { page } = opened;
    await page.getByRole('checkbox', { name: '乙' }).click();
    await page.getByRole('checkbox', { name: '甲' }).focus();
    await page.keyboard.press(' ');
    expect((await waitForEvents(page, 'checks', 2)).map(({ detail }) => detail)).toEqual([
      { value: ['a', 'b'] },
      { value: ['b'] },
    ]);
    await byId(page, 'check-c').click({ force: true });
    expect(await byId(page, 'check-c').getAttribute('aria-checked')).toBe('false');
  });

  test('one radio of a group is chosen, by tap or arrow key', async () => {
    const { page } = opened;
    await page.getByRole('radio', { name: '乙' }).click();
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: '乙' }).focus();
    await page.keyboard.press('ArrowUp');
    expect((await waitForEvents(page, 'radios', 2)).map(({ detail }) => detail)).toEqual([
      { value: 'b' },
      { value: 'a' },
    ]);
    expect(await byId(page, 'radio-b').getAttribute('aria-checked')).toBe('false');
  });
});

describe('switch', () => {
  test('is green, toggles by tap and keyboard, and by the label around it', async () => {
    const { page } = opened;
    const track = byId(page, 'switch').locator('.wx-switch-track');
    expect(await track.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(4, 190, 2)');
    const named = page.getByRole('switch', { name: '开关' });
    await named.click();
    await named.focus();
    await page.keyboard.press(' ');
    await byId(page, 'label').click({ position: { x: 80, y: 16 } });
    expect((await waitForEvents(page, 'switch', 3)).map(({ detail }) => detail)).toEqual([
      { value: false },
      { value: true },
      { value: false },
    ]);
  });

  test('is bound both ways by model:checked', async () => {
    const { page } = opened;
    await byId(page, 'model').click();
    await poll(() => byId(page, 'on').textContent()).toBe('开');
    await setData(page, { on: false });
    await poll(() => byId(page, 'model').getAttribute('aria-checked')).toBe('false');
    expect((await dataOf(page))['on']).toBe(false);
  });
});

describe('slider', () => {
  test('goes in its steps by drag, tap and arrow key', async () => {
    const { page } = opened;
    const block = byId(page, 'slider').locator('.wx-slider-block');
    const box = await block.boundingBox();
    const track = await byId(page, 'slider').locator('.wx-slider-track').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 14, (box?.y ?? 0) + 14);
    await page.mouse.down();
    await page.mouse.move((track?.x ?? 0) + (track?.width ?? 0) * 0.62, box?.y ?? 0, { steps: 4 });
    await page.mouse.move((track?.x ?? 0) + (track?.width ?? 0) * 0.79, box?.y ?? 0, { steps: 4 });
    await page.mouse.up();
    const events = await waitForEvents(page, 'slider', 3);
    expect(events.map(({ type }) => type)).toEqual(['changing', 'changing', 'change']);
    expect(events.at(-1)?.detail).toEqual({ value: 8 });
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    expect((await waitForEvents(page, 'slider', 5)).slice(3).map(({ detail }) => detail)).toEqual([
      { value: 10 },
      { value: 0 },
    ]);
    expect(await byId(page, 'slider').locator('.wx-slider-value').textContent()).toBe('0');
  });
});

describe('label', () => {
  test('ticks the control that `for` names', async () => {
    await byId(opened.page, 'for').click();
    expect(await waitForEvents(opened.page, 'far')).toMatchObject([{ detail: { value: ['far'] } }]);
    expect(await opened.page.getByRole('checkbox', { name: '点这里勾选远处的' }).count()).toBe(1);
  });

  test('focuses the input inside it, and names it', async () => {
    const { page } = opened;
    await byId(page, 'naming').getByText('姓名').click();
    await poll(() =>
      byId(page, 'named')
        .locator('input')
        .evaluate((field) => document.activeElement === field),
    ).toBe(true);
    expect(await page.getByRole('textbox', { name: '姓名' }).count()).toBeGreaterThan(0);
    expect(await eventsOf(page)).toEqual([]);
  });

  test('does not tap twice when its control is tapped itself', async () => {
    await byId(opened.page, 'switch').click();
    expect(await waitForEvents(opened.page, 'switch')).toHaveLength(1);
    await drag(opened.page, 'switch', { x: 40 });
    expect(await eventsOf(opened.page, 'switch')).toHaveLength(1);
  });
});
