/** `wx.cloud.database()` of a page, in the browser phone with the local cloud behind it. */
import { join } from 'node:path';
import { startPhone } from '@lianxin/local-phone/testing';
import { openDatabasePage, root, type DatabasePage } from './database-page';

jest.setTimeout(60_000);

let opened: DatabasePage;
beforeAll(async () => {
  opened = await openDatabasePage();
});
afterAll(() => opened.close());
beforeEach(() => opened.reset());

const run = (body: string): Promise<unknown> => opened.run(body);

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
  opened.cloud.database.load(
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
  opened.cloud.database.load(
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
  opened.cloud.database.load('rooms', [{ _id: 'r', _openid: 'oAnna' }]);
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

test('an app that does not name the database does not load it', async () => {
  const html = await (await fetch(`${opened.phone.url}/?page=/a/a`)).text();
  expect(html).toContain('/built/database.js');
  const notes = await startPhone({ appFolder: join(root, 'local', 'phone', 'tests', 'fixtures', 'sample') });
  expect(await (await fetch(`${notes.url}/?page=/pages/home/home`)).text()).not.toContain('database.js');
  await notes.close();
});
