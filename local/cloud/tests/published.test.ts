import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { publishedFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

/** Far from this project, so that nothing resolves but what the cloud provides. */
const functionsFolder = mkdtempSync(path.join(tmpdir(), 'published-'));
let cloud: TestCloud;
beforeAll(async () => {
  cpSync(publishedFolder, functionsFolder, { recursive: true });
  cloud = await startTestCloud({ functionsFolder, strict: false });
}, 30_000);
afterAll(async () => {
  await cloud.close();
  rmSync(functionsFolder, { recursive: true });
});

const openid = 'oREADER';
type Reply = Record<string, unknown>;
const call = async (name: string, event: object, who = openid) =>
  (await cloud.invoke(name, event, { openid: who })) as Reply;
const quick = (type: string, data?: unknown) => call('quickstartFunctions', { type, data });
const article = ($url: string, event: object = {}, who = openid) => call('article', { $url, ...event }, who);

describe('functions as they are published', () => {
  it('log in', async () => {
    const userInfo = { appId: 'wx10ca110ca110ca11', openId: openid };
    expect(await call('login', { a: 1 })).toEqual({
      event: { a: 1, userInfo },
      openid,
      appid: userInfo.appId,
      env: 'local-env',
    });
    expect((await cloud.trace(1))[0]?.logs.join('\n')).toContain('function_name');
  });

  it('make a collection, fill it, list, change, sum and remove', async () => {
    expect(await quick('getOpenId')).toEqual({ openid, appid: 'wx10ca110ca110ca11' });
    expect(await quick('createCollection')).toEqual({ success: true });
    expect(await quick('createCollection')).toMatchObject({ success: true, data: 'create collection success' });
    const { data } = (await quick('selectRecord')) as { data: { _id: string; city: string; sales: number }[] };
    expect(data.map((row) => row.city)).toEqual(['上海', '南京', '广州', '深圳']);
    expect(await quick('updateRecord', [{ _id: data[0]?._id, sales: 13 }])).toMatchObject({ success: true });
    expect(await quick('insertRecord', { region: '华北', city: '北京', sales: '7' })).toMatchObject({
      errMsg: 'collection.add:ok',
    });
    const north = (await quick('sumRecord')) as { list: unknown };
    expect(north.list).toEqual(
      [
        { _id: '华东', sum: 24 },
        { _id: '华北', sum: 7 },
        { _id: '华南', sum: 44 },
      ].sort((left, right) => Buffer.compare(Buffer.from(left._id), Buffer.from(right._id))),
    );
    expect(await quick('deleteRecord', { _id: data[1]?._id })).toMatchObject({ stats: { removed: 1 } });
    expect(((await quick('selectRecord')) as { data: unknown[] }).data).toHaveLength(4);
  });

  it('draw a code and store it as a file', async () => {
    const fileID = (await quick('getMiniProgramCode')) as unknown as string;
    const { fileList } = (await cloud.control('/local/file-urls', { fileList: [fileID] })) as {
      fileList: { tempFileURL: string }[];
    };
    const png = PNG.sync.read(Buffer.from(await (await fetch(fileList[0]?.tempFileURL ?? '')).arrayBuffer()));
    expect(jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data).toContain('pages%2Findex%2Findex');
  });

  it('page, count, like, search, join and roll back', async () => {
    for (const name of ['article', 'user']) cloud.database.createCollection(name);
    cloud.database.load('user', [{ _id: 'u1', _openid: openid, nickName: '老王' }]);
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { _id } = await article('publish', {
        title: `Note ${String(index).padStart(2, '0')}`,
        kind: index % 2 ? 'odd' : 'even',
        tags: index === 3 ? ['红色周六'] : [],
      });
      ids.push(String(_id));
    }
    expect(await article('view', { id: ids[4] })).toMatchObject({
      viewCount: 1,
      author: openid,
      createTime: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
    expect(await article('list', { kind: 'even', pageSize: 2, currentPage: 1 })).toMatchObject({
      total: 6,
      data: [{ title: 'Note 04', viewCount: 1 }, { title: 'Note 00' }],
    });
    expect(await article('list', { kind: 'even', pageSize: 2, currentPage: 3 })).toMatchObject({
      data: [{ title: 'Note 08' }, { title: 'Note 10' }],
    });
    expect([
      await article('like', { id: ids[0] }),
      await article('like', { id: ids[0] }),
      await article('like', { id: ids[0] }, 'oOTHER'),
    ]).toEqual([{ liked: true }, { liked: false }, { liked: true }]);
    const found = (await article('search', { word: 'NOTE 1' })) as { data: { title: string }[] };
    expect(found.data.map((each) => each.title)).toEqual(['Note 10', 'Note 11']);
    expect(((await article('search', { word: '红色周六' })) as { data: unknown[] }).data).toHaveLength(1);
    const joined = (await article('authors')) as { list: object[] };
    expect(joined.list[0]).toEqual({ title: 'Note 00', by: '老王' });
    expect(joined.list).toHaveLength(12);
    expect(((await article('all')) as { data: unknown[] }).data).toHaveLength(12);
    expect(await article('rollback', { id: ids[4] })).toEqual({ reason: 'changed my mind' });
    expect(await article('view', { id: ids[4] })).toMatchObject({ viewCount: 2 });
  });

  it('check a text, draw, upload and message the user', async () => {
    expect(await call('miniCode', { text: '违禁', templateId: 'T' })).toEqual({ ok: false, label: 20006 });
    expect(await call('miniCode', { text: '你好', templateId: 'T' })).toMatchObject({
      ok: true,
      told: 43101,
      source: 'wx_client',
    });
    await cloud.control('/local/subscribe', { openid, templateIds: ['T'] });
    const reply = await call('miniCode', { text: '你好', templateId: 'T' });
    expect(reply).toMatchObject({
      told: true,
      fileID: `cloud://local-env.6c6f-local-env-1250000000/codes/${openid}/你好.png`,
    });
    expect((await fetch(String(reply['url']))).headers.get('content-type')).toBe('image/png');
  });
});
