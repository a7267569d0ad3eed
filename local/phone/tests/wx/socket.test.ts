/** wx.connectSocket, to the one address that the app may reach. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';
import { startEchoServer, type EchoServer } from '../support/echo-socket';
import { changeSettings } from '../support/inspect';

jest.setTimeout(60_000);

let folder: string;
let echo: EchoServer;
let phone: RunningPhone;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = scratchFolder('socket');
  const files = { 'app.json': { pages: ['a/a'] }, 'app.js': 'App({})', 'a/a.js': 'Page({})', 'a/a.wxml': '<view/>' };
  writeApp(folder, { ...files, 'a/a.json': {} });
  echo = await startEchoServer();
  [browser, phone] = await Promise.all([
    launchBrowser(),
    startPhone({ appFolder: folder, allowedAddresses: [`ws://127.0.0.1:${echo.port}`] }),
  ]);
  page = await newPhonePage(browser);
  await openPhone(page, { url: phone.url, as: 'somebody', page: '/a/a' });
});
afterAll(async () => {
  await browser.close();
  await phone.close();
  echo.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the body of an async function with the server's address, and what a task tells in `told`. */
function run(body: string): Promise<unknown> {
  return page.evaluate(`(async () => {
    const address = 'ws://127.0.0.1:${echo.port}/';
    const told = [];
    const open = (options) => {
      const task = wx.connectSocket({ url: address, ...options });
      for (const event of ['Open', 'Message', 'Error', 'Close'])
        task['on' + event]((detail) => told.push([event, detail]));
      return task;
    };
    const until = async (event) => {
      while (!told.some(([name]) => name === event)) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    ${body}
  })()`);
}

test('a task opens with the headers and the protocol of the app, sends texts and bytes, and closes', async () => {
  const answer = await run(`
    const task = open({ header: { 'X-Token': 'secret' }, protocols: ['chat'] });
    const before = await task.send({ data: 'early' }).catch(({ errMsg }) => errMsg);
    await until('Open');
    await task.send({ data: '你好' });
    await until('Message');
    await task.send({ data: new Uint8Array([1, 2]).buffer });
    while (told.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    const { errMsg } = await task.close({ code: 1000, reason: 'done' });
    await until('Close');
    const bytes = [...new Uint8Array(told[2][1].data)];
    return { before, errMsg, bytes, text: told[1], end: told[3], state: task.readyState === task.CLOSED };`);
  expect(answer).toEqual({
    before: 'SocketTask.send:fail SocketTask.readyState is not OPEN',
    errMsg: 'SocketTask.close:ok',
    bytes: [1, 2],
    text: ['Message', { data: '你好' }],
    end: ['Close', { code: 1000, reason: 'done' }],
    state: true,
  });
  expect(echo.headers[0]).toMatchObject({ 'x-token': 'secret', 'sec-websocket-protocol': 'chat' });
});

test('other addresses are refused, and so is a connection without a ticket', async () => {
  const failed = (options: string) =>
    run(`
    const reason = await new Promise((fail) => open({ ...${options}, fail }));
    return [reason.errMsg, told];`);
  const reason = 'connectSocket:fail url not in domain list: ws://127.0.0.1:9';
  expect(await failed(`{ url: 'ws://127.0.0.1:9/' }`)).toEqual([reason, [['Error', { errMsg: reason }]]]);
  expect(await failed(`{ url: '${phone.url}' }`)).toMatchObject(['connectSocket:fail invalid url', {}]);
  const direct = await page.evaluate(`new Promise((resolve) => {
    const socket = new WebSocket('ws://' + location.host + '/outside/socket?ticket=none');
    socket.onerror = () => resolve('refused');
    socket.onopen = () => resolve('open');
  })`);
  expect(direct).toBe('refused');
  const headers = { 'sec-fetch-site': 'cross-site', 'x-outside-url': `ws://127.0.0.1:${echo.port}` };
  expect((await fetch(`${phone.url}/outside/socket`, { method: 'POST', headers })).status).toBe(403);
});

test('a server that refuses or goes away is an end with code 1006, and so is a phone without a network', async () => {
  expect(
    await run(`open({ url: address + 'refused' }); await until('Close'); return told.map(([event]) => event);`),
  ).toEqual(['Error', 'Close']);
  const opened = run(`open(); await until('Open'); await until('Close'); return told.at(-1)[1].code;`);
  const before = echo.headers.length;
  while (echo.headers.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  await page.waitForTimeout(50);
  echo.drop();
  expect(await opened).toBe(1006);
  const offline = run(
    `open(); await until('Open'); globalThis.isOpen = true; await until('Close'); return told.at(-1)[1];`,
  );
  await page.waitForFunction('globalThis.isOpen === true');
  await changeSettings(page, { network: 'off' });
  expect(await offline).toEqual({ code: 1006, reason: 'interrupted' });
  expect(await run(`open(); await until('Error'); return told[0][1].errMsg;`)).toMatch(/^connectSocket:fail/);
  await changeSettings(page, { network: 'on' });
});

test('listeners of the app hear of the socket that was opened last', async () => {
  const answer = await run(`
    const heard = [];
    for (const event of ['Open', 'Message', 'Error', 'Close'])
      wx['onSocket' + event](({ data }) => heard.push([event, data]));
    wx.connectSocket({ url: address });
    while (heard.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await wx.sendSocketMessage({ data: 'hello' });
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await wx.closeSocket();
    while (heard.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    return heard;`);
  expect(answer).toEqual([
    ['Open', undefined],
    ['Message', 'hello'],
    ['Close', undefined],
  ]);
});
