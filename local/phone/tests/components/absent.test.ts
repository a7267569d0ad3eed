import { registeredTags } from '../../browser/builtin';
import { builtinTags, absentTags } from '../../browser/builtin/names';
import { wxNames } from '../../browser/wx/names';
import { openTestPage, startTestApp, type TestApp } from '../support/test-app';

let phone: TestApp;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());

test('an absent component shows a placeholder and is logged', async () => {
  const { page, errors } = await openTestPage(phone, 'absent');
  expect(await page.locator('wx-camera').textContent()).toContain('<camera>');
  expect((await page.locator('wx-camera').boundingBox())?.height).toBeGreaterThan(40);
  expect(() => errors.expectNone()).toThrow('<camera> is not available');
  await page.context().close();
});

test('the list of tags is what is registered', () => {
  expect([...registeredTags].sort()).toEqual([...builtinTags, ...absentTags].sort());
});

test('the list of wx is what wx has', async () => {
  const { page } = await openTestPage(phone, 'target');
  const names = await page.evaluate(() => {
    const { wx } = globalThis as unknown as { wx: Record<string, unknown> & { cloud: object } };
    return [...Object.keys(wx), ...Object.keys(wx.cloud).map((name) => `cloud.${name}`)];
  });
  expect(names.sort()).toEqual([...wxNames].sort());
  await page.context().close();
});

test('an absent name of wx reads as undefined, is logged once, and cannot be called', async () => {
  const { page } = await openTestPage(phone, 'target');
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const result = await page.evaluate(() => {
    const { wx } = globalThis as unknown as { wx: Record<string, () => void> };
    const probe = wx['createLivePlayerContext'] === undefined;
    try {
      wx['createLivePlayerContext']?.call(wx);
      // as a page would: without a question mark
      (wx as Record<string, never> & { createLivePlayerContext(): void }).createLivePlayerContext();
      return { probe, message: '' };
    } catch (error) {
      return { probe, message: (error as Error).message };
    }
  });
  expect(result).toEqual({
    probe: true,
    message: expect.stringContaining('createLivePlayerContext is not a function'),
  });
  expect(warnings).toEqual(['wx.createLivePlayerContext is not available in the browser']);
  await page.context().close();
});
