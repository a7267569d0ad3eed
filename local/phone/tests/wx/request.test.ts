/** wx.request, uploadFile and downloadFile, to the one address that the app may reach. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

let folder: string;
let server: Server;
let origin: string;
let phone: RunningPhone;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = scratchFolder('request');
  const files = { 'app.json': { pages: ['a/a'] }, 'app.js': 'App({})', 'a/a.js': 'Page({})', 'a/a.wxml': '<view/>' };
  writeApp(folder, { ...files, 'a/a.json': {}, 'dot.svg': '<svg/>' });
  server = createServer((request, response) => {
    if (request.url === '/away') return void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
    if (request.url === '/moved') return void response.writeHead(302, { location: '/there?x=1' }).end();
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      const { method, url, headers } = request;
      const type = headers['content-type']?.split(';')[0];
      response.writeHead(url === '/missing' ? 404 : 200, { 'x-answer': 'yes' });
      response.end(JSON.stringify({ method, url, type, body: body.replace(/-{4,}\S+/g, '-') }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [browser, phone] = await Promise.all([
    launchBrowser(),
    startPhone({ appFolder: folder, allowedAddresses: [`${origin}/`] }),
  ]);
  page = await newPhonePage(browser);
  await openPhone(page, { url: phone.url, as: 'somebody', page: '/a/a' });
});
afterAll(async () => {
  await browser.close();
  await phone.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls an API of the phone; a failure is its answer, too. */
function call(name: string, options: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    ([api, given]) => {
      const { wx } = globalThis as unknown as { wx: Record<string, (of: object) => Promise<Record<string, unknown>>> };
      return wx[api]!(given).catch((error: Record<string, unknown>) => error);
    },
    [name, options] as const,
  );
}

test('GET has its data in the query, and the answer is read as JSON', async () => {
  const { data, statusCode, header, errMsg } = await call('request', { url: `${origin}/a?b=1`, data: { c: '二' } });
  expect([statusCode, errMsg, (header as Record<string, string>)['x-answer']]).toEqual([200, 'request:ok', 'yes']);
  expect(data).toMatchObject({ method: 'GET', url: `/a?b=1&c=${encodeURIComponent('二')}` });
});

test('POST sends JSON, or a form where the header says so', async () => {
  const url = `${origin}/post`;
  const json = await call('request', { url, method: 'POST', data: { a: 1 } });
  expect(json['data']).toMatchObject({ method: 'POST', type: 'application/json', body: '{"a":1}' });
  const type = 'application/x-www-form-urlencoded';
  const form = await call('request', {
    url,
    method: 'POST',
    data: { a: 1, b: 'x y' },
    header: { 'Content-Type': type },
  });
  expect(form['data']).toMatchObject({ type, body: 'a=1&b=x%20y' });
});

test('a status is an answer, a redirect is followed, a text stays a text', async () => {
  expect(await call('request', { url: `${origin}/missing` })).toMatchObject({ statusCode: 404, errMsg: 'request:ok' });
  expect((await call('request', { url: `${origin}/moved` }))['data']).toMatchObject({ url: '/there?x=1' });
  expect(typeof (await call('request', { url: `${origin}/t`, dataType: '其他' }))['data']).toBe('string');
});

test('other addresses are refused, also behind a redirect', async () => {
  const refused = { errMsg: 'request:fail url not in domain list: http://127.0.0.1:9' };
  expect(await call('request', { url: 'http://127.0.0.1:9/' })).toEqual(refused);
  expect(await call('request', { url: `${origin}/away` })).toEqual(refused);
  expect(await call('request', { url: 'nowhere' })).toEqual({ errMsg: 'request:fail invalid url' });
  const fromElsewhere = await fetch(`${phone.url}/outside`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site', 'x-outside-url': origin, 'x-outside-method': 'GET' },
  });
  expect(fromElsewhere.status).toBe(403);
});

test('uploadFile sends a form, downloadFile brings a file', async () => {
  const sent = await call('uploadFile', { url: `${origin}/up`, filePath: '/dot.svg', name: 'f', formData: { k: 'v' } });
  const { type, body } = JSON.parse(String(sent['data'])) as { type: string; body: string };
  expect([sent['statusCode'], type]).toEqual([200, 'multipart/form-data']);
  expect(body).toContain('name="k"\r\n\r\nv');
  expect(body).toContain('name="f"; filename="dot.svg"');
  const { statusCode, tempFilePath } = await call('downloadFile', { url: `${origin}/file.txt` });
  expect([statusCode, String(tempFilePath).endsWith('file.txt')]).toEqual([200, true]);
});
