import { byId, eventsOf, pathOf, styleOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  phone.requests.length = 0;
  opened = await openTestPage(phone, 'buttons');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const agree = () =>
  opened.page.getByRole('dialog', { name: '用户隐私保护提示' }).getByRole('button', { name: '同意' }).click();

describe('button', () => {
  test('has the styles of its type, size and state', async () => {
    const { page } = opened;
    expect(await styleOf(page, 'default', 'background-color')).toBe('rgb(248, 248, 248)');
    expect(await styleOf(page, 'primary', 'background-color')).toBe('rgb(7, 193, 96)');
    expect(await styleOf(page, 'warn', 'background-color')).toBe('rgb(230, 67, 64)');
    expect(await styleOf(page, 'disabled', 'background-color')).toBe('rgb(158, 217, 157)');
    expect(await styleOf(page, 'plain', 'background-color')).toBe('rgba(0, 0, 0, 0)');
    expect(await styleOf(page, 'plain', 'border-top-color')).toBe('rgb(7, 193, 96)');
    expect(await styleOf(page, 'mini', 'display')).toBe('inline-block');
    expect(await styleOf(page, 'mini', 'font-size')).toBe('13px');
    expect(await styleOf(page, 'default', 'font-size')).toBe('18px');
  });

  test("has other styles with app.json's style v2", async () => {
    const { page } = opened;
    await page.evaluate(() => document.body.classList.add('wx-style-v2'));
    expect(await styleOf(page, 'default', 'color')).toBe('rgb(6, 174, 86)');
    expect(await styleOf(page, 'default', 'width')).toBe('184px');
    expect(await styleOf(page, 'default', 'font-weight')).toBe('700');
    expect(await styleOf(page, 'warn', 'color')).toBe('rgb(250, 81, 81)');
    expect(await styleOf(page, 'mini', 'width')).not.toBe('184px');
  });

  test('is tapped by mouse, finger and keyboard', async () => {
    const { page } = opened;
    await byId(page, 'primary').click();
    await page.getByRole('button', { name: '主要' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press(' ');
    expect(await waitForEvents(page, 'primary', 3)).toHaveLength(3);
    const touch = await openTestPage(phone, 'buttons', { context: { hasTouch: true } });
    await byId(touch.page, 'primary').tap();
    expect(await waitForEvents(touch.page, 'primary')).toHaveLength(1);
    await touch.page.context().close();
  });

  test('gets no tap while it is disabled', async () => {
    const { page } = opened;
    await byId(page, 'disabled').click({ force: true });
    await byId(page, 'default').click();
    await waitForEvents(page, 'default');
    expect(await eventsOf(page, 'disabled')).toEqual([]);
    expect(await byId(page, 'disabled').getAttribute('aria-disabled')).toBe('true');
    expect(await byId(page, 'disabled').getAttribute('tabindex')).toBe('-1');
  });

  test("shows WeChat's hover, or its own", async () => {
    const { page } = opened;
    for (const [id, color] of [
      ['default', 'rgb(222, 222, 222)'],
      ['hovered', 'rgb(1, 2, 3)'],
    ] as const) {
      await byId(page, id).hover();
      await page.mouse.down();
      await poll(() => styleOf(page, id, 'background-color')).toBe(color);
      await page.mouse.up();
      await poll(() => styleOf(page, id, 'background-color')).toBe('rgb(248, 248, 248)');
    }
  });
});

describe('open-type', () => {
  test('getPhoneNumber asks for privacy once, then for the number, and gives a code', async () => {
    const { page } = opened;
    await byId(page, 'phone').click();
    await agree();
    const sheet = page.getByRole('dialog', { name: '申请获取并验证你的手机号' });
    await poll(() => sheet.getByLabel('手机号').inputValue()).toBe('13800000001');
    await sheet.getByRole('button', { name: '允许', exact: true }).click();
    expect(await waitForEvents(page, 'phone')).toMatchObject([
      { type: 'getphonenumber', detail: { code: 'code-1', errMsg: 'getPhoneNumber:ok' } },
    ]);
    expect(phone.requests).toContainEqual({
      path: '/local/phone-code',
      openid: 'oZhao',
      body: '{"phoneNumber":"13800000001"}',
    });
    await byId(page, 'phone').click();
    await page.getByRole('button', { name: '不允许' }).click();
    expect((await waitForEvents(page, 'phone', 2))[1]).toMatchObject({
      detail: { errMsg: 'getPhoneNumber:fail user deny' },
    });
  });

  test('getPhoneNumber fails when privacy is refused', async () => {
    await byId(opened.page, 'phone').click();
    await opened.page.getByRole('button', { name: '拒绝' }).click();
    expect(await waitForEvents(opened.page, 'phone')).toMatchObject([
      { detail: { errno: 104, errMsg: 'getPhoneNumber:fail privacy permission is not authorized' } },
    ]);
  });

  test('agreePrivacyAuthorization agrees, alone or together with another', async () => {
    const { page } = opened;
    await byId(page, 'both').click();
    await page.getByRole('button', { name: '允许', exact: true }).click();
    expect((await waitForEvents(page, 'both', 2)).map(({ type }) => type)).toEqual([
      'agreeprivacyauthorization',
      'getphonenumber',
    ]);
    await byId(page, 'agree').click();
    expect(await waitForEvents(page, 'agree')).toMatchObject([{ detail: { errMsg: 'agreePrivacyAuthorization:ok' } }]);
  });

  test("share shows the page's card", async () => {
    const { page } = opened;
    await byId(page, 'share').click();
    const card = page.getByRole('dialog', { name: '转发' });
    await poll(() => card.textContent()).toContain('一张连心卡');
    expect(await card.getByRole('link').getAttribute('href')).toContain(
      encodeURIComponent('/pages/target/target?from=share'),
    );
    await card.getByRole('button', { name: '好' }).click();
    expect(await card.count()).toBe(0);
  });

  test('contact and openSetting fire when the user comes back', async () => {
    const { page } = opened;
    await byId(page, 'contact').click();
    await page.getByRole('dialog', { name: '客服会话' }).getByRole('button', { name: '返回' }).click();
    expect(await waitForEvents(page, 'contact')).toMatchObject([
      { type: 'contact', detail: { errMsg: 'enterContact:ok' } },
    ]);
    await byId(page, 'setting').click();
    await page.getByRole('dialog', { name: '设置' }).getByRole('button', { name: '返回' }).click();
    expect(await waitForEvents(page, 'setting')).toMatchObject([{ type: 'opensetting', detail: { authSetting: {} } }]);
  });

  test('chooseAvatar gives a file that can be shown', async () => {
    const { page } = opened;
    await byId(page, 'avatar').click();
    await agree();
    await page.getByRole('button', { name: '用微信头像' }).click();
    const [chosen] = await waitForEvents(page, 'avatar');
    expect(chosen).toMatchObject({
      type: 'chooseavatar',
      detail: { avatarUrl: expect.stringMatching(/^blob:.*#\/avatar\.svg$/) },
    });
    await byId(page, 'avatar').click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '从相册选择' }).click();
    await (await choosing).setFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('x') });
    expect((await waitForEvents(page, 'avatar', 2))[1]).toMatchObject({
      detail: { avatarUrl: expect.stringMatching(/#\/me\.png$/) },
    });
  });
});

describe('navigator', () => {
  test.each([
    ['go', '/pages/target/target?from=navigator'],
    ['replace', '/pages/target/target?from=redirect'],
    ['relaunch', '/pages/target/target?from=relaunch'],
    ['tab', '/pages/content/content'],
  ])('%s leads to %s', async (id, path) => {
    await byId(opened.page, id).click();
    await poll(() => pathOf(opened.page)).toBe(path);
  });

  test('is followed by the keyboard, and back', async () => {
    const { page } = opened;
    await page.getByRole('link', { name: '去另一页' }).focus();
    await page.keyboard.press('Enter');
    await poll(() => pathOf(page)).toBe('/pages/target/target?from=navigator');
    await byId(page, 'back').click();
    await poll(() => pathOf(page)).toBe('/pages/buttons/buttons');
  });

  test('fails towards another mini-program', async () => {
    await byId(opened.page, 'other').click();
    expect(await waitForEvents(opened.page, 'other')).toMatchObject([
      { type: 'fail', detail: { errMsg: expect.stringContaining('navigateToMiniProgram:fail') } },
    ]);
  });
});
