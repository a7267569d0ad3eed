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
    kinds?: Record<string, string>;
    events?: { id: string; kind: string; before?: string; after?: string }[];
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
  expect(states[0]).toMatchObject({ id: 1, kinds: {} });
  expect(states[0]?.list).toHaveLength(1);
  expect(states.slice(1).map(({ code }) => code)).toEqual([
    'DATABASE_PERMISSION_DENIED',
    'DATABASE_COLLECTION_NOT_EXIST',
  ]);
});

it('waits for a change, and tells an update from a replacement', async () => {
  const { version } = await changes([watch()]);
  const waiting = changes([watch(version)]);
  await write('insertDocument', { data: ['{"_id":"b"}'] });
  expect((await waiting).states[0]).toMatchObject({ kinds: { b: 'add' } });
  const query = '{"_id":"a"}';
  const kindsAfter = async (action: string, fields: object) => {
    const { version: before } = await changes([watch()]);
    await write(action, fields);
    return (await changes([watch(before)])).states[0]?.kinds;
  };
  expect(await kindsAfter('modifyDocument', { query, data: '{"$set":{"n":2}}', merge: true })).toEqual({ a: 'update' });
  expect(await kindsAfter('modifyDocument', { query, data: '{"n":3}', merge: false, upsert: true })).toEqual({
    a: 'replace',
  });
  expect(await kindsAfter('removeDocument', { query: '{"_id":"b"}' })).toEqual({ b: 'remove' });
});

it('tells each change for itself, in order; not where a limit moves documents', async () => {
  const { version } = await changes([watch()]);
  await write('insertDocument', { data: ['{"_id":"e","n":1}'] });
  const query = '{"_id":"e"}';
  for (const n of [2, 3]) await write('modifyDocument', { query, data: `{"$set":{"n":${n}}}`, merge: true });
  await write('removeDocument', { query });
  const [state, limited] = (await changes([watch(version), { ...watch(version), id: 2, limit: 9 }])).states;
  const numberOf = (text?: string) => (text === undefined ? undefined : (JSON.parse(text) as { n: number }).n);
  expect(state?.events?.map(({ id, kind, before, after }) => [id, kind, numberOf(before), numberOf(after)])).toEqual([
    ['e', 'add', undefined, 1],
    ['e', 'update', 1, 2],
    ['e', 'update', 2, 3],
    ['e', 'remove', 3, undefined],
  ]);
  expect([limited?.id, limited?.events, limited?.kinds]).toEqual([2, undefined, { e: 'remove' }]);
});

it('leaves out what others own, and ends with who asked', async () => {
  const { version } = await changes([watch()]);
  await write('insertDocument', { data: ['{"_id":"c"}'] }, 'oB');
  const { states } = await changes([watch(version)]);
  expect(states[0]?.list?.join()).not.toContain('"c"');
  const { version: now } = await changes([watch()]);
  const gone = new AbortController();
  const ended = changes([watch(now)], gone.signal).catch(() => 'ended');
  gone.abort();
  expect(await ended).toBe('ended');
});
