import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { createServer, type Server } from 'node:http';
import { forwardTo } from '@lianxin/local-phone';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestCloud, type TestCloud } from '../support/local-cloud';

/** A phone on a port of its own (`npm run phone -- --cloud <url>`) passes its pages' calls on to this cloud. */
const functionsFolder = mkdtempSync(path.join(tmpdir(), 'forward-'));
let cloud: TestCloud;
let phone: Server;
let port: number;
beforeAll(async () => {
  mkdirSync(path.join(functionsFolder, 'echo'));
  writeFileSync(path.join(functionsFolder, 'echo', 'index.js'), 'exports.main = async (event) => event;');
  cloud = await startTestCloud({ functionsFolder });
  phone = createServer(forwardTo(cloud.url));
  await new Promise<void>((resolve) => phone.listen(0, '127.0.0.1', resolve));
  const address = phone.address();
  port = typeof address === 'object' && address ? address.port : 0;
}, 30_000);
afterAll(async () => {
  phone.closeAllConnections();
  phone.close();
  await cloud.close();
  rmSync(functionsFolder, { recursive: true });
});

const call = (headers: Record<string, string>, address = '/local/functions/echo') =>
  new Promise<number | undefined>((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port, path: address, method: 'POST', headers }, (response) =>
        resolve(response.resume().statusCode),
      )
      .on('error', reject)
      .end('{}');
  });

it('passes on the calls of the phone’s own pages', async () => {
  const host = `127.0.0.1:${port}`;
  expect(await call({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await call({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
});

it('passes no foreign page through, and calls no other host', async () => {
  const host = `127.0.0.1:${port}`;
  expect(await call({ host, origin: 'https://evil.example' })).toBe(403);
  expect(await call({ host: `evil.example:${port}`, origin: `http://evil.example:${port}` })).toBe(403);
  expect(await call({ host: `evil.example:${port}` }, '/local/trace')).toBe(403);
  expect(await call({ host }, '//evil.example/local/reset')).toBe(404);
});
