import { changeSettings } from '../support/inspect';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';
import { failure, run } from '../support/tasks';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  phone.requests.length = 0;
  opened = await openTestPage(phone, 'apis', { expected: [/500 \(Internal Server Error\)/] });
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

describe('cloud.callFunction', () => {
  test("sends the event as the phone's user", async () => {
    const answer = await run(opened.page, (wx) => {
      wx.cloud.init({ env: 'x' });
      return wx.cloud.callFunction({ name: 'api', data: { name: 'order.list', input: { page: 1 } } });
    });
    expect(answer).toMatchObject({
      result: { event: { name: 'order.list', input: { page: 1 } }, openid: 'oZhao' },
      errMsg: 'cloud.callFunction:ok',
      requestID: expect.any(String),
    });
    expect(phone.requests).toMatchObject([{ path: '/local/functions/api', openid: 'oZhao' }]);
  });

  test("fails with WeChat's errCode and errMsg", async () => {
    const { page } = opened;
    expect(await failure(page, (wx) => wx.cloud.callFunction({ name: 'broken' }))).toEqual({
      errCode: -504_002,
      errMsg: 'cloud.callFunction:fail functions execute fail',
    });
    await changeSettings(page, { network: 'off' });
    expect(await failure(page, (wx) => wx.cloud.callFunction({ name: 'api' }))).toMatchObject({
      errCode: -601_003,
      errMsg: expect.stringMatching(/^cloud\.callFunction:fail/),
    });
  });

  test('accepts at most 100 KB in one call, and sends nothing of a larger one', async () => {
    const sent = await failure(opened.page, (wx) =>
      wx.cloud.callFunction({ name: 'api', data: { words: '字'.repeat(40_000) } }),
    );
    expect(sent).toMatchObject({ errMsg: expect.stringMatching(/^cloud\.callFunction:fail data exceed max size/) });
    expect(phone.requests).toEqual([]);
  });

  test('calls back as well', async () => {
    const answer = await run(
      opened.page,
      (wx) =>
        new Promise((resolve) => {
          wx.cloud.callFunction({ name: 'api', data: { a: 1 }, success: ({ result }) => resolve(result) });
        }),
    );
    expect(answer).toMatchObject({ event: { a: 1 } });
  });
});

describe('cloud files', () => {
  test('are uploaded with a progress, addressed, downloaded and deleted', async () => {
    const answer = await run(opened.page, async (wx) => {
      const path = `${wx.env.USER_DATA_PATH}/a.txt`;
      wx.getFileSystemManager().writeFileSync(path, '照片', 'utf8');
      const { savedFilePath } = await new Promise<{ savedFilePath: string }>((resolve, reject) =>
        wx.getFileSystemManager().saveFile({ tempFilePath: path, success: resolve, fail: reject }),
      );
      const progress: number[] = [];
      const fileID = await new Promise<string>((resolve, reject) => {
        const task = wx.cloud.uploadFile({
          cloudPath: 'orders/7/a.png',
          filePath: '/images/wide.png',
          success: (result) => resolve(result.fileID),
          fail: reject,
        });
        task.onProgressUpdate((update) => void progress.push(update.progress));
      });
      const { fileList } = await wx.cloud.getTempFileURL({ fileList: [fileID] });
      const { tempFilePath, statusCode } = await wx.cloud.downloadFile({ fileID });
      const { width } = await wx.getImageInfo({ src: tempFilePath });
      const deleted = await wx.cloud.deleteFile({ fileList: [fileID] });
      return {
        saved: savedFilePath.startsWith('wxfile://usr/'),
        last: progress.at(-1),
        fileID,
        address: fileList[0]?.tempFileURL,
        statusCode,
        width,
        deleted: deleted.fileList[0]?.status,
      };
    });
    expect(answer).toEqual({
      saved: true,
      last: 100,
      fileID: 'cloud://local/orders/7/a.png',
      address: `${phone.url}/stored/a.png`,
      statusCode: 200,
      width: 9,
      deleted: 0,
    });
    expect(phone.requests.map(({ path }) => path)).toContain('/local/files/orders/7/a.png');
    expect(phone.requests.every(({ openid }) => openid === 'oZhao')).toBe(true);
  });

  test('fail without a network', async () => {
    await changeSettings(opened.page, { network: 'off' });
    expect(
      await failure(opened.page, (wx) => wx.cloud.uploadFile({ cloudPath: 'a.png', filePath: '/images/wide.png' })),
    ).toMatchObject({ errMsg: expect.stringMatching(/^cloud\.uploadFile:fail/) });
  });
});

describe('network', () => {
  test('has the type that is set, and reports a change', async () => {
    const { page } = opened;
    const before = await run(page, (wx) => {
      const networkChanges: unknown[] = [];
      Object.assign(globalThis, { networkChanges });
      wx.onNetworkStatusChange((status) => void networkChanges.push(status));
      return wx.getNetworkType();
    });
    expect(before).toMatchObject({ networkType: 'wifi', errMsg: 'getNetworkType:ok' });
    await changeSettings(page, { network: 'off' });
    await changeSettings(page, { network: 'slow', slowDelayMs: 1 });
    expect(await page.evaluate(() => (globalThis as unknown as { networkChanges: unknown[] }).networkChanges)).toEqual([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: '3g' },
    ]);
    expect(
      await run(page, async (wx) => {
        wx.offNetworkStatusChange();
        return wx.getNetworkType();
      }),
    ).toMatchObject({ networkType: '3g', weakNet: true });
  });
});
