/** The database as clients reach it, under each of the four simple permissions and under rules. */
import { functionsFolder } from '../fixtures';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
const names = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'] as const;

beforeAll(async () => {
  const simple = names.map((permission) => ({ name: permission, indexes: [], permission }));
  const rules = [
    { name: 'plain', indexes: [] },
    { name: 'own', indexes: [], rule: { read: true, write: 'doc._openid == auth.openid' } },
    { name: 'priced', indexes: [], rule: { read: true, create: 'doc.price > 0', update: 'request.data.price > 0' } },
    { name: 'open', indexes: [], rule: { read: true, write: true } },
    { name: 'orders', indexes: [], rule: { read: 'auth.openid in get(`database.shops.${doc.shop}`).owners' } },
    { name: 'shops', indexes: [], rule: { read: false, write: false } },
  ];
  cloud = await startTestCloud({ functionsFolder, strict: false, manifest: { collections: [...simple, ...rules] } });
  for (const name of [...names, 'plain', 'own', 'open'])
    cloud.database.load(name, [
      { _id: 'a', n: 1, _openid: 'oA' },
      { _id: 'b', n: 2, _openid: 'oB' },
    ]);
  cloud.database.load('shops', [{ _id: 's', owners: ['oA'] }]);
  cloud.database.load('orders', [{ _id: 'o', shop: 's' }]);
}, 30_000);
afterAll(() => cloud.close());

type Reply = {
  data?: { list?: string[]; total?: number; updated?: number; deleted?: number };
  code?: string;
  message?: string;
};

async function ask(openid: string, action: string, fields: object): Promise<Reply> {
  const headers: Record<string, string> = openid === '' ? {} : { 'x-openid': openid };
  const body = JSON.stringify({ action: `database.${action}`, queryType: 'WHERE', ...fields });
  return (await fetch(`${cloud.url}/local/database`, { method: 'POST', headers, body })).json() as Promise<Reply>;
}
const text = (fields: object) => JSON.stringify(fields);
const read = async (openid: string, collectionName: string, query: object = {}) => {
  const { code, data } = await ask(openid, 'getDocument', { collectionName, query: text(query) });
  return code ?? data?.list?.map((each) => (JSON.parse(each) as { _id: string })._id).join('');
};
const update = async (openid: string, collectionName: string, query: object, change: object = { n: 9 }) => {
  const fields = { collectionName, query: text(query), data: text({ $set: change }), merge: true, multi: true };
  const { code, data } = await ask(openid, 'modifyDocument', fields);
  return code ?? data?.updated;
};
const remove = async (openid: string, collectionName: string, query: object) => {
  const { code, data } = await ask(openid, 'removeDocument', { collectionName, query: text(query), multi: true });
  return code ?? data?.deleted;
};
const add = async (openid: string, collectionName: string, document: object) =>
  (await ask(openid, 'insertDocument', { collectionName, data: [text(document)] })).code ?? 'added';

const denied = 'DATABASE_PERMISSION_DENIED';

test.each<[string, string | undefined, string | number]>([
  ['READONLY', 'ab', 1],
  ['PRIVATE', 'a', 1],
  ['ADMINWRITE', 'ab', denied],
  ['ADMINONLY', denied, denied],
  ['plain', 'a', 1],
])('%s: reads %s, writes %s', async (name, seen, written) => {
  expect(await read('oA', name)).toBe(seen);
  expect(await read('oA', name, { _id: 'b' })).toBe(seen === 'a' ? '' : seen === 'ab' ? 'b' : seen);
  expect(await update('oA', name, { _id: 'a' })).toBe(written);
  expect(await update('oA', name, { _id: 'b' })).toBe(written === 1 ? 0 : written);
  expect(await remove('oA', name, { _id: 'b' })).toBe(written === 1 ? 0 : written);
  expect(await add('oA', name, { _id: 'c' })).toBe(written === 1 ? 'added' : written);
  expect(await remove('oA', name, { _id: 'c' })).toBe(written);
});

test('who is not signed in reads what everybody reads, and owns nothing', async () => {
  expect(await read('', 'READONLY', { _id: 'b' })).toBe('b');
  expect(await read('', 'PRIVATE')).toBe(denied);
  expect(await add('', 'READONLY', { n: 1 })).toBe(denied);
});

test('_openid is written at add, and never changed', async () => {
  expect(await add('oA', 'PRIVATE', { _id: 'mine', commenter: '{openid}' })).toBe('added');
  expect(cloud.database.get('PRIVATE', 'mine')).toEqual({ _id: 'mine', commenter: 'oA', _openid: 'oA' });
  expect(await add('oA', 'PRIVATE', { _openid: 'oB' })).toBe('INVALID_PARAM');
  expect(await update('oA', 'PRIVATE', { _id: 'mine' }, { _openid: 'oB' })).toBe('INVALID_PARAM');
  const rename = {
    collectionName: 'PRIVATE',
    query: '{}',
    data: text({ $rename: { commenter: '_openid' } }),
    merge: true,
  };
  expect((await ask('oA', 'modifyDocument', rename)).message).toContain('Invalid Key Name: _openid');
});

test('a set replaces, keeps the owner, makes what is missing, and takes nothing of others', async () => {
  const set = (openid: string, _id: unknown, document: object) =>
    ask(openid, 'modifyDocument', {
      collectionName: 'PRIVATE',
      queryType: 'DOC',
      query: text({ _id }),
      data: text(document),
      merge: false,
      upsert: true,
    });
  expect((await set('oA', 'new', { n: 1 })).code).toBeUndefined();
  expect((await set('oA', 'new', { m: 2 })).data?.updated).toBe(1);
  expect(cloud.database.get('PRIVATE', 'new')).toEqual({ _id: 'new', m: 2, _openid: 'oA' });
  expect((await set('oA', 'b', { m: 2 })).message).toContain('E11000');
  expect(cloud.database.get('PRIVATE', 'b')).toMatchObject({ n: 2, _openid: 'oB' });
  await remove('oA', 'PRIVATE', { _id: 'new' });
  expect((await set('oB', 7, { n: 7 })).code).toBeUndefined();
  expect((await set('oA', 7, { n: 8 })).message).toContain('E11000');
  expect((await set('oA', { $ne: null }, { n: 8 })).code).toBe('INVALID_PARAM');
  expect(cloud.database.get('PRIVATE', 7)).toEqual({ _id: 7, n: 7, _openid: 'oB' });
  await remove('oB', 'PRIVATE', { _id: 7 });
});

test('an update makes no document, whatever it asks for', async () => {
  const upsert = { query: text({ _id: 'none' }), data: text({ $set: { n: 1 } }), merge: true, upsert: true };
  expect((await ask('oA', 'modifyDocument', { collectionName: 'open', ...upsert })).data?.updated).toBe(0);
  expect(cloud.database.get('open', 'none')).toBeUndefined();
});

test('a query has to be a part of the rule: {openid} makes it one, an id alone does not', async () => {
  expect(await update('oA', 'own', { _id: 'a' })).toBe(denied);
  expect(await update('oA', 'own', { _id: 'a', _openid: '{openid}' })).toBe(1);
  expect(await update('oA', 'own', { _openid: 'oB' })).toBe(denied);
  expect(await remove('oA', 'own', {})).toBe(denied);
  expect(await read('oA', 'own')).toBe('ab');
  expect(await add('oA', 'own', { n: 3 })).toBe('added');
});

test('a rule sees what a write brings', async () => {
  expect(await add('oA', 'priced', { _id: 'p', price: 0 })).toBe(denied);
  expect(await add('oA', 'priced', { _id: 'p', price: 5 })).toBe('added');
  expect(await update('oA', 'priced', { _id: 'p' }, { price: -1 })).toBe(denied);
  expect(await update('oA', 'priced', { _id: 'p' }, { price: 6 })).toBe(1);
  expect(await remove('oA', 'priced', { _id: 'p' })).toBe(denied);
});

test('a rule reads other collections, which clients cannot', async () => {
  expect(await read('oA', 'orders', { shop: 's' })).toBe('o');
  expect(await read('oB', 'orders', { shop: 's' })).toBe(denied);
  expect(await read('oA', 'orders')).toBe(denied);
  expect(await read('oA', 'shops')).toBe(denied);
});

test('twenty documents a read, counted and aggregated under the same permission', async () => {
  cloud.database.load(
    'open',
    Array.from({ length: 30 }, (_, n) => ({ n, _openid: 'oC' })),
  );
  const limited = await ask('oA', 'getDocument', {
    collectionName: 'open',
    query: text({ _openid: 'oC' }),
    limit: 100,
  });
  expect(limited.data?.list).toHaveLength(20);
  expect((await ask('oA', 'calculateDocument', { collectionName: 'PRIVATE' })).data?.total).toBe(2);
  const stage = (stageKey: string, value: unknown) => ({ stageKey, stageValue: JSON.stringify(value) });
  const sum = stage('$group', { _id: null, total: { $sum: 1 } });
  const total = async (collectionName: string, ...stages: object[]) => {
    const { data, code } = await ask('oB', 'aggregateDocuments', { collectionName, stages: [...stages, sum] });
    return code ?? (JSON.parse(data?.list?.[0] ?? '{}') as { total: number }).total;
  };
  expect(await total('PRIVATE')).toBe(1);
  expect(await total('READONLY')).toBe(2);
  expect(await total('ADMINONLY')).toBe(denied);
  const lookup = { from: 'PRIVATE', localField: '_id', foreignField: '_id', as: 'found' };
  expect(await total('READONLY', stage('$lookup', lookup))).toBe(denied);
  const facet = { a: [{ $lookup: lookup }] };
  expect(await total('READONLY', stage('$facet', facet))).toBe(denied);
  expect(await total('READONLY', stage('$match', { n: { $gt: 0 }, from: null }))).toBe(2);
  expect(await total('orders', stage('$match', { shop: 's' }))).toBe(denied);
});

test('transactions and new collections are for functions', async () => {
  for (const action of ['startTransaction', 'addCollection', 'modifyAndReturnDoc'])
    expect((await ask('oA', action, { collectionName: 'x' })).code).toBe('INVALID_PARAM');
  expect((await ask('oA', 'getDocument', { collectionName: 'nowhere' })).code).toBe('DATABASE_COLLECTION_NOT_EXIST');
});

test('what a deployment sets comes before the manifest', async () => {
  const set = (fields: object) =>
    fetch(`${cloud.url}/tcb`, {
      method: 'POST',
      headers: { 'x-tc-action': 'ModifyResourcePermission', 'content-type': 'application/json' },
      body: JSON.stringify({ ResourceType: 'collection', Resource: 'open', ...fields }),
    });
  await set({ Permission: 'ADMINONLY' });
  expect(await read('oA', 'open')).toBe(denied);
  await set({ Permission: 'CUSTOM', SecurityRule: '{"read":"doc.n == 1"}' });
  expect(await read('oA', 'open', { n: 1, _openid: 'oA' })).toBe('a');
  const wrong = await set({ Permission: 'CUSTOM', SecurityRule: '{"read":"doc.n = 1"}' });
  expect(await wrong.text()).toContain('cannot read the rule');
});
