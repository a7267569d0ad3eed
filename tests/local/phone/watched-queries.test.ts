/** Watched queries of a page, in the browser phone with the local cloud behind it. */
import { openDatabasePage, type DatabasePage } from './database-page';

jest.setTimeout(60_000);

let opened: DatabasePage;
beforeAll(async () => {
  opened = await openDatabasePage();
});
afterAll(() => opened.close());
beforeEach(() => opened.reset());

const run = (body: string): Promise<unknown> => opened.run(body);

test('a watch tells what came, changed and went, until it is closed', async () => {
  opened.cloud.database.load('todos', [
    { _id: 'a', n: 1, style: { color: 'red', size: 2 }, team: 't', _openid: 'oAnna' },
  ]);
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
    { id: 4, docs: 'a', events: [['dequeue', 'update', 'b', { team: 'other' }, []]] },
    { id: 5, docs: '', events: [['dequeue', 'remove', 'a']] },
  ]);
});

test('changes that come together are snapshots of their own, in their order', async () => {
  opened.cloud.database.load('todos', [{ _id: 'a', n: 1, _openid: 'oAnna' }]);
  const events = await run(`
    let told = () => undefined;
    const next = (act) => new Promise((resolve) => { told = resolve; void act?.(); });
    const onError = (error) => told(error);
    const seen = [];
    const onChange = ({ id, docChanges }) => {
      seen.push(...docChanges.map((change) => ({ ...change, isItsOwn: change.id === id && docChanges.length === 1 })));
      told();
    };
    const watcher = db.collection('todos').watch({ onChange, onError });
    await next();
    await wait(300);
    await fetchTogether();
    while (seen.length < 5) await next();
    await watcher.close();
    return seen.slice(1).map(({ queueType, dataType, docId, doc, isItsOwn }) =>
      [queueType, dataType, docId, doc.n, isItsOwn]);
    async function fetchTogether() {
      const a = db.collection('todos').doc('a');
      await Promise.all([a.update({ data: { n: 2 } }), db.collection('todos').add({ data: { _id: 'b', n: 0 } })]);
      await a.update({ data: { n: 3 } });
      await a.remove();
    }`);
  expect((events as unknown[][]).filter(([, , id]) => id === 'a')).toEqual([
    ['update', 'update', 'a', 2, true],
    ['update', 'update', 'a', 3, true],
    ['dequeue', 'remove', 'a', 3, true],
  ]);
  expect(events).toContainEqual(['enqueue', 'add', 'b', 0, true]);
});

test('watches of a document and of the first few; what moves by the limit; a refusal is an error', async () => {
  opened.cloud.database.load(
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
      ['1,0', 'dequeue limit,enqueue update'],
    ],
    one: [3, 0],
    failed: -502_005,
  });
});

test('a watch by places, and one whose function throws: the rest is told all the same', async () => {
  const place = (longitude: number) => ({ type: 'Point', coordinates: [longitude, 23] });
  opened.cloud.database.load('todos', [{ _id: 'near', n: 1, place: place(113), _openid: 'oAnna' }]);
  const answers = await run(`
    const todos = db.collection('todos');
    const seen = [], thrown = [];
    const onError = ({ errMsg }) => seen.push(errMsg);
    const geometry = new db.Geo.Point(113, 23);
    const near = todos.where({ place: _.geoNear({ geometry, maxDistance: 50000 }) }).watch({
      onChange: ({ docs, docChanges }) =>
        seen.push([docs.map(({ n }) => n), docChanges.map(({ queueType }) => queueType)]),
      onError,
    });
    const broken = todos.watch({
      onChange: ({ docs }) => { thrown.push(docs.length); throw new Error('of the app'); }, onError });
    while (seen.length < 1 || thrown.length < 1) await wait(10);
    await todos.add({ data: { n: 2, place: new db.Geo.Point(113.1, 23) } });
    while (seen.length < 2 || thrown.length < 2) await wait(10);
    await Promise.all([near.close(), broken.close()]);
    return { seen, thrown };`);
  expect(answers).toEqual({
    seen: [
      [[1], ['init']],
      [[1, 2], ['enqueue']],
    ],
    thrown: [1, 2],
  });
});
