/** `wx.cloud.database()` of a page, in the browser phone with the local cloud behind it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { forwardTo } from '@lianxin/local-phone';
import { launchBrowser, newPhonePage, openPhone, startPhone, type RunningPhone } from '@lianxin/local-phone/testing';
import { startTestCloud, type TestCloud } from '@lianxin/local-cloud/testing';
import { writeDatabaseApp } from './database-app';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..', '..');
let folder: string;
let cloud: TestCloud;
let phone: RunningPhone;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(root, '.cache', 'database-app-'));
  writeDatabaseApp(folder);
  const collections = [
    { name: 'todos', indexes: [{ name: 'place', fields: [{ name: 'place', direction: '2dsphere' as const }] }] },
    { name: 'news', indexes: [], permission: 'ADMINWRITE' as const },
    { name: 'rooms', indexes: [], rule: { read: true, write: 'doc._openid == auth.openid' } },
  ];
  const functionsFolder = join(root, 'local', 'cloud', 'examples', 'guestbook', 'functions');
  [browser, cloud] = await Promise.all([
    launchBrowser(),
    startTestCloud({ functionsFolder, strict: false, manifest: { collections } }),
  ]);
  phone = await startPhone({ appFolder: folder }, forwardTo(cloud.url));
  page = await newPhonePage(browser);
  await openPhone(page, { url: phone.url, as: 'oAnna', page: '/a/a' });
});
afterAll(async () => {
  await browser.close();
  await Promise.all([phone.close(), cloud.close()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  cloud.database.reset();
  for (const name of ['todos', 'news', 'rooms']) cloud.database.createCollection(name);
  cloud.database.createIndex('todos', { name: 'place', fields: [{ name: 'place', direction: '2dsphere' }] });
});

/** Runs the body of an async function with `db`, `_`, `$` and `wait`; a failure is its answer, too. */
function run(body: string): Promise<unknown> {
  return page.evaluate(`(async () => {
    const db = wx.cloud.database(), _ = db.command, $ = _.aggregate;
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    ${body}
  })().catch((error) => ({ errCode: error.errCode, errMsg: error.errMsg ?? String(error) }))`);
}

test('a document is added, read, updated, set and removed', async () => {
  const answers = await run(`
    const todos = db.collection('todos');
    const added = await todos.add({ data: { _id: 'one', done: false, due: new Date('2026-09-01'),
      tags: ['cloud'], place: db.Geo.Point(113, 23), at: db.serverDate() } });
    const { data } = await todos.doc('one').get();
    const change = { done: _.set(true), 'style.color': 'red', tags: _.push('db') };
    const updated = await todos.doc('one').update({ data: change });
    const after = (await todos.doc('one').get()).data;
    const set = await todos.doc('two').set({ data: { done: false } });
    const removed = await todos.doc('one').remove();
    return { added, updated, set, removed, due: data.due.toISOString(), isDate: data.at instanceof Date,
      place: [data.place.longitude, data.place.latitude], owner: data._openid,
      after: [after.done, after.style, after.tags] };`);
  expect(answers).toEqual({
    added: { _id: 'one', errMsg: 'collection.add:ok' },
    updated: { stats: { updated: 1 }, errMsg: 'document.update:ok' },
    set: { _id: 'two', stats: { updated: 0, created: 1 }, errMsg: 'document.set:ok' },
    removed: { stats: { removed: 1 }, errMsg: 'document.remove:ok' },
    due: '2026-09-01T00:00:00.000Z',
    isDate: true,
    place: [113, 23],
    owner: 'oAnna',
    after: [true, { color: 'red' }, ['cloud', 'db']],
  });
});

test('queries: commands, order, skip, fields, counts, regular expressions, twenty at most', async () => {
  cloud.database.load(
    'todos',
    Array.from({ length: 30 }, (_, n) => ({ _id: `t${n}`, n, text: n % 2 ? 'odd' : 'even', _openid: 'oAnna' })),
  );
  const answers = await run(`
    const todos = db.collection('todos');
    const ids = async (query) => (await query.get()).data.map(({ n }) => n);
    return {
      all: (await ids(todos)).length,
      many: (await ids(todos.limit(100))).length,
      range: await ids(todos.where({ n: _.gt(3).and(_.lt(7)) }).orderBy('n', 'desc')),
      either: await ids(todos.where(_.or([{ n: 1 }, { n: _.in([28, 29]) }]))),
      page: await ids(todos.orderBy('n', 'asc').skip(20).limit(5)),
      total: await todos.where({ text: db.RegExp({ regexp: '^O', options: 'i' }) }).count(),
      field: (await todos.where({ n: 2 }).field({ text: true, _id: false }).get()).data,
      many2: await todos.where({ n: _.gte(28) }).update({ data: { n: _.inc(100) } }),
      gone: await todos.where({ n: _.lt(5) }).remove(),
    };`);
  expect(answers).toEqual({
    all: 20,
    many: 20,
    range: [6, 5, 4],
    either: [1, 28, 29],
    page: [20, 21, 22, 23, 24],
    total: { total: 15, errMsg: 'collection.count:ok' },
    field: [{ text: 'even' }],
    many2: { stats: { updated: 2 }, errMsg: 'collection.update:ok' },
    gone: { stats: { removed: 5 }, errMsg: 'collection.remove:ok' },
  });
});

test('aggregations and places', async () => {
  const near = [113.1, 113.2, 115].map((longitude, n) => ({ n, longitude }));
  cloud.database.load(
    'todos',
    near.map(({ n, longitude }) => ({
      n,
      team: n < 2 ? 'a' : 'b',
      place: { type: 'Point', coordinates: [longitude, 23] },
      _openid: 'oAnna',
    })),
  );
  const answers = await run(`
    const todos = db.collection('todos');
    const point = new db.Geo.Point(113, 23);
    return {
      teams: await todos.aggregate().group({ _id: '$team', total: $.sum('$n') }).sort({ _id: 1 }).end(),
      near: (await todos.where({ place: _.geoNear({ geometry: point, maxDistance: 50000 }) }).get())
        .data.map(({ n }) => n),
      first: (await todos.aggregate().geoNear({ near: point, spherical: true, distanceField: 'away' }).limit(1).end())
        .list.map(({ n }) => n),
    };`);
  expect(answers).toEqual({
    teams: {
      list: [
        { _id: 'a', total: 1 },
        { _id: 'b', total: 2 },
      ],
      errMsg: 'collection.aggregate:ok',
    },
    near: [0, 1],
    first: [0],
  });
});

test('what is refused says why, by callback and by promise', async () => {
  cloud.database.load('rooms', [{ _id: 'r', _openid: 'oAnna' }]);
  const answers = await run(`
    const failure = (promise) => promise.then(() => 'none', ({ errCode, errMsg }) => [errCode, errMsg]);
    const rooms = db.collection('rooms');
    return [
      await failure(db.collection('news').add({ data: { title: 'x' } })),
      await failure(rooms.doc('r').update({ data: { open: true } })),
      await failure(rooms.where({ _id: 'r', _openid: '{openid}' }).update({ data: { open: true } })),
      await failure(db.collection('todos').doc('none').get()),
      (await wx.cloud.database({ throwOnNotFound: false }).collection('todos').doc('none').get()).data,
      await new Promise((resolve) =>
        db.collection('absent').get({ fail: ({ errMsg }) => resolve(errMsg.split('.')[1]) })),
      await new Promise((resolve) => db.collection('news').get({ success: resolve })),
      await failure(db.collection('todos').add({})),
    ];`);
  expect(answers).toEqual([
    [-502_003, 'collection.add:fail -502003 database permission denied. Permission denied'],
    [-502_003, 'document.update:fail -502003 database permission denied. Permission denied'],
    'none',
    [-1, 'document.get:fail document with _id none does not exist'],
    null,
    'get:fail -502005 database collection not exists',
    { data: [], errMsg: 'collection.get:ok' },
    [-1, 'collection.add:fail parameter error: parameter.data should be Object instead of undefined;'],
  ]);
});

test('a watch tells what came, changed and went, until it is closed', async () => {
  cloud.database.load('todos', [{ _id: 'a', n: 1, style: { color: 'red', size: 2 }, team: 't', _openid: 'oAnna' }]);
  const snapshots = await run(`
    const todos = db.collection('todos');
    const seen = [];
    let told = () => undefined;
    const next = (act) => new Promise((resolve) => { told = resolve; void act?.(); });
    const short = ({ queueType, dataType, docId, updatedFields, removedFields }) =>
      [queueType, dataType, docId, updatedFields, removedFields].filter((part) => part !== undefined);
    const watcher = todos.where({ team: 't' }).watch({
      onChange: ({ type, id, docs, docChanges }) => {
        seen.push({ type, id, docs: docs.map(({ _id }) => _id).join(), events: docChanges.map(short) });
        told();
      },
      onError: (error) => seen.push(error),
    });
    await next();
    await next(() => todos.add({ data: { _id: 'b', n: 2, team: 't' } }));
    await next(() => todos.doc('a').update({ data: { n: 5, style: { size: _.remove() } } }));
    await next(() => todos.doc('a').set({ data: { n: 6, team: 't' } }));
    await next(() => todos.doc('b').update({ data: { team: 'other' } }));
    await next(() => todos.doc('a').remove());
    await watcher.close();
    await todos.add({ data: { _id: 'c', team: 't' } });
    await wait(100);
    return seen;`);
  expect(snapshots).toEqual([
    { type: 'init', id: 0, docs: 'a', events: [['init', 'init', 'a']] },
    { id: 1, docs: 'a,b', events: [['enqueue', 'add', 'b']] },
    { id: 2, docs: 'a,b', events: [['update', 'update', 'a', { n: 5 }, ['style.size']]] },
    { id: 3, docs: 'a,b', events: [['update', 'replace', 'a']] },
    { id: 4, docs: 'a', events: [['dequeue', 'update', 'b']] },
    { id: 5, docs: '', events: [['dequeue', 'remove', 'a']] },
  ]);
});

test('changes that come together are events of their own, in their order', async () => {
  cloud.database.load('todos', [{ _id: 'a', n: 1, _openid: 'oAnna' }]);
  const events = await run(`
    let told = () => undefined;
    const next = (act) => new Promise((resolve) => { told = resolve; void act?.(); });
    const onError = (error) => told(error);
    const watcher = db.collection('todos').watch({ onChange: ({ docChanges }) => told(docChanges), onError });
    await next();
    await wait(300);
    const seen = [];
    while (seen.length < 4)
      seen.push(...await next(seen.length > 0 ? undefined : () => fetchTogether()));
    await watcher.close();
    return seen.map(({ queueType, dataType, docId, doc }) => [queueType, dataType, docId, doc.n]);
    async function fetchTogether() {
      const a = db.collection('todos').doc('a');
      await Promise.all([a.update({ data: { n: 2 } }), db.collection('todos').add({ data: { _id: 'b', n: 0 } })]);
      await a.update({ data: { n: 3 } });
      await a.remove();
    }`);
  expect((events as unknown[][]).filter(([, , id]) => id === 'a')).toEqual([
    ['update', 'update', 'a', 2],
    ['update', 'update', 'a', 3],
    ['dequeue', 'remove', 'a', 3],
  ]);
  expect(events).toContainEqual(['enqueue', 'add', 'b', 0]);
});

test('watches of a document and of the first few; what moves by the limit; a refusal is an error', async () => {
  cloud.database.load(
    'todos',
    [1, 2, 3].map((n) => ({ _id: `d${n}`, n, _openid: 'oAnna' })),
  );
  const answers = await run(`
    const todos = db.collection('todos');
    const seen = [], one = [];
    const failed = new Promise((resolve) =>
      db.collection('absent').watch({ onChange: () => undefined, onError: ({ errCode }) => resolve(errCode) }));
    const onError = (error) => seen.push(error);
    let told = () => undefined;
    const onChange = ({ docs, docChanges }) => {
      const events = docChanges.map(({ queueType, dataType }) => queueType + ' ' + dataType);
      seen.push([docs.map(({ n }) => n).join(), events.join()]);
      told();
    };
    const first = new Promise((resolve) => { told = resolve; });
    const few = todos.orderBy('n', 'asc').limit(2).watch({ onChange, onError });
    const doc = todos.doc('d3').watch({ onChange: ({ docs }) => one.push(docs[0]?.n), onError });
    await first;
    const second = new Promise((resolve) => { told = resolve; });
    await todos.doc('d3').update({ data: { n: 0 } });
    await second;
    await wait(50);
    await Promise.all([few.close(), doc.close()]);
    return { seen, one, failed: await failed };`);
  expect(answers).toEqual({
    seen: [
      ['1,2', 'init init,init init'],
      ['0,1', 'dequeue limit,enqueue update'],
    ],
    one: [3, 0],
    failed: -502_005,
  });
});

test('an app that does not name the database does not load it', async () => {
  const html = await (await fetch(`${phone.url}/?page=/a/a`)).text();
  expect(html).toContain('/built/database.js');
  const notes = await startPhone({ appFolder: join(root, 'local', 'phone', 'tests', 'fixtures', 'sample') });
  expect(await (await fetch(`${notes.url}/?page=/pages/home/home`)).text()).not.toContain('database.js');
  await notes.close();
});
