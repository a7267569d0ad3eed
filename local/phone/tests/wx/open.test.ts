import { byId, waitForEvents } from '../support/inspect';
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
  phone.requests.length = 0;
  opened = await openTestPage(phone, 'apis');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const press = (name: string) => opened.page.getByRole('button', { name, exact: true }).click();

describe('privacy', () => {
  test("is asked once, in WeChat's own window", async () => {
    const { page } = opened;
    expect(await run(page, (wx) => wx.getPrivacySetting({}))).toMatchObject({
      needAuthorization: true,
      privacyContractName: expect.stringContaining('隐私'),
    });
    expect(
      await failure(
        page,
        (wx) => wx.requirePrivacyAuthorize({}),
        () => press('拒绝'),
      ),
    ).toMatchObject({ errno: 104, errMsg: expect.stringContaining('requirePrivacyAuthorize:fail') });
    expect(
      await run(
        page,
        (wx) => wx.requirePrivacyAuthorize({}),
        () => press('同意'),
      ),
    ).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
    expect(await run(page, (wx) => wx.getPrivacySetting({}))).toMatchObject({ needAuthorization: false });
  });

  test('is asked by a page that listens', async () => {
    const { page } = opened;
    const referrer = await run(page, async (wx) => {
      let api = '';
      const listen = wx.onNeedPrivacyAuthorization as unknown as (
        listener: (resolve: (answer: object) => void, info: { referrer: string }) => void,
      ) => void;
      listen((resolve, info) => {
        api = info.referrer;
        resolve({ event: 'agree', buttonId: 'run' });
      });
      await wx.requirePrivacyAuthorize({});
      return api;
    });
    expect(referrer).toBe('requirePrivacyAuthorize');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('its contract can be read', async () => {
    await run(
      opened.page,
      (wx) => wx.openPrivacyContract({}),
      () => press('我知道了'),
    );
  });
});

describe('permissions and locations', () => {
  test('getLocation asks once and answers the location that is set', async () => {
    const { page } = opened;
    await page.evaluate(() => localStorage.setItem('wx:privacy:oZhao', 'agreed'));
    const here = await run(
      page,
      (wx) => wx.getLocation({ type: 'gcj02' }),
      () => press('允许'),
    );
    expect(here).toMatchObject({
      latitude: expect.any(Number),
      longitude: expect.any(Number),
      accuracy: 30,
      errMsg: 'getLocation:ok',
    });
    expect(await run(page, (wx) => wx.getLocation({}))).toMatchObject({ errMsg: 'getLocation:ok' });
    expect(await run(page, (wx) => wx.getSetting())).toMatchObject({ authSetting: { 'scope.userLocation': true } });
  });

  test('a refusal holds until the settings change it', async () => {
    const { page } = opened;
    expect(
      await failure(
        page,
        (wx) => wx.authorize({ scope: 'scope.writePhotosAlbum' }),
        () => press('拒绝'),
      ),
    ).toEqual({ errMsg: 'authorize:fail auth deny' });
    expect(await failure(page, (wx) => wx.authorize({ scope: 'scope.writePhotosAlbum' }))).toEqual({
      errMsg: 'authorize:fail auth deny',
    });
    const changed = await run(
      page,
      (wx) => wx.openSetting(),
      async () => {
        await page.getByRole('checkbox', { name: '添加到相册' }).check();
        await press('返回');
      },
    );
    expect(changed).toMatchObject({ authSetting: { 'scope.writePhotosAlbum': true } });
    expect(await run(page, (wx) => wx.authorize({ scope: 'scope.writePhotosAlbum' }))).toEqual({
      errMsg: 'authorize:ok',
    });
  });

  test('openLocation shows a location, chooseLocation answers one', async () => {
    const { page } = opened;
    await page.evaluate(() => localStorage.setItem('wx:privacy:oZhao', 'agreed'));
    await begin(page, (wx) =>
      wx.openLocation({ latitude: 37.87, longitude: 112.55, name: '小哥驿站', address: '义井街 1 号' }),
    );
    const shown = page.getByRole('dialog', { name: '小哥驿站' });
    expect(await shown.textContent()).toContain('义井街 1 号');
    await press('返回');
    const chosen = await run(
      page,
      (wx) => wx.chooseLocation({ latitude: 37.87, longitude: 112.55 }),
      async () => {
        await page.getByRole('textbox', { name: '地点名称' }).fill('楼下');
        const map = await page.locator('.wx-location-map').boundingBox();
        await page.mouse.move((map?.x ?? 0) + 150, (map?.y ?? 0) + 100);
        await page.mouse.down();
        await page.mouse.move((map?.x ?? 0) + 100, (map?.y ?? 0) + 100, { steps: 4 });
        await page.mouse.up();
        await press('确定');
      },
    );
    expect(chosen).toMatchObject({
      name: '楼下',
      latitude: expect.closeTo(37.87, 4),
      longitude: expect.closeTo(112.55 + (50 * 360) / (256 * 2 ** 16), 5),
    });
  });
});

describe('scanCode', () => {
  test("offers the demo's cards, and what is typed", async () => {
    const { page } = opened;
    expect(
      await run(
        page,
        (wx) => wx.scanCode({}),
        () => press('连心卡：2 号楼'),
      ),
    ).toMatchObject({ scanType: 'WX_CODE', path: 'pages/target/target?from=card', errMsg: 'scanCode:ok' });
    const typed = await run(
      page,
      (wx) => wx.scanCode({}),
      async () => {
        await page.getByRole('textbox', { name: '二维码里的内容' }).fill('hello');
        await page.keyboard.press('Enter');
      },
    );
    expect(typed).toMatchObject({ result: 'hello', scanType: 'QR_CODE', rawData: 'aGVsbG8=', charSet: 'utf-8' });
    expect(
      await failure(
        page,
        (wx) => wx.scanCode({}),
        () => press('取消'),
      ),
    ).toEqual({ errMsg: 'scanCode:fail cancel' });
  });
});

describe('calls, clipboard, share', () => {
  test('makePhoneCall shows the number, and dials it when the user confirms', async () => {
    const { page } = opened;
    expect(
      await run(
        page,
        (wx) => wx.makePhoneCall({ phoneNumber: '13800000001' }),
        async () => {
          expect(await page.locator('.wx-call-number').textContent()).toBe('13800000001');
          await press('呼叫');
        },
      ),
    ).toEqual({ errMsg: 'makePhoneCall:ok' });
    expect(await page.getByRole('dialog', { name: '正在呼叫 13800000001' }).count()).toBe(1);
    await press('挂断');
    expect(
      await failure(
        page,
        (wx) => wx.makePhoneCall({ phoneNumber: '110' }),
        () => press('取消'),
      ),
    ).toEqual({ errMsg: 'makePhoneCall:fail cancel' });
  });

  test('the clipboard answers what was copied', async () => {
    expect(
      await run(opened.page, async (wx) => {
        await wx.setClipboardData({ data: '义井街 1 号' });
        return (await wx.getClipboardData()).data;
      }),
    ).toBe('义井街 1 号');
    expect(await opened.page.locator('.wx-toast').textContent()).toBe('内容已复制');
  });

  test("the share menu can be hidden and shown, and sends the page's card", async () => {
    const { page } = opened;
    expect(
      await run(page, async (wx) => [
        await wx.hideShareMenu(),
        await wx.showShareMenu({}),
        await wx.updateShareMenu({}),
      ]),
    ).toEqual([{ errMsg: 'hideShareMenu:ok' }, { errMsg: 'showShareMenu:ok' }, { errMsg: 'updateShareMenu:ok' }]);
    expect(await run(page, (wx) => (wx as unknown as { shareAppMessage(): unknown }).shareAppMessage())).toEqual({
      errMsg: 'shareAppMessage:ok',
    });
    await poll(() => page.getByRole('dialog', { name: '转发' }).textContent()).toContain('从菜单转发');
  });
});

describe('messages and login', () => {
  test('requestSubscribeMessage asks for each template and reports the answers to the cloud', async () => {
    const { page } = opened;
    const answer = await run(
      page,
      (wx) => wx.requestSubscribeMessage({ tmplIds: ['T1', 'T2'] }),
      async () => {
        await page.getByRole('checkbox', { name: '消息 T2' }).uncheck();
        await press('允许');
      },
    );
    expect(answer).toEqual({ T1: 'accept', T2: 'reject', errMsg: 'requestSubscribeMessage:ok' });
    expect(phone.requests).toEqual([
      { path: '/local/subscribe', openid: 'oZhao', body: '{"templateIds":["T1","T2"],"rejected":["T2"]}' },
    ]);
    expect(
      await run(
        page,
        (wx) => wx.requestSubscribeMessage({ tmplIds: ['T1'] }),
        () => press('取消'),
      ),
    ).toMatchObject({ T1: 'reject' });
    expect(await failure(page, (wx) => wx.requestSubscribeMessage({ tmplIds: [] }))).toEqual({
      errCode: 10_001,
      errMsg: "requestSubscribeMessage:fail TmplIds can't be empty",
    });
    expect(await failure(page, (wx) => wx.requestSubscribeMessage({ tmplIds: '123456'.split('') }))).toMatchObject({
      errCode: 20_003,
    });
  });

  test("login gives a code, the profile is WeChat's anonymous one", async () => {
    const answer = await run(opened.page, async (wx) => {
      await wx.checkSession();
      return { code: (await wx.login()).code, profile: (await wx.getUserProfile({ desc: 'x' })).userInfo.nickName };
    });
    expect(answer).toEqual({ code: expect.stringMatching(/^local-/), profile: '微信用户' });
    expect(await byId(opened.page, 'run').count()).toBe(1);
    expect(await waitForEvents(opened.page, 'done')).toHaveLength(1);
  });
});

test('scanCode reads a code with the camera, where the browser can', async () => {
  const other = await openTestPage(phone, 'apis', {
    prepare: () => {
      class BarcodeDetector {
        detect = async () => [{ rawValue: 'pages/target/target?from=camera' }];
      }
      const picture = document.createElement('canvas');
      const context = picture.getContext('2d');
      setInterval(() => context?.fillRect(0, 0, Math.random() * 100, 50), 30);
      Object.assign(globalThis, { BarcodeDetector });
      Object.defineProperty(navigator, 'mediaDevices', {
        value: { getUserMedia: async () => picture.captureStream() },
      });
    },
  });
  const answer = await run(
    other.page,
    (wx) => wx.scanCode({}),
    () => other.page.getByRole('button', { name: '打开摄像头' }).click(),
  );
  expect(answer).toMatchObject({ scanType: 'WX_CODE', path: 'pages/target/target?from=camera' });
  expect(await other.page.locator('video').count()).toBe(0);
  other.errors.expectNone();
  await other.page.context().close();
});
