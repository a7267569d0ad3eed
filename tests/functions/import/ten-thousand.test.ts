import { checkTask } from '../../../cloudfunctions/core/import/check/check-file';
import { applyTaskId, type Import } from '../../../cloudfunctions/core/import/document/import';
import { applyTask } from '../../../cloudfunctions/core/import/write/apply-import';
import { runTask } from '../../../cloudfunctions/core/file/run-task';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Database } from '../../../cloudfunctions/core/platform/database';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { killedAfter } from '../../support/killed';
import { office, sheetOf } from './lists';

/** A list of 10,000 people: what it costs, and what becomes of it when the function is killed. */
let cloud: ApiCloud;
let services: Services;
let desk: ReturnType<typeof office>;

jest.setTimeout(300_000);
beforeAll(async () => {
  cloud = await startApi({ functions: ['files'] });
  const own = await cloud.services();
  services = { ...own, log: { line: () => undefined } };
  desk = office(cloud, services);
});
afterAll(() => cloud?.close());

const count = 10_000;
const rowsPerPage = 50;
const pages = count / rowsPerPage;
const lines = Array.from({ length: count }, (_, index) => [
  `万${String.fromCodePoint(0x4e00 + index)}`,
  `164${String(40_000_000 + index)}`,
  '红色网格',
]);
const bytes = (): Buffer => sheetOf([['姓名', '联系电话', '网格'], ...lines]);
const stands = (importId: string) => cloud.storedOne<Import>('imports', importId);
const crowd = (): Person[] =>
  cloud.database
    .browse('people', { limit: 20_000 })
    .map((one) => one as Person)
    .filter(({ name }) => name.startsWith('万'));

interface Counts {
  reads: number;
  writes: number;
}

/** The same database, with every request to it counted. */
function counted(database: Database, counts: Counts): Database {
  const read = () => void (counts.reads += 1);
  const write = () => void (counts.writes += 1);
  return {
    ...database,
    get: (from, id) => (read(), database.get(from, id)),
    find: (from, query) => (read(), database.find(from, query)),
    count: (from, where) => (read(), database.count(from, where)),
    insert: (into, document) => (write(), database.insert(into, document)),
    updateWhere: (within, where, change) => (write(), database.updateWhere(within, where, change)),
    transaction: (work) => (write(), database.transaction(work)),
  };
}

/** One share of a task, whatever became of the one before: its lease has run out by then. */
async function share(taskId: string, database: Database): Promise<void> {
  await cloud.change('fileTasks', taskId, { resumeAt: new Date(0), attempts: 0, state: 'waiting' });
  await runTask({ ...services, database }, [checkTask, applyTask], taskId).catch(() => undefined);
}

test('10,000 rows come in in shares; a function that is killed anywhere loses and doubles nothing', async () => {
  const input = { kind: 'residents' as const, fileId: await desk.upload(bytes()), fileName: '一万.xlsx' };
  const { importId } = await cloud.getAs('o_secretary', 'import.start', { ...input, requestId: newRequest() });
  const before = cloud.database.browse('people', { limit: 20_000 }).length;
  let killed = 0;
  const kill = () => (killed += 1);

  // Looking: killed before, at and behind the writes of a page, and in the middle of many.
  for (const writes of [0, 1, 2, 3, 97, 198]) await share(importId, killedAfter(writes, services.database, kill));
  const half = stands(importId);
  expect(half).toMatchObject({ state: 'reading', checked: half.pages * rowsPerPage, written: 0 });
  expect(half.pages).toBeGreaterThan(100);
  expect(half.pages).toBeLessThan(pages);
  expect(cloud.database.browse('people', { limit: 20_000 })).toHaveLength(before);

  // Whoever left the page finds how far it is.
  const { imports } = await cloud.getAs('o_secretary', 'import.list', {});
  expect(imports.find((one) => one.importId === importId)).toMatchObject({
    state: 'reading',
    progress: { done: half.checked, total: count },
  });

  const looking: Counts = { reads: 0, writes: 0 };
  for (let at = 0; at < 20 && stands(importId).state === 'reading'; at += 1)
    await share(importId, counted(services.database, looking));
  expect(stands(importId)).toMatchObject({ state: 'checked', pages, checked: count, counts: { new: count } });
  const left = pages - half.pages;
  // A page is two writes: its rows, and how far it is; beside them the task's own lease and end of each share.
  expect(looking.writes).toBeGreaterThanOrEqual(2 * left);
  expect(looking.writes).toBeLessThanOrEqual(2 * left + 40);
  expect(looking.reads).toBeLessThanOrEqual(8 * left + 200);

  await cloud.getAs('o_secretary', 'import.apply', { importId, requestId: newRequest() });
  const taskId = applyTaskId(importId);
  for (const writes of [1, 2, 51, 53, 530, 2_075]) await share(taskId, killedAfter(writes, services.database, kill));
  expect(killed).toBeGreaterThanOrEqual(12);
  const partly = stands(importId);
  expect(partly.state).toBe('applying');
  expect(partly.writtenPages).toBeGreaterThan(30);
  expect(partly.writtenPages).toBeLessThan(pages);
  const shown = await cloud.getAs('o_secretary', 'import.get', { importId });
  expect(shown.progress).toEqual({ done: partly.passed, total: count });

  const writing: Counts = { reads: 0, writes: 0 };
  for (let at = 0; at < 40 && stands(importId).state === 'applying'; at += 1)
    await share(taskId, counted(services.database, writing));
  expect(stands(importId)).toMatchObject({ state: 'done', written: count, passed: count, writtenPages: pages });
  const rest = (pages - partly.writtenPages) * (rowsPerPage + 2);
  // One write for each person and two for each page; at most one page was gone through twice.
  expect(writing.writes).toBeLessThanOrEqual(rest + rowsPerPage + 100);
  expect(writing.reads).toBeLessThanOrEqual(2 * (pages - partly.writtenPages) + rowsPerPage + 100);

  const people = crowd();
  expect(people).toHaveLength(count);
  expect(new Set(people.map(({ phone }) => phone)).size).toBe(count);

  // The same file once more finds everybody, with as few reads, and changes nothing.
  const again = { ...input, fileId: await desk.upload(bytes()) };
  const second = await cloud.getAs('o_secretary', 'import.start', { ...again, requestId: newRequest() });
  const finding: Counts = { reads: 0, writes: 0 };
  for (let at = 0; at < 20 && stands(second.importId).state === 'reading'; at += 1)
    await share(second.importId, counted(services.database, finding));
  expect(stands(second.importId)).toMatchObject({ state: 'checked', counts: { unchanged: count, new: 0, changed: 0 } });
  expect(finding.reads).toBeLessThanOrEqual(8 * pages + 200);
});
