/** Watched queries: what they find, and what is new. */
import { functionsFolder } from '../fixtures';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  const collections = [
    { name: 'notes', indexes: [] },
    { name: 'closed', indexes: [], permission: 'ADMINONLY' as const },
  ];
  cloud = await startTestCloud({ functionsFolder, strict: false, manifest: { collections } });
  cloud.database.load('notes', [{ _id: 'a', n: 1, _openid: 'oA' }]);
}, 30_000);
afterAll(() => cloud.close());

interface Answer {
  version: number;
  states: {
    id: number;
    list?: string[];
    events?: { docId: string; queueType: string; dataType: string; doc?: string }[][];
    code?: string;
  }[];
}

async function changes(watches: object[], signal?: AbortSignal): Promise<Answer> {
  const init = { method: 'POST', headers: { 'x-openid': 'oA' }, body: JSON.stringify({ watches }) };
  const response = await fetch(
    `${cloud.url}/local/database/changes`,
    signal === undefined ? init : { ...init, signal },
  );
  return (await response.json()) as Answer;
}
const write = (action: string, fields: object, openid = 'oA') =>
  fetch(`${cloud.url}/local/database`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: JSON.stringify({ action: `database.${action}`, collectionName: 'notes', queryType: 'DOC', ...fields }),
  });
const watch = (since?: number) => ({
  id: 1,
  collectionName: 'notes',
  query: '{}',
  ...(since !== undefined && { since }),
});

it('answers at once what a watch has not seen, and a refusal for what may not be read', async () => {
  const { states } = await changes([watch(), { id: 2, collectionName: 'closed' }, { id: 3, collectionName: 'none' }]);
  expect(states[0]).toEqual({ id: 1, list: [expect.stringContaining('"a"')] });
  expect(states.slice(1).map(({ code }) => code)).toEqual([
    'DATABASE_PERMISSION_DENIED',
    'DATABASE_COLLECTION_NOT_EXIST',
  ]);
});

const kindsOf = (answer: Answer) => answer.states[0]?.events?.flat().map(({ dataType }) => dataType);

it('waits for a change, and tells an update from a replacement', async () => {
  const { version } = await changes([watch()]);
  const waiting = changes([watch(version)]);
  await write('insertDocument', { data: ['{"_id":"b"}'] });
  expect(kindsOf(await waiting)).toEqual(['add']);
  const query = '{"_id":"a"}';
  const kindsAfter = async (action: string, fields: object) => {
    const { version: before } = await changes([watch()]);
    await write(action, fields);
    return kindsOf(await changes([watch(before)]));
  };
  expect(await kindsAfter('modifyDocument', { query, data: '{"$set":{"n":2}}', merge: true })).toEqual(['update']);
  expect(await kindsAfter('modifyDocument', { query, data: '{"n":3}', merge: false, upsert: true })).toEqual([
    'replace',
  ]);
  expect(await kindsAfter('removeDocument', { query: '{"_id":"b"}' })).toEqual(['remove']);
});

it('tells each change for itself, in order, with a limit and without', async () => {
  const { version } = await changes([watch()]);
  await write('insertDocument', { data: ['{"_id":"e","n":1}'] });
  const query = '{"_id":"e"}';
  for (const n of [2, 3]) await write('modifyDocument', { query, data: `{"$set":{"n":${n}}}`, merge: true });
  await write('removeDocument', { query });
  const limited = { ...watch(version), limit: 1, order: '{"n":1}' };
  const [state, first] = (await changes([watch(version), { ...limited, id: 2 }])).states;
  const numberOf = (text?: string) => (text === undefined ? undefined : (JSON.parse(text) as { n: number }).n);
  const short = (events: Answer['states'][number]['events']) =>
    events?.map((each) => each.map(({ docId, queueType, doc }) => [docId, queueType, numberOf(doc)]));
  expect(short(state?.events)).toEqual([
    [['e', 'enqueue', 1]],
    [['e', 'update', 2]],
    [['e', 'update', 3]],
    [['e', 'dequeue', undefined]],
  ]);
  // e and its updates come before a, whose n is 3, until it is as large: then the ids decide, the last one first
  expect(short(first?.events)).toEqual([
    [
      ['a', 'dequeue', undefined],
      ['e', 'enqueue', 1],
    ],
    [['e', 'update', 2]],
    [['e', 'update', 3]],
    [
      ['e', 'dequeue', undefined],
      ['a', 'enqueue', 3],
    ],
  ]);
});

it('gives documents by their _id, last ones first, where no order is asked', async () => {
  await write('insertDocument', { data: ['{"_id":"y"}', '{"_id":"z"}'] });
  const { states } = await changes([watch()]);
  const ids = states[0]?.list?.map((text) => (JSON.parse(text) as { _id: string })._id) ?? [];
  expect(ids).toEqual([...ids].sort().reverse());
});

it('refuses a limit above 200 and a sixth order, and nothing else of the same request', async () => {
  const order = JSON.stringify(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, 1])));
  const { states } = await changes([watch(), { ...watch(), id: 2, limit: 201 }, { ...watch(), id: 3, order }]);
  expect(states.map(({ code }) => code)).toEqual([undefined, 'INVALID_PARAM', 'INVALID_PARAM']);
});

it('gives the whole list again where the changes are no longer known', async () => {
  expect((await changes([watch(999_999)])).states[0]?.list?.length).toBeGreaterThan(0);
});

it('leaves out what others own, and ends with who asked', async () => {
  const { version } = await changes([watch()]);
  await write('insertDocument', { data: ['{"_id":"c"}'] }, 'oB');
  const { states } = await changes([watch(version)]);
  expect(states[0]?.events).toEqual([]);
  const { version: now } = await changes([watch()]);
  const gone = new AbortController();
  const ended = changes([watch(now)], gone.signal).catch(() => 'ended');
  gone.abort();
  expect(await ended).toBe('ended');
});
