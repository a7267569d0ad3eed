import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { TestCloud } from '../support/test-cloud';
import { callApi, startWechatCloud } from './wechat-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startWechatCloud();
}, 30_000);
afterAll(() => cloud.close());

const wechat = (api: string, data: object, who?: string) => callApi(cloud, api, data, who);

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
