/** What this cloud takes although the real one does not: one test for each such row of docs/differences.md. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestCloud, type TestCloud } from './support/test-cloud';

const root = mkdtempSync(path.join(tmpdir(), 'leniencies-'));
const functions: Readonly<Record<string, string>> = {
  anywhere: `const cloud = require('wx-server-sdk');
    exports.main = async ({ env }) => {
      cloud.init({ env });
      return (await cloud.database().collection('things').get()).data };`,
  bare: `exports.main = async () => [typeof require('wx-server-sdk').database, process.version]`,
  other: `exports.main = async () => require('left-pad-of-nobody')`,
  sends: `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = async ({ templateId }) => cloud.openapi.subscribeMessage.send({ touser: cloud.getWXContext().OPENID,
      templateId, page: 'pages/a/a', data: { thing1: { value: 'a' } } });`,
};
let cloud: TestCloud;

beforeAll(async () => {
  for (const [name, code] of Object.entries(functions)) {
    mkdirSync(path.join(root, name));
    writeFileSync(path.join(root, name, 'index.js'), code);
    const config = { runtime: 'Nodejs16.13', permissions: { openapi: ['subscribeMessage.send'] } };
    writeFileSync(path.join(root, name, 'config.json'), JSON.stringify(config));
  }
  const collections = [
    { name: 'things', indexes: [], permission: 'READONLY' as const },
    { name: 'ruled', indexes: [], rule: { read: 'doc.a in [1, 2] && doc.b in [1, 2]' } },
  ];
  cloud = await startTestCloud({ functionsFolder: root, strict: false, manifest: { collections } });
  cloud.database.load('things', [{ _id: 'one', n: 1 }]);
});
afterAll(async () => {
  await cloud.close();
  rmSync(root, { recursive: true, force: true });
});

async function ask(fields: object): Promise<{ code?: string; data?: { list?: string[]; total?: number } }> {
  const init = { method: 'POST', headers: { 'x-openid': 'oA' }, body: JSON.stringify(fields) };
  return (await (await fetch(`${cloud.url}/local/database`, init)).json()) as { code?: string };
}

it('every name of an environment is the one that there is', async () => {
  for (const env of ['prod-1', 'nowhere'])
    expect(await cloud.invoke('anywhere', { env }, {})).toEqual([{ _id: 'one', n: 1 }]);
});

it('two hundred requests at once are all answered', async () => {
  const count = { action: 'database.calculateDocument', collectionName: 'things', query: '{}' };
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(count)));
  expect(answers.filter(({ data }) => data?.total === 1)).toHaveLength(200);
});

it('a function without node_modules finds the SDK', async () => {
  expect(await cloud.invoke('bare', {}, {})).toMatchObject(['function', {}]);
  await expect(cloud.invoke('other', {}, {})).rejects.toThrow("Cannot find module 'left-pad-of-nobody'");
});

it('a function runs on the Node of this machine', async () => {
  expect(await cloud.invoke('bare', {}, {})).toEqual(['function', process.version]);
});

it('a number has the digits of a double', async () => {
  const data = ['{"_id":"long","n":{"$numberLong":"9007199254740993"}}'];
  await ask({ action: 'database.insertDocument', collectionName: 'things', data });
  const { data: found } = await ask({
    action: 'database.getDocument',
    collectionName: 'things',
    query: '{"_id":"long"}',
  });
  expect(found?.list?.[0]).toContain('"n":9007199254740992');
  await ask({ action: 'database.removeDocument', collectionName: 'things', query: '{"_id":"long"}', multi: true });
});

it('a regular expression is JavaScript’s', async () => {
  const find = (pattern: string) =>
    ask({
      action: 'database.getDocument',
      collectionName: 'things',
      query: JSON.stringify({ _id: { $regularExpression: { pattern, options: '' } } }),
    });
  expect((await find('^(?<first>o)n[^]$')).data?.list).toHaveLength(1);
  expect((await find('^(?>o)ne$')).code).toBe('INVALID_PARAM');
});

it('a template that nobody applied for sends a message', async () => {
  await cloud.control('/local/subscribe', { openid: 'oA', templateIds: ['nobody-applied'] });
  const sent = await cloud.invoke('sends', { templateId: 'nobody-applied' }, { openid: 'oA' });
  expect(sent).toMatchObject({ errCode: 0 });
});

it('a query of too many ways is refused where a rule asks', async () => {
  const read = (a: number[], b: number[]) =>
    ask({
      action: 'database.getDocument',
      collectionName: 'ruled',
      query: JSON.stringify({ a: { $in: a }, b: { $in: b } }),
    });
  const list = (length: number) => Array.from({ length }, (_, at) => (at % 2) + 1);
  expect((await read(list(14), list(14))).code).toBeUndefined();
  expect((await read(list(15), list(15))).code).toBe('DATABASE_PERMISSION_DENIED');
});
