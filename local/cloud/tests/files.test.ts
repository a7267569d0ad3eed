import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder });
}, 30_000);
afterAll(() => cloud.close());

const BUCKET = 'cloud://local-env.6c6f-local-env-1250000000/';
type Files = {
  upload: { fileID: string; errMsg: string };
  urls: { fileList: { status: number; tempFileURL: string; errMsg: string }[] };
  text: string;
  deleted: { fileList: { status: number }[] };
};
const files = async (event: object) => (await cloud.invoke('files', event, { openid: 'o' })) as Files;
const status = async (url: string, init?: RequestInit) => (await fetch(url, init)).status;

/** A request whose path is sent as it stands, `..` and all. */
const rawGet = (rawPath: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port: new URL(cloud.url).port, path: rawPath }, (response) =>
        resolve(response.resume().statusCode),
      )
      .on('error', reject);
  });

describe('files through the SDK', () => {
  it.each(['a.txt', 'img/a b.txt', '照片/门口 (1).txt', "o'clock+1&2=3.txt"])(
    'go up, come down and are deleted (%s)',
    async (cloudPath) => {
      const reply = await files({ cloudPath, text: `内容 ${cloudPath}` });
      expect(reply.upload).toMatchObject({ fileID: BUCKET + cloudPath, errMsg: 'uploadFile:ok' });
      expect(reply.text).toBe(`内容 ${cloudPath}`);
      expect(reply.urls.fileList.map((file) => file.status)).toEqual([0, 0, -503003]);
      expect(reply.deleted.fileList.map((file) => file.status)).toEqual([0, -503003]);
      expect(await status(reply.urls.fileList[0]?.tempFileURL ?? '')).toBe(404);
    },
  );

  it('have addresses that expire by the clock', async () => {
    const reply = await files({ cloudPath: 'kept.txt', text: 'kept', keep: true });
    const [long, short] = reply.urls.fileList.map((file) => file.tempFileURL);
    expect([await status(long ?? ''), await status(short ?? '')]).toEqual([200, 200]);
    await cloud.clock.advance(61_000);
    expect([await status(long ?? ''), await status(short ?? '')]).toEqual([200, 403]);
    await cloud.clock.advance(7_200_000);
    expect(await status(long ?? '')).toBe(403);
  });

  it('survive a restart', async () => {
    await files({ cloudPath: 'lasting.txt', text: 'lasting', keep: true });
    await cloud.stop();
    cloud = await startTestCloud({ functionsFolder, dataFolder: cloud.dataFolder });
    const { fileList } = (await cloud.control('/local/file-urls', { fileList: [`${BUCKET}lasting.txt`] })) as {
      fileList: { tempFileURL: string }[];
    };
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('lasting');
  });

  it.each(['../escape.txt', 'a/../../escape.txt', '/absolute.txt', 'a//b.txt', 'a\\..\\b.txt', 'a?b', 'a#b', '', '.'])(
    'have no path that leads out of the folder (%s)',
    async (cloudPath) => {
      await expect(files({ cloudPath, text: 'x' })).rejects.toMatchObject({ errCode: -504002 });
      expect(readdirSync(cloud.dataFolder).filter((name) => name.includes('escape'))).toEqual([]);
    },
  );
});

describe('files from the phone', () => {
  const upload = async (cloudPath: string, body: string) => {
    const response = await fetch(`${cloud.url}/local/files/${cloudPath}`, {
      method: 'POST',
      headers: { 'x-openid': 'o' },
      body,
    });
    return { status: response.status, body: (await response.json()) as { fileID: string } };
  };
  const urlOf = async (fileID: string) => {
    const { fileList } = (await cloud.control('/local/file-urls', { fileList: [{ fileID, maxAge: 60 }] })) as {
      fileList: { tempFileURL: string; status: number }[];
    };
    return fileList[0];
  };

  it('go up, come down and are deleted', async () => {
    const { body } = await upload(encodeURI('photos/门 口.jpg'), 'picture');
    expect(body.fileID).toBe(`${BUCKET}photos/门 口.jpg`);
    const url = await urlOf(body.fileID);
    const response = await fetch(url?.tempFileURL ?? '');
    expect([await response.text(), response.headers.get('content-type')]).toEqual(['picture', 'image/jpeg']);
    expect(await cloud.control('/local/files-delete', { fileList: [body.fileID] })).toMatchObject({
      fileList: [{ status: 0, errMsg: 'ok' }],
    });
    expect(await urlOf(body.fileID)).toMatchObject({ status: -503003, tempFileURL: '' });
  });

  it('cannot leave the folder', async () => {
    writeFileSync(path.join(cloud.dataFolder, 'secret.txt'), 'secret');
    expect((await upload('..%2Fescape.txt', 'x')).status).toBe(400);
    expect((await upload('a%2F..%2F..%2Fescape.txt', 'x')).status).toBe(400);
    expect(existsSync(path.join(cloud.dataFolder, 'escape.txt'))).toBe(false);
    for (const rawPath of [
      '/storage/../secret.txt',
      '/storage/%2e%2e/secret.txt',
      '/storage/..%2fsecret.txt',
      '/storage/%E0%A4%A',
    ]) {
      expect([400, 403]).toContain(await rawGet(rawPath));
    }
    expect(await cloud.control('/local/file-urls', { fileList: [`${BUCKET}../secret.txt`] })).toMatchObject({
      fileList: [{ status: -503003 }],
    });
  });

  it('are not served without a signature, nor taken up', async () => {
    const { body } = await upload('signed.txt', 'signed');
    const url = (await urlOf(body.fileID))?.tempFileURL ?? '';
    expect(await status(url)).toBe(200);
    expect(await status(url.replace('signed.txt', 'other.txt'))).toBe(403);
    expect(await status(url.split('?')[0] ?? '')).toBe(403);
    expect(await status(url.split('?')[0] ?? '', { method: 'PUT', body: 'x' })).toBe(403);
  });

  it('never run as pages of this server', async () => {
    const { body } = await upload('page.html', '<script>alert(1)</script>');
    const response = await fetch((await urlOf(body.fileID))?.tempFileURL ?? '');
    expect(response.headers.get('content-disposition')).toBe('attachment');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
