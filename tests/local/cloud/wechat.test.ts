import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from '../../support/local-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    functionsFolder,
    pages: ['pages/home/home', 'pages/card/card'],
    manifest: { collections: [{ name: 'pushes', indexes: [] }] },
  });
}, 30_000);
afterAll(() => cloud.close());

const openid = 'oPERSON';
const wechat = async (api: string, data: object, who = openid) =>
  (await cloud.invoke('wechat', { api, data }, { openid: who })) as Record<string, unknown>;

function readQr(png: Buffer): { text: string | undefined; width: number } {
  const picture = PNG.sync.read(png);
  return { text: jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data, width: picture.width };
}

describe('wxacode', () => {
  it.each(['aB3', "k=1&n=2,3;x:!#$'()*+/?@-._~", 'x'.repeat(32)])(
    'getUnlimited draws a PNG that a reader reads (scene %s)',
    async (scene) => {
      const reply = await wechat('wxacode.getUnlimited', { scene, page: 'pages/card/card', width: 300 });
      expect(reply['contentType']).toBe('image/png');
      const { text, width } = readQr(Buffer.from(String(reply['base64']), 'base64'));
      expect(width).toBe(300);
      const address = new URL(text ?? '');
      expect(address.origin).toBe(cloud.url);
      const page = address.searchParams.get('page') ?? '';
      expect(page.split('?')[0]).toBe('/pages/card/card');
      expect(decodeURIComponent(page.split('?scene=')[1] ?? '')).toBe(scene);
    },
  );

  it.each([
    ['a scene of 33', { scene: 'x'.repeat(33), page: 'pages/card/card' }, 40169],
    ['a percent sign', { scene: 'a%20b', page: 'pages/card/card' }, 40169],
    ['a Chinese scene', { scene: '卡片', page: 'pages/card/card' }, 40169],
    ['no scene', { page: 'pages/card/card' }, 40169],
    ['a leading slash', { scene: 'a', page: '/pages/card/card' }, 41030],
    ['a query', { scene: 'a', page: 'pages/card/card?b=1' }, 41030],
    ['an unknown page', { scene: 'a', page: 'pages/none/none' }, 41030],
    ['a width of 279', { scene: 'a', page: 'pages/card/card', width: 279 }, 40097],
    ['a width of 1281', { scene: 'a', page: 'pages/card/card', width: 1281 }, 40097],
  ])('getUnlimited refuses %s', async (_, data, errCode) => {
    expect(await wechat('wxacode.getUnlimited', data)).toMatchObject({
      errCode,
      errMsg: expect.stringContaining('openapi.wxacode.getUnlimited:fail') as string,
    });
  });

  it('getUnlimited takes an unknown page where check_path is off', async () => {
    expect(
      (await wechat('wxacode.getUnlimited', { scene: 'a', page: 'pages/none/none', checkPath: false }))['contentType'],
    ).toBe('image/png');
  });

  it.each(['wxacode.get', 'wxacode.createQRCode'])('%s draws a path with its query', async (api) => {
    const reply = await wechat(api, { path: 'pages/home/home?a=1' });
    const { text, width } = readQr(Buffer.from(String(reply['base64']), 'base64'));
    expect([text, width]).toEqual([`${cloud.url}/?page=${encodeURIComponent('/pages/home/home?a=1')}`, 430]);
  });
});

describe('security', () => {
  const check = (content: string, more: object = {}) =>
    wechat('security.msgSecCheck', { content, version: 2, scene: 1, openid, ...more });

  it.each([
    ['谢谢网格员', 'pass'],
    ['这是违禁内容', 'risky'],
    ['疑似广告', 'review'],
  ])('msgSecCheck says of %s: %s', async (content, suggest) => {
    expect(await check(content)).toMatchObject({
      errCode: 0,
      result: { suggest },
      traceId: expect.any(String) as string,
    });
  });

  it('msgSecCheck has a limit of 2500 characters, and needs scene, version and an active user', async () => {
    expect(await check('字'.repeat(2500))).toMatchObject({ result: { suggest: 'pass' } });
    expect(await check('字'.repeat(2501))).toMatchObject({ errCode: 45002 });
    expect(await check('')).toMatchObject({ errCode: 44002 });
    expect(await check('好', { scene: 5 })).toMatchObject({ errCode: 40129 });
    expect(await check('好', { openid: undefined })).toMatchObject({ errCode: 40003 });
    expect(await check('好', { openid: 'oNEVERHERE' })).toMatchObject({ errCode: 61010 });
  });

  it('msgSecCheck no longer knows a user after two hours', async () => {
    await cloud.invoke('whoami', {}, { openid: 'oLEAVES' });
    expect(await check('好', { openid: 'oLEAVES' })).toMatchObject({ errCode: 0 });
    await cloud.clock.advance(2 * 3600 * 1000 + 1);
    expect(await check('好', { openid: 'oLEAVES' })).toMatchObject({ errCode: 61010 });
  });

  it('msgSecCheck without a version is the first one, which throws', async () => {
    expect(await wechat('security.msgSecCheck', { content: '赌博' })).toMatchObject({ errCode: 87014 });
    expect(await wechat('security.msgSecCheck', { content: '你好' })).toMatchObject({ errCode: 0 });
  });

  it('follows the words that it is given', async () => {
    await cloud.control('/local/content-rules', { risky: ['芝麻'] });
    expect(await check('芝麻')).toMatchObject({ result: { suggest: 'risky' } });
    await cloud.control('/local/content-rules', { risky: ['违禁', '赌博'] });
  });
});

describe('mediaCheckAsync', () => {
  const pushed = () =>
    cloud.database.browse('pushes', { limit: 100 }) as { event: Record<string, unknown>; source: string }[];
  const checkPicture = async (cloudPath: string, mangle = (url: string) => url) => {
    const upload = (await (
      await fetch(`${cloud.url}/local/files/${cloudPath}`, { method: 'POST', body: 'picture' })
    ).json()) as { fileID: string };
    const { fileList } = (await cloud.control('/local/file-urls', { fileList: [upload.fileID] })) as {
      fileList: { tempFileURL: string }[];
    };
    return wechat('security.mediaCheckAsync', {
      mediaUrl: mangle(fileList[0]?.tempFileURL ?? ''),
      mediaType: 2,
      version: 2,
      scene: 1,
      openid,
    });
  };
  const verdicts = async (traceId: unknown, count: number) => {
    for (let wait = 0; wait < 100; wait += 1) {
      const found = pushed().filter((push) => push.event['trace_id'] === traceId);
      if (found.length >= count) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return pushed().filter((push) => push.event['trace_id'] === traceId);
  };

  it.each([
    ['a.png', 'pass'],
    [encodeURI('违禁.png'), 'risky'],
  ])('answers a trace id and pushes the verdict on %s (%s) to events', async (cloudPath, suggest) => {
    const { traceId } = await checkPicture(cloudPath);
    const [push] = await verdicts(traceId, 1);
    expect(push?.source).toBe('wx_unknown');
    expect(push?.event).toMatchObject({
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'wx10ca110ca110ca11',
      version: 2,
      errcode: 0,
      result: { suggest },
    });
  });

  it('pushes an error for an address that nobody can load', async () => {
    const { traceId } = await checkPicture('b.png', (url) => `${url}x`);
    expect((await verdicts(traceId, 1))[0]?.event).toMatchObject({ errcode: -1008 });
  });

  it('pushes later by the clock, and twice, on request, across a restart', async () => {
    await cloud.control('/local/content-rules', { delayMs: 60_000, copies: 2 });
    const { traceId } = await checkPicture('c.png');
    await cloud.clock.advance(59_000);
    expect(await verdicts(traceId, 0)).toHaveLength(0);
    await cloud.stop();
    cloud = await startTestCloud({
      functionsFolder,
      dataFolder: cloud.dataFolder,
      manifest: { collections: [{ name: 'pushes', indexes: [] }] },
    });
    await cloud.clock.advance(1_000);
    expect(await verdicts(traceId, 2)).toHaveLength(2);
    await cloud.control('/local/content-rules', { delayMs: 0, copies: 1 });
  });
});

describe('subscribeMessage', () => {
  const send = (more: object = {}) =>
    wechat('subscribeMessage.send', {
      touser: openid,
      templateId: 'T1',
      page: 'pages/home/home',
      data: { thing1: { value: '有新订单' } },
      ...more,
    });

  it('sends one message for each grant, and then fails with 43101', async () => {
    expect(await send()).toMatchObject({ errCode: 43101 });
    await cloud.control('/local/subscribe', { openid, templateIds: ['T1', 'T2'], rejected: ['T2'] });
    await cloud.control('/local/subscribe', { openid, templateIds: ['T1'] });
    expect([await send(), await send(), await send()]).toMatchObject([
      { errCode: 0 },
      { errCode: 0 },
      { errCode: 43101 },
    ]);
    expect(await send({ templateId: 'T2' })).toMatchObject({ errCode: 43101 });
    expect(await send({ touser: 'oOTHER' })).toMatchObject({ errCode: 43101 });
    const sent = await cloud.control(`/local/subscribe-messages?openid=${openid}`);
    expect(sent).toMatchObject([{ templateId: 'T1', data: { thing1: '有新订单' } }, { templateId: 'T1' }]);
  });

  it('tells events of the answer to a prompt', () => {
    const events = cloud.database.browse('pushes', { limit: 100 }) as { event: Record<string, unknown> }[];
    const answers = events
      .filter((push) => push.event['Event'] === 'subscribe_msg_popup_event')
      .map((push) => push.event);
    expect(answers).toHaveLength(2);
    expect(answers.find((answer) => Array.isArray(answer['List']) && answer['List'].length === 2)).toMatchObject({
      FromUserName: openid,
      List: [
        { TemplateId: 'T1', SubscribeStatusString: 'accept' },
        { TemplateId: 'T2', SubscribeStatusString: 'reject' },
      ],
    });
  });

  it.each([
    ['a thing of 21 characters', { thing1: { value: '字'.repeat(21) } }],
    ['a line break', { thing1: { value: '一\n二' } }],
    ['a phrase of 6', { phrase1: { value: '一二三四五六' } }],
    ['a name of 11', { name1: { value: '一二三四五六七八九十一' } }],
    ['Chinese in a character_string', { character_string1: { value: '订单' } }],
    ['letters in a number', { number1: { value: '12a' } }],
    ['an unknown field', { anything1: { value: 'a' } }],
    ['no data', {}],
  ])('refuses %s with 47003, at no cost', async (_, data) => {
    await cloud.control('/local/subscribe', { openid: 'oFIELDS', templateIds: ['T'] });
    expect(await send({ touser: 'oFIELDS', templateId: 'T', data })).toMatchObject({ errCode: 47003 });
    expect(await send({ touser: 'oFIELDS', templateId: 'T' })).toMatchObject({ errCode: 0 });
  });

  it('takes each field at its limit', async () => {
    await cloud.control('/local/subscribe', { openid: 'oFIELDS', templateIds: ['T'] });
    const data = {
      thing1: { value: '字'.repeat(20) },
      phrase2: { value: '已经派单了' },
      name3: { value: '王'.repeat(10) },
      character_string4: { value: 'A-1'.padEnd(32, '0') },
      number5: { value: '9'.repeat(32) },
      date6: { value: '2026年11月28日 09:00' },
      time7: { value: '09:00' },
    };
    expect(await send({ touser: 'oFIELDS', templateId: 'T', data })).toMatchObject({ errCode: 0 });
  });
});

describe('phonenumber', () => {
  const issue = async (more: object = {}) =>
    ((await cloud.control('/local/phone-code', { openid, ...more })) as { code: string }).code;
  const exchange = (code: string, more: object = {}) => wechat('phonenumber.getPhoneNumber', { code, ...more });

  it('gives the number for a code, once', async () => {
    const code = await issue({ phoneNumber: '13800000001' });
    expect(await exchange(code, { openid })).toMatchObject({
      errCode: 0,
      phoneInfo: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' },
    });
    expect(await exchange(code)).toMatchObject({ errCode: 40029 });
  });

  it('refuses a code after five minutes, a code of somebody else, and what is no code', async () => {
    const code = await issue();
    expect(await exchange(code, { openid: 'oOTHER' })).toMatchObject({ errCode: 40003 });
    await cloud.clock.advance(5 * 60 * 1000 + 1);
    expect(await exchange(code)).toMatchObject({ errCode: 40029 });
    expect(await exchange('nonsense')).toMatchObject({ errCode: 40029 });
  });

  it('gives a person the same number each time', async () => {
    const numbers = [await exchange(await issue()), await exchange(await issue())].map(
      (reply) => (reply['phoneInfo'] as { phoneNumber: string }).phoneNumber,
    );
    expect(numbers[0]).toMatch(/^199\d{8}$/);
    expect(numbers[1]).toBe(numbers[0]);
  });
});

describe('getOpenData', () => {
  it('gives what stands behind a cloud ID, for five minutes', async () => {
    const { cloudID } = (await cloud.control('/local/cloud-id', { openid, data: { stepInfoList: [{ step: 7 }] } })) as {
      cloudID: string;
    };
    expect(await wechat('getOpenData', { list: [cloudID] })).toMatchObject({
      errCode: 0,
      list: [{ cloudID, data: { stepInfoList: [{ step: 7 }] } }],
    });
    await cloud.clock.advance(5 * 60 * 1000 + 1);
    expect(await wechat('getOpenData', { list: [cloudID, 'nonsense'] })).toMatchObject({
      list: [{ errCode: -601006 }, { errCode: -601006 }],
    });
  });
});

describe('an API that is not to be had', () => {
  it('fails with its name when it is a payment', async () => {
    expect(await wechat('cloudPay.unifiedOrder', { body: 'a' })).toMatchObject({
      errCode: -501007,
      errMsg: expect.stringContaining('wx.wxPayApi (unifiedOrder)') as string,
    });
  });

  it('fails with its name when this cloud does not know it', async () => {
    expect(await wechat('nobody.knowsThis', {})).toMatchObject({
      errCode: -604100,
      errMsg: expect.stringContaining('openapi.nobody.knowsThis:fail') as string,
    });
    expect(cloud.lines.join('\n')).toContain('API not found: this cloud has no nobody.knowsThis');
  });

  it('fails with -604101 when config.json does not permit it', async () => {
    expect(await wechat('security.imgSecCheck', {})).toMatchObject({
      errCode: -604101,
      errMsg: expect.stringContaining('openapi.security.imgSecCheck:fail') as string,
    });
  });
});
