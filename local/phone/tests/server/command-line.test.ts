import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

const packageFolder = join(__dirname, '..', '..');
const app = {
  'app.json': { pages: ['a/a'] },
  'app.js': 'App({})',
  'a/a.js': 'Page({})',
  'a/a.json': {},
  'a/a.wxml': '<view>甲</view>',
};

let folder: string;
let child: ChildProcess | undefined;
let cloud: Server | undefined;

beforeEach(() => {
  folder = scratchFolder('cli');
});
afterEach(async () => {
  if (child?.exitCode === null) {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill();
    await ended;
  }
  cloud?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `npm run phone` and answers what it printed: until it is ready, or until it ended. */
function run(...options: string[]): Promise<{ output: string; url: string; code: number | null }> {
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', 'main.ts', '--app', folder, '--port', '0', '--out', join(folder, 'out'), ...options],
    { cwd: packageFolder },
  );
  child = started;
  return new Promise((resolve) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /ready (http:\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve({ output, url, code: null });
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.once('exit', (code) => {
      resolve({ output, url: '', code });
    });
  });
}

test('any mini-program runs alone, and requests to the cloud are forwarded', async () => {
  writeApp(folder, app);
  const requests: string[] = [];
  cloud = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers['x-openid']}`);
    response.end('{"from":"cloud"}');
  });
  await new Promise<void>((resolve) => cloud?.listen(0, '127.0.0.1', resolve));
  const { url } = await run('--cloud', `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`);
  const page = await (await fetch(`${url}/?page=/a/a`)).text();
  expect(page).toContain('/built/app.js');
  expect(await (await fetch(`${url}/built/app.js`)).text()).toContain('甲');
  const reply = await fetch(`${url}/local/functions/f`, {
    method: 'POST',
    headers: { 'x-openid': 'wang' },
    body: '{}',
  });
  expect(await reply.json()).toEqual({ from: 'cloud' });
  expect(requests).toEqual(['POST /local/functions/f wang']);
});

test('without a cloud its requests fail with 502; sources are not served', async () => {
  writeApp(folder, app);
  const { url } = await run();
  expect((await fetch(`${url}/local/functions/f`, { method: 'POST' })).status).toBe(502);
  expect((await fetch(`${url}/app/app.js`)).status).toBe(404);
  expect((await fetch(`${url}/app/..%2f..%2f..%2fpackage.json`)).status).toBe(404);
  expect((await fetch(`${url}/built/..%2fapp.json`)).status).toBe(404);
});

test('an app that does not compile ends a strict start with every mistake', async () => {
  writeApp(folder, { ...app, 'a/a.wxml': '<view>{{a +}}</view>', 'a/a.js': 'Page({' });
  const { code, output } = await run('--production', '--strict');
  expect(code).toBe(1);
  expect(output).toContain('a/a.wxml:1:12');
  expect(output).toContain('a/a.js:1:7');
});
