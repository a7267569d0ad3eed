import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';
import { begin, failure, run } from '../support/tasks';

let phone: TestApp;
let opened: OpenedPage;

const image = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: readFileSync(join(__dirname, '..', 'app', 'images', 'wide.png')),
});

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'apis');
  await opened.page.evaluate(() => localStorage.setItem('wx:privacy:oZhao', 'agreed'));
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const press = (name: string) => opened.page.getByRole('button', { name, exact: true }).click();

/** Starts listening for the file chooser before the tap opens it. */
const choosing = (files: ReturnType<typeof image>[]) => {
  const opening = opened.page.waitForEvent('filechooser');
  return async () => (await opening).setFiles(files);
};

describe('choosing', () => {
  test('chooseMedia describes what was chosen', async () => {
    const answer = await run(
      opened.page,
      (wx) => wx.chooseMedia({ count: 2, mediaType: ['image'] }),
      choosing([image('a.png'), image('b.png'), image('c.png')]),
    );
    expect(answer).toMatchObject({
      type: 'image',
      errMsg: 'chooseMedia:ok',
      tempFiles: [
        {
          fileType: 'image',
          width: 120,
          height: 60,
          size: expect.any(Number),
          tempFilePath: expect.stringMatching(/^blob:.*#\/a\.png$/),
        },
        { fileType: 'image' },
      ],
    });
    expect((answer as { tempFiles: unknown[] }).tempFiles).toHaveLength(2);
  });

  test('chooseImage and chooseMessageFile answer in their own shapes', async () => {
    const { page } = opened;
    expect(await run(page, (wx) => wx.chooseImage({ count: 1 }), choosing([image('a.png')]))).toMatchObject({
      tempFilePaths: [expect.stringContaining('a.png')],
      tempFiles: [{ path: expect.stringContaining('a.png'), size: expect.any(Number) }],
    });
    const document = { name: '名单.xlsx', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('12345') };
    expect(
      await run(
        page,
        (wx) => wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }),
        choosing([document]),
      ),
    ).toMatchObject({
      tempFiles: [{ name: '名单.xlsx', size: 5, type: 'file', time: expect.any(Number) }],
    });
  });

  test('asks for privacy first, and fails when it is refused', async () => {
    const { page } = opened;
    await page.evaluate(() => localStorage.clear());
    expect(
      await failure(
        page,
        (wx) => wx.chooseMedia({ count: 1 }),
        () => press('拒绝'),
      ),
    ).toMatchObject({ errMsg: 'chooseMedia:fail privacy permission is not authorized' });
  });
});

describe('pictures', () => {
  test('compressImage draws it smaller', async () => {
    const answer = await run(opened.page, async (wx) => {
      const { tempFilePath } = await wx.compressImage({ src: '/images/wide.png', quality: 50, compressedWidth: 30 });
      return wx.getImageInfo({ src: tempFilePath });
    });
    expect(answer).toMatchObject({ width: 30, height: 15, type: 'jpeg', orientation: 'up' });
  });

  test('getImageInfo knows pictures of the app and fails for others', async () => {
    expect(await run(opened.page, (wx) => wx.getImageInfo({ src: '/images/tall.png' }))).toMatchObject({
      width: 40,
      height: 80,
      type: 'png',
      path: '/images/tall.png',
    });
  });

  test('previewImage shows them one at a time: buttons, arrow keys, swipe; closes on a tap', async () => {
    const { page } = opened;
    await begin(page, (wx) =>
      wx.previewImage({ urls: ['/images/wide.png', '/images/tall.png'], current: '/images/tall.png' }),
    );
    const preview = page.getByRole('dialog', { name: '预览图片' });
    const count = preview.locator('.wx-preview-count');
    await poll(() => count.textContent()).toBe('2 / 2');
    await press('上一张');
    expect(await count.textContent()).toBe('1 / 2');
    await page.keyboard.press('ArrowRight');
    expect(await count.textContent()).toBe('2 / 2');
    await page.mouse.move(100, 300);
    await page.mouse.down();
    await page.mouse.move(200, 300, { steps: 4 });
    await page.mouse.up();
    expect(await count.textContent()).toBe('1 / 2');
    await press('关闭');
    expect(await preview.count()).toBe(0);
  });

  test('previewMedia shows pictures and refuses a video', async () => {
    const { page } = opened;
    expect(await run(page, (wx) => wx.previewMedia({ sources: [{ url: '/images/wide.png' }] }))).toEqual({
      errMsg: 'previewMedia:ok',
    });
    await page.keyboard.press('Escape');
    expect(await failure(page, (wx) => wx.previewMedia({ sources: [{ url: '/a.mp4', type: 'video' }] }))).toMatchObject(
      { errMsg: expect.stringContaining('previewMedia:fail') },
    );
  });

  test('saveImageToPhotosAlbum downloads it after the album is allowed', async () => {
    const { page } = opened;
    const downloading = page.waitForEvent('download');
    expect(
      await run(
        page,
        (wx) => wx.saveImageToPhotosAlbum({ filePath: '/images/wide.png' }),
        () => press('允许'),
      ),
    ).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' });
    expect((await downloading).suggestedFilename()).toBe('wide.png');
  });

  test('shareFileMessage keeps the file under its name', async () => {
    const { page } = opened;
    const downloading = page.waitForEvent('download');
    await begin(page, (wx) => wx.shareFileMessage({ filePath: '/images/wide.png', fileName: '居民.csv' }));
    expect((await downloading).suggestedFilename()).toBe('居民.csv');
  });

  test('openDocument opens it beside the app', async () => {
    const { page } = opened;
    const popup = page.waitForEvent('popup');
    await begin(page, (wx) => wx.openDocument({ filePath: '/images/wide.png' }));
    expect((await popup).url()).toContain('/images/wide.png');
  });
});
