import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { scratchFolder, writeApp } from '../support/app-folder';
import { runPhone, type RunningCommand } from '../support/command';

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
let command: RunningCommand | undefined;
let cloud: Server | undefined;

beforeEach(() => {
  folder = scratchFolder('cli');
});
afterEach(async () => {
  await command?.stop();
  command = undefined;
  cloud?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...options: string[]): Promise<RunningCommand> {
  const args = ['--import', 'tsx', 'main.ts', '--app', folder, '--port', '0', '--out', join(folder, 'out')];
  command = await runPhone([...args, ...options], packageFolder);
  return command;
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

test('without --app it runs the app that project.config.json names', async () => {
  writeApp(folder, { 'project.config.json': { miniprogramRoot: 'mini/' } });
  writeApp(join(folder, 'mini'), app);
  command = await runPhone(['--import', 'tsx', join(packageFolder, 'main.ts'), '--port', '0'], folder);
  expect(await (await fetch(`${command.url}/built/app.js`)).text()).toContain('甲');
});
