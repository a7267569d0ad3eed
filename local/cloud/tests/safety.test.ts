import { execFile } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
let port: number;
beforeAll(async () => {
  cloud = await startTestCloud({
    functionsFolder,
    serve: (request, response) => {
      if (request.url !== '/') return false;
      response.end('the phone');
      return true;
    },
  });
  port = Number(new URL(cloud.url).port);
}, 30_000);
afterAll(() => cloud.close());

const run = promisify(execFile);
const sendRaw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.end(text));
    let reply = '';
    socket
      .on('data', (chunk) => (reply += String(chunk)))
      .on('close', () => resolve(reply.split('\r\n')[0] ?? ''))
      .on('error', reject);
  });

const send = (headers: Record<string, string>, path = '/local/functions/whoami', method = 'POST') =>
  new Promise<number | undefined>((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, method, headers }, (response) =>
      resolve(response.resume().statusCode),
    );
    request.on('error', reject).end(method === 'POST' ? '{}' : undefined);
  });

describe('the server', () => {
  it('listens on this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each && !each.internal && each.family === 'IPv4');
    for (const each of others) {
      const outcome = await new Promise((resolve) => {
        const socket = net.connect({ host: each?.address ?? '', port, timeout: 500 });
        socket
          .on('connect', () => resolve('open'))
          .on('error', () => resolve('closed'))
          .on('timeout', () => resolve('closed'));
        socket.on('close', () => socket.destroy());
      });
      expect(outcome).toBe('closed');
    }
    expect(cloud.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('answers to %s', async (name) => {
    expect(await send({ host: `${name}:${port}` })).toBe(200);
  });

  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.0.1',
    '0.0.0.0',
    '[::2]',
    'evil@127.0.0.1',
  ])('refuses the name %s in Host, on every path', async (name) => {
    for (const path of ['/local/functions/whoami', '/admin', '/tcb', '/local', '/storage/a.txt', '/']) {
      expect([400, 403]).toContain(await send({ host: `${name}:${port}` }, path));
    }
  });

  it('refuses a request without a name, or with an empty one', async () => {
    expect(await sendRaw('GET /local HTTP/1.0\r\n\r\n')).toContain(' 403 ');
    expect(await sendRaw('GET /local HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toContain(' 403 ');
  });

  it('refuses its own name with another port', async () => {
    expect(await send({ host: `127.0.0.1:${port + 1}` })).toBe(403);
    expect(await send({ host: '127.0.0.1' })).toBe(403);
  });

  it('accepts calls from its own page, and from no other', async () => {
    const host = `127.0.0.1:${port}`;
    expect(await send({ host, origin: `http://127.0.0.1:${port}` })).toBe(200);
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
    ]) {
      for (const path of ['/local/functions/whoami', '/admin', '/tcb', '/local/reset'])
        expect(await send({ host, origin }, path)).toBe(403);
    }
    expect(
      await send({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, '/local/trace', 'GET'),
    ).toBe(403);
    expect(
      await send(
        { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
        '/',
        'GET',
      ),
    ).toBe(200);
    expect(
      await send(
        { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
        '/',
        'GET',
      ),
    ).toBe(403);
  });

  it('says what is not there', async () => {
    expect(await send({ host: `127.0.0.1:${port}` }, '/nothing', 'GET')).toBe(404);
    expect(await cloud.control('/local/nothing')).toEqual({ error: 'there is no GET /local/nothing' });
  });

  it('names a wire action that it does not know', async () => {
    const answer = (await (
      await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ action: 'analytics.report' }) })
    ).json()) as object;
    expect(answer).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('analytics.report') as string,
    });
    const broken = (await (await fetch(`${cloud.url}/admin`, { method: 'POST', body: '{' })).json()) as object;
    expect(broken).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('refuses an openid that is none', async () => {
    for (const openid of ['a b', 'x'.repeat(129)])
      expect((await cloud.call('whoami', {}, openid)).body).toMatchObject({ errCode: -501007 });
  });
});

it('canary: seven kinds of SDK call connect to 127.0.0.1 and resolve no name', async () => {
  const canary = path.join(__dirname, 'fixtures', 'canary.cjs');
  const seen = JSON.parse((await run(process.execPath, [canary, cloud.url])).stdout) as {
    made: string[];
    targets: string[];
    lookups: string[];
  };
  expect(seen.made).toEqual([
    'createCollection',
    'add',
    'get',
    'aggregate',
    'transaction',
    'callFunction',
    'uploadFile',
    'getTempFileURL',
    'downloadFile',
    'openapi',
    'getOpenData',
  ]);
  expect(new Set(seen.targets)).toEqual(new Set(['127.0.0.1']));
  expect(seen.lookups).toEqual([]);
}, 30_000);

it('canary: a function connects to 127.0.0.1 alone', async () => {
  cloud.database.createCollection('canary-inside');
  expect(await cloud.invoke('canary', { collection: 'canary-inside' }, { openid: 'o' })).toEqual({
    targets: ['127.0.0.1'],
    lookups: [],
  });
}, 30_000);

it('a function in a zone east of here still runs in UTC', async () => {
  const script = path.join(__dirname, 'fixtures', 'zone.ts');
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  const seen = JSON.parse(
    (await run(process.execPath, ['--import', 'tsx', script, functionsFolder], { env })).stdout,
  ) as { offset: number };
  expect(seen.offset).toBe(0);
}, 30_000);
