import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

/** What a client sends wrongly is refused in order, whatever the way it travels. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder });
}, 30_000);
afterAll(() => cloud.close());

interface Sent {
  readonly status: number | undefined;
  readonly body: unknown;
}

/** Sends parts, as one chunk each, or with their length. */
function send(address: string, parts: readonly (string | Buffer)[], isChunked: boolean): Promise<Sent> {
  const length = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  const headers = isChunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': length };
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(cloud.url);
    const request = http.request({ hostname, port, path: address, method: 'POST', headers }, (response) => {
      let text = '';
      response
        .on('data', (chunk) => (text += String(chunk)))
        .on('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) as unknown }));
    });
    request.on('error', reject);
    for (const part of parts) request.write(part);
    request.end();
  });
}

const deep = `{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
const text = (part: string): string => expect.stringContaining(part) as string;

it('a call that comes in chunks is a call', async () => {
  expect(await send('/local/functions/shapes', ['{"na', 'me":"value"}'], true)).toEqual(
    await send('/local/functions/shapes', ['{"name":"value"}'], false),
  );
  expect((await send('/local/functions/whoami', ['{}'], true)).status).toBe(200);
});

it.each([true, false])('an event of more than 6 MB is refused (in chunks: %s)', async (isChunked) => {
  const parts = ['{"a":"', ...Array.from({ length: 9 }, () => 'x'.repeat(1024 * 1024)), '"}'];
  expect(await send('/local/functions/whoami', parts, isChunked)).toEqual({
    status: 500,
    body: { errCode: -501007, errMsg: text('payload size exceeds the limit') },
  });
});

it.each([
  ['/local/functions/whoami', 400, { errCode: -501007, errMsg: text('nested deeper than 1000 levels') }],
  ['/local/clock', 400, { error: text('nested deeper than 1000 levels') }],
  ['/local/database', 400, { error: text('nested deeper than 1000 levels') }],
  ['/local/database/changes', 400, { error: text('nested deeper than 1000 levels') }],
  ['/tcb', 400, { error: text('nested deeper than 1000 levels') }],
  ['/admin', 200, { requestId: text(''), code: 'INVALID_PARAM', message: text('nested deeper than 1000 levels') }],
])('50,000 levels of JSON are refused by %s', async (address, status, body) => {
  expect(await send(address, [deep], false)).toMatchObject({ status, body });
});

it.each(['/local/clock', '/local/database', '/tcb'])('what is no JSON is refused by %s', async (address) => {
  expect(await send(address, ['{"now"'], false)).toMatchObject({ status: 400, body: { error: text('JSON') } });
});

it('a path of HTTP access that is not UTF-8 is refused', async () => {
  expect(await send('/local/http/whoami/%ff', [], false)).toMatchObject({ status: 400, body: { error: text('URI') } });
});

it('so are they inside a filter of the database', async () => {
  const request = { action: 'database.addCollection', collectionName: 'deep' };
  await send('/admin', [JSON.stringify(request)], false);
  const query = JSON.stringify({ ...request, action: 'database.getDocument', query: deep });
  expect((await send('/admin', [query], false)).body).toMatchObject({
    code: text(''),
    message: text('nested too deeply'),
  });
});

it.each(['a'.repeat(300), encodeURIComponent('字'.repeat(100))])('a name of 300 bytes is refused', async (name) => {
  expect(await send(`/local/files/${name}.png`, ['x'], false)).toMatchObject({
    status: 400,
    body: { errCode: -503001, errMsg: text('a name in it is longer than') },
  });
});

it.each([true, false])('an upload of more than 50 MB is refused (in chunks: %s)', async (isChunked) => {
  const parts = Array.from({ length: 51 }, () => Buffer.alloc(1024 * 1024));
  expect(await send('/local/files/big.bin', parts, isChunked)).toEqual({
    status: 413,
    body: { errCode: -503001, errMsg: text('the file is too large') },
  });
});

it.each([
  ['/local/database', true],
  ['/tcb', false],
  ['/local/http/whoami/x', true],
])('a body that is too large is refused by %s (in chunks: %s)', async (address, isChunked) => {
  const parts = ['{"a":"', ...Array.from({ length: 21 }, () => 'x'.repeat(1024 * 1024)), '"}'];
  expect(await send(address, parts, isChunked)).toEqual({ status: 413, body: { error: text('larger than') } });
});

describe('a function has its own folder alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'own-folder-'));
  const write = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  };
  let own: TestCloud;
  beforeAll(async () => {
    write('node_modules/above/index.js', 'module.exports = "above"');
    write('linked/index.js', 'module.exports = require("./more")');
    write('linked/more.js', 'module.exports = "linked"');
    write('shared.js', 'module.exports = "shared"');
    write('functions/probe/own/part.js', 'module.exports = "own"');
    write('functions/probe/template.txt', 'a template');
    write('functions/probe/node_modules/inside/index.js', 'module.exports = "inside"');
    symlinkSync(path.join(folder, 'linked'), path.join(folder, 'functions/probe/node_modules/linked'));
    write(
      'functions/probe/index.js',
      `const fs = require('fs');
       exports.main = async ({ name, read }) => read
         ? [fs.readFileSync(read, 'utf8'), await fs.promises.readFile(read, 'utf8'), fs.existsSync('index.js'),
            process.cwd() === __dirname]
         : require(name);`,
    );
    write('functions/failing/index.js', 'require("nothing-of-that-name")');
    own = await startTestCloud({ functionsFolder: path.join(folder, 'functions') });
  }, 30_000);
  afterAll(async () => {
    await own.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['inside', 'linked', './own/part', './own/../own/part.js'])('may require %s', async (name) => {
    expect(await own.invoke('probe', { name }, {})).toBe(name.replace(/.*\/(\w+)\/part.*/, '$1'));
  });

  it.each(['above', '../../shared', '../../shared.js', path.join(folder, 'shared.js')])(
    'may not require %s',
    async (name) => {
      await expect(own.invoke('probe', { name }, {})).rejects.toMatchObject({
        errCode: -504002,
        message: text(`Cannot find module '${name}'`),
      });
    },
  );

  it('and it is its working directory', async () => {
    expect(await own.invoke('probe', { read: 'template.txt' }, {})).toEqual(['a template', 'a template', true, true]);
  });

  it('one that cannot be loaded fails alike, however often it is called', async () => {
    const failures: unknown[] = [];
    for (let call = 0; call < 30; call++)
      failures.push(await own.invoke('failing', {}, {}).catch((error: unknown) => (error as Error).message));
    expect(new Set(failures).size).toBe(1);
    expect(String(failures[0]).match(/nothing-of-that-name/g)).toHaveLength(1);
  });
});
