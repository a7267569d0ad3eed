import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';
import { failure, run } from '../support/tasks';

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

describe('storage', () => {
  test('stores data of every kind, by both forms of the calls', async () => {
    const answer = await run(opened.page, async (wx) => {
      wx.setStorageSync('order', { id: 7, tags: ['水', '电'] });
      await wx.setStorage({ key: 'count', data: 3 });
      const both = [
        wx.getStorageSync('order') as unknown,
        (await wx.getStorage({ key: 'count' })).data as unknown,
        wx.getStorageSync('none') as unknown,
      ];
      const { keys } = wx.getStorageInfoSync();
      wx.removeStorageSync('order');
      await wx.removeStorage({ key: 'count' });
      return { both, keys: keys.sort(), left: wx.getStorageInfoSync().keys, limit: wx.getStorageInfoSync().limitSize };
    });
    expect(answer).toEqual({
      both: [{ id: 7, tags: ['水', '电'] }, 3, ''],
      keys: ['count', 'order'],
      left: [],
      limit: 10_240,
    });
  });

  test('fails where WeChat fails', async () => {
    const { page } = opened;
    expect(await failure(page, (wx) => wx.getStorage({ key: 'none' }))).toEqual({
      errMsg: 'getStorage:fail data not found',
    });
    expect(await failure(page, (wx) => wx.setStorage({ key: 'big', data: 'x'.repeat(1024 * 1024) }))).toEqual({
      errMsg: 'setStorage:fail entry size limit reached',
    });
    const full = await failure(page, async (wx) => {
      for (let index = 0; index < 12; index += 1)
        await wx.setStorage({ key: `part${index}`, data: 'x'.repeat(1000 * 1000) });
    });
    expect(full).toEqual({ errMsg: 'setStorage:fail exceed storage max size 10Mb' });
  });

  test('is separate for each user and survives a reload', async () => {
    const { page } = opened;
    await run(page, (wx) => wx.setStorageSync('mine', '赵'));
    await page.evaluate(() =>
      (globalThis as unknown as { __lianxin: { changeSettings(change: object): void } }).__lianxin.changeSettings({
        openid: 'oLi',
      }),
    );
    expect(
      await page.evaluate(
        () => (globalThis as unknown as { wx: WechatMiniprogram.Wx }).wx.getStorageSync('mine') as string,
      ),
    ).toBe('');
    await page.evaluate(() =>
      (globalThis as unknown as { __lianxin: { changeSettings(change: object): void } }).__lianxin.changeSettings({
        openid: 'oZhao',
      }),
    );
    await page.reload();
    await page.waitForFunction(() => (globalThis as { __lianxin?: { ready: boolean } }).__lianxin?.ready === true);
    expect(await run(page, (wx) => wx.getStorageSync('mine') as string)).toBe('赵');
  });
});

describe('files', () => {
  test("are written, read, listed and removed in the user's folder", async () => {
    const answer = await run(opened.page, async (wx) => {
      const system = wx.getFileSystemManager();
      const folder = `${wx.env.USER_DATA_PATH}/notes`;
      system.mkdirSync(folder, true);
      system.writeFileSync(`${folder}/a.txt`, '你好', 'utf8');
      system.appendFileSync(`${folder}/a.txt`, '，连心', 'utf8');
      const text = system.readFileSync(`${folder}/a.txt`, 'utf8');
      const names = system.readdirSync(folder);
      const { size } = system.statSync(`${folder}/a.txt`) as WechatMiniprogram.Stats;
      await new Promise((resolve) =>
        system.copyFile({ srcPath: `${folder}/a.txt`, destPath: `${folder}/b.txt`, success: resolve }),
      );
      const hex = system.readFileSync(`${folder}/b.txt`, 'hex');
      system.unlinkSync(`${folder}/a.txt`);
      let missing = '';
      try {
        system.accessSync(`${folder}/a.txt`);
      } catch (error) {
        missing = (error as Error).message;
      }
      return { text, names, size, hex: String(hex).slice(0, 6), missing };
    });
    expect(answer).toEqual({
      text: '你好，连心',
      names: ['a.txt'],
      size: 15,
      hex: 'e4bda0',
      missing: expect.stringContaining('accessSync:fail no such file or directory'),
    });
  });

  test('are shown and uploaded, and survive a reload', async () => {
    const { page } = opened;
    const saved = (await run(page, async (wx) => {
      const { savedFilePath } = await new Promise<{ savedFilePath: string }>((resolve, reject) =>
        wx.getFileSystemManager().saveFile({ tempFilePath: '/images/wide.png', success: resolve, fail: reject }),
      );
      return { path: savedFilePath, width: (await wx.getImageInfo({ src: savedFilePath })).width };
    })) as { path: string; width: number };
    expect(saved.width).toBeGreaterThan(1);
    await page.reload();
    await page.waitForFunction(() => (globalThis as { __lianxin?: { ready: boolean } }).__lianxin?.ready === true);
    await page.evaluate((path) => {
      (globalThis as { savedPath?: string }).savedPath = path;
    }, saved.path);
    const again = await run(page, async (wx) => {
      const path = (globalThis as unknown as { savedPath: string }).savedPath;
      const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'photos/kept.png', filePath: path });
      const { width } = await wx.getImageInfo({ src: path });
      const names = wx.getFileSystemManager().readdirSync(wx.env.USER_DATA_PATH);
      wx.getFileSystemManager().unlinkSync(path);
      return {
        fileID,
        width,
        names: names.length,
        left: wx.getFileSystemManager().readdirSync(wx.env.USER_DATA_PATH).length,
      };
    });
    expect(again).toEqual({ fileID: 'cloud://local/photos/kept.png', width: saved.width, names: 1, left: 0 });
  });

  test('of the app can be read, with and without waiting', async () => {
    const answer = await run(opened.page, async (wx) => {
      const system = wx.getFileSystemManager();
      const { data } = await new Promise<{ data: ArrayBuffer }>((resolve, reject) =>
        system.readFile({
          filePath: '/images/wide.png',
          success: (result) => resolve(result as { data: ArrayBuffer }),
          fail: reject,
        }),
      );
      const same = system.readFileSync('/images/wide.png') as ArrayBuffer;
      return { start: wx.arrayBufferToBase64(data.slice(0, 6)), equal: data.byteLength === same.byteLength };
    });
    expect(answer).toEqual({ start: 'iVBORw0K', equal: true });
  });

  test("outside of the user's folder are not written", async () => {
    expect(
      await failure(opened.page, (wx) => wx.getFileSystemManager().writeFileSync('/images/x.txt', 'x', 'utf8')),
    ).toEqual({
      message: expect.stringContaining('writeFileSync:fail permission denied'),
    });
  });
});

test('base64 goes both ways', async () => {
  expect(await run(opened.page, (wx) => wx.arrayBufferToBase64(wx.base64ToArrayBuffer('6L+e5b+D')))).toBe('6L+e5b+D');
});
