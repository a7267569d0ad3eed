import type { TestCloud } from '../support/test-cloud';
import { callApi, openid, startWechatCloud } from './wechat-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startWechatCloud();
}, 30_000);
afterAll(() => cloud.close());

const wechat = (api: string, data: object, who?: string) => callApi(cloud, api, data, who);

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
  const checkPicture = async (cloudPath: string, change = (url: string) => url) => {
    const upload = (await (
      await fetch(`${cloud.url}/local/files/${cloudPath}`, { method: 'POST', body: 'picture' })
    ).json()) as { fileID: string };
    const { fileList } = (await cloud.control('/local/file-urls', { fileList: [upload.fileID] })) as {
      fileList: { tempFileURL: string }[];
    };
    return wechat('security.mediaCheckAsync', {
      mediaUrl: change(fileList[0]?.tempFileURL ?? ''),
      mediaType: 2,
      version: 2,
      scene: 1,
      openid,
    });
  };
  const results = async (traceId: unknown, count: number) => {
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
  ])('answers a trace id and pushes the result for %s (%s) to events', async (cloudPath, suggest) => {
    const { traceId } = await checkPicture(cloudPath);
    const [push] = await results(traceId, 1);
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

  it('judges a picture by its path, never by the letters of its signature', async () => {
    await cloud.control('/local/content-rules', { risky: ['sign='] });
    const { traceId } = await checkPicture('a.png');
    expect((await results(traceId, 1))[0]?.event).toMatchObject({ result: { suggest: 'pass' } });
    await cloud.control('/local/content-rules', { risky: ['违禁', '赌博'] });
  });

  it('pushes an error for an address that nobody can load', async () => {
    const { traceId } = await checkPicture('b.png', (url) => `${url}x`);
    expect((await results(traceId, 1))[0]?.event).toMatchObject({ errcode: -1008 });
  });

  it('pushes later by the clock, and twice, on request, across a restart', async () => {
    await cloud.control('/local/content-rules', { delayMs: 60_000, copies: 2 });
    const { traceId } = await checkPicture('c.png');
    await cloud.clock.advance(59_000);
    expect(await results(traceId, 0)).toHaveLength(0);
    await cloud.stop();
    cloud = await startWechatCloud(cloud.dataFolder);
    await cloud.clock.advance(1_000);
    expect(await results(traceId, 2)).toHaveLength(2);
    await cloud.control('/local/content-rules', { delayMs: 0, copies: 1 });
  });
});
