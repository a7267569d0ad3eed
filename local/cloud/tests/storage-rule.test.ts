import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  const storageRule = { read: false, write: 'resource.openid == auth.openid' };
  cloud = await startTestCloud({ functionsFolder, manifest: { collections: [], storageRule } });
}, 30_000);
afterAll(() => cloud.close());

const bucket = 'cloud://local-env.6c6f-local-env-1250000000/';

async function client(openid: string, path: string, body: string) {
  const headers: Record<string, string> = openid === '' ? {} : { 'x-openid': openid };
  if (path.startsWith('/local/file')) headers['content-type'] = 'application/json';
  const response = await fetch(cloud.url + path, { method: 'POST', headers, body });
  return { status: response.status, body: (await response.json()) as { fileList?: object[] } };
}
const upload = (openid: string, name: string) => client(openid, `/local/files/${name}`, 'x');
const urls = (openid: string, name: string) =>
  client(openid, '/local/file-urls', JSON.stringify({ fileList: [bucket + name] }));
const remove = (openid: string, name: string) =>
  client(openid, '/local/files-delete', JSON.stringify({ fileList: [bucket + name] }));

describe('the storage’s rule', () => {
  it('lets a client add a file, and replace and remove none but their own', async () => {
    expect((await upload('oA', 'a.jpg')).status).toBe(200);
    expect((await upload('oA', 'a.jpg')).status).toBe(200);
    expect((await upload('oB', 'a.jpg')).status).toBe(403);
    expect((await upload('', 'b.jpg')).status).toBe(403);
    expect((await remove('oB', 'a.jpg')).body.fileList).toMatchObject([{ status: -503002 }]);
    expect((await remove('oA', 'a.jpg')).body.fileList).toMatchObject([{ status: 0 }]);
  });

  it('closes every file to clients, but not to functions nor to their links', async () => {
    await upload('oA', 'mine.txt');
    expect((await urls('oA', 'mine.txt')).body.fileList).toMatchObject([{ status: -503002, tempFileURL: '' }]);
    const { urls: given } = (await cloud.invoke(
      'files',
      { cloudPath: 'made.txt', text: 'by a function', keep: true },
      { openid: 'oA' },
    )) as {
      urls: { fileList: object[] };
    };
    expect(given.fileList[0]).toMatchObject({ status: 0 });
    expect((await upload('oA', 'made.txt')).status).toBe(403);
  });

  it('is the one that a deployment set, once it did', async () => {
    const set = await fetch(`${cloud.url}/tcb`, {
      method: 'POST',
      headers: { 'x-tc-action': 'ModifyResourcePermission', 'content-type': 'application/json' },
      body: JSON.stringify({
        ResourceType: 'storage',
        Resource: 'bucket',
        Permission: 'CUSTOM',
        SecurityRule: '{"read":true,"write":false}',
      }),
    });
    expect(set.status).toBe(200);
    expect((await urls('oB', 'mine.txt')).body.fileList).toMatchObject([{ status: 0 }]);
    expect((await upload('oA', 'new.jpg')).status).toBe(403);
  });
});
