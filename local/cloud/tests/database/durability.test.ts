import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { openDatabase, type Database, type DatabaseOptions, type OperationTrace } from '../../database';
import '../support/database-sdk';

/** What has been acknowledged is there after a restart and after SIGKILL. */
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin-database-'));
  file = join(folder, 'database.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (options: Partial<DatabaseOptions> = {}): Database =>
  openDatabase({ file, now: () => new Date(), duplicateKeyForm: 'E11000', ...options });
const indexes = [
  { name: 'round', fields: [{ name: 'round', direction: 1 as const }] },
  { name: 'tags', fields: [{ name: 'tags', direction: -1 as const }] },
  { name: 'u', fields: [{ name: 'u', direction: 1 as const }], unique: true, sparse: true },
];

async function ask(
  database: Database,
  action: string,
  request: Record<string, unknown>,
): Promise<{ list: string[]; total: number; trace: OperationTrace }> {
  const traces: OperationTrace[] = [];
  const reply = await database.handle(
    { action: `database.${action}`, collectionName: 'things', ...request },
    { token: '', strict: false, record: (trace) => traces.push(trace) },
  );
  if ('code' in reply) throw new Error(reply.message);
  return { ...(reply.data as { list: string[]; total: number }), trace: traces[0]! };
}

/** Starts the writer, kills it without warning after some acknowledgements, and gives how many there were. */
async function killedWriter(round: number, after: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'children/writer.ts'), file, String(round)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let lines = '';
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString();
    if (lines.split('\n').length > after) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('close', resolve));
  return lines.split('\n').length - 1;
}

test('a writer that is killed loses nothing that was acknowledged, and leaves no half transaction', async () => {
  const database = open();
  database.createCollection('things');
  for (const index of indexes) database.createIndex('things', index);
  database.load('things', [
    { _id: 'left', balance: 0 },
    { _id: 'right', balance: 0 },
  ]);
  database.close();
  let total = 2;
  for (const [round, after] of [50, 137, 301].entries()) {
    const acknowledged = await killedWriter(round, after);
    expect(acknowledged).toBeGreaterThanOrEqual(after);
    const reopened = open();
    const inserted = await ask(reopened, 'calculateDocument', { query: JSON.stringify({ round }) });
    expect(inserted.trace.plan).toBe('IXSCAN round');
    expect(inserted.total).toBeGreaterThanOrEqual(acknowledged);
    total += inserted.total;
    expect((await ask(reopened, 'calculateDocument', {})).total).toBe(total);
    for (const count of [0, acknowledged - 1]) {
      const { list, trace } = await ask(reopened, 'getDocument', {
        queryType: 'WHERE',
        query: JSON.stringify({ u: `${String(round)}/${String(count)}` }),
        limit: 5,
      });
      expect([list.length, trace.plan, trace.examined]).toEqual([1, 'IXSCAN u', 1]);
    }
    const balances = (
      await ask(reopened, 'getDocument', { queryType: 'WHERE', query: '{"_id":{"$in":["left","right"]}}', limit: 5 })
    ).list.map((text) => (JSON.parse(text) as { balance: number }).balance);
    expect(balances[0]! + balances[1]!).toBe(0);
    reopened.close();
  }
});

test('documents, order, indexes and their array paths survive a restart', async () => {
  const first = open();
  first.createCollection('things');
  for (const index of indexes) first.createIndex('things', index);
  first.load('things', [
    { _id: 'a', tags: [1, 5], at: new Date(7), r: /x/i },
    { _id: 'b', tags: 3 },
  ]);
  const before = first.describe();
  first.close();
  const second = open();
  expect(second.describe()).toEqual(before);
  expect(second.browse('things', { limit: 5 })).toEqual([
    { _id: 'a', tags: [1, 5], at: new Date(7), r: /x/i },
    { _id: 'b', tags: 3 },
  ]);
  // bounds on both sides of an array must not be joined: 1 is below 2 and 5 above 4
  const { list, trace } = await ask(second, 'getDocument', {
    queryType: 'WHERE',
    query: '{"tags":{"$gt":4,"$lt":2}}',
    limit: 5,
  });
  expect([list.length, trace.plan]).toEqual([1, 'IXSCAN tags']);
  second.close();
});

test('a file that is open cannot be opened a second time', () => {
  const first = open();
  expect(() => open()).toThrow('is in use by another process');
  first.close();
  open().close();
});

test('a file of another version is refused rather than misread', () => {
  open().close();
  const other = new Sqlite(file);
  other.exec('PRAGMA user_version = 99');
  other.close();
  expect(() => open()).toThrow('has been written by another version');
});

test('100,000 documents: what a request examines does not depend on the size', async () => {
  const database = open();
  database.createCollection('things');
  database.createIndex('things', {
    name: 'owner_at',
    fields: [
      { name: 'owner', direction: 1 },
      { name: 'at', direction: -1 },
    ],
  });
  const text = 'x'.repeat(150);
  for (let part = 0; part < 10; part++) {
    database.load(
      'things',
      Array.from({ length: 10_000 }, (_unused, i) => ({
        _id: `d${String(part * 10_000 + i)}`,
        owner: `o${String(i % 100)}`,
        at: new Date(part * 10_000 + i),
        text,
        n: i,
        tags: ['a', 'b'],
      })),
    );
  }
  database.close();
  const reopened = open();
  const get = await ask(reopened, 'getDocument', { queryType: 'DOC', query: '{"_id":"d77777"}' });
  expect(get.trace).toMatchObject({ plan: 'IDHACK', examined: 1, returned: 1 });
  const newest = { queryType: 'WHERE', query: '{"owner":"o7"}', order: '{"at":-1}', limit: 20 };
  const page = await ask(reopened, 'getDocument', newest);
  expect(page.trace).toMatchObject({ plan: 'IXSCAN owner_at', examined: 20, returned: 20, sortedInMemory: false });
  const few = await ask(reopened, 'getDocument', {
    queryType: 'WHERE',
    query: '{"owner":{"$in":["o1","o2","o3"]}}',
    order: '{"at":-1}',
    limit: 20,
  });
  expect(few.trace).toMatchObject({ plan: 'IXSCAN owner_at', returned: 20, sortedInMemory: false });
  expect(few.trace.examined).toBeLessThanOrEqual(23);
  expect((await ask(reopened, 'calculateDocument', {})).total).toBe(100_000);
  reopened.close();
});
