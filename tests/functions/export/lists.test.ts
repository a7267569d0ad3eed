import type { Export } from '../../../cloudfunctions/core/export/document/export';
import { exportTask } from '../../../cloudfunctions/core/export/export-task';
import { removeExports } from '../../../cloudfunctions/core/export/jobs/remove-exports';
import { runTask } from '../../../cloudfunctions/core/file/run-task';
import { readWorkbook } from '../../../cloudfunctions/core/import/workbook-reader';
import { cellText } from '../../../cloudfunctions/core/import/workbook';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import type { ExportApi, ExportView } from '../../../miniprogram/contracts/export';
import type { Exchange } from '../../../cloudfunctions/core/review/exchange/exchange';
import type { Review, ReviewRow } from '../../../cloudfunctions/core/review/review';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';
import { killedAfter } from '../../support/killed';
import { office, sheetOf } from '../import/lists';

let cloud: ApiCloud;
let services: Services;

beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files', 'jobs'] });
  services = await cloud.services();
  cloud.database.load('people', crowd);
});
afterAll(() => cloud?.close());

const count = 2_500;
const family = '赵钱孙李周吴郑王冯陈单仇查曾';
const person = (index: number): Person => ({
  _id: `p_crowd${String(index).padStart(5, '0')}`,
  communityId: 'qinghe',
  name: `${family.charAt(index % family.length)}众${String.fromCodePoint(0x4e00 + (index % 5_000))}`,
  phone: `164${String(30_000_000 + index)}`,
  phoneSource: 'office',
  phoneOwner: 'self',
  kinds: ['resident'],
  skills: [],
  free: [],
  atWork: [],
  reachable: false,
});
const crowd = Array.from({ length: count }, (_, index) => person(index));

type Wanted = Omit<ExportApi['export.start']['input'], 'requestId'>;
const masked = { format: 'xlsx', sort: 'pinyin', phones: 'masked' } as const;

async function finished(openid: string, { exportId }: ExportView): Promise<ExportView> {
  for (let share = 0; share < 20; share += 1) {
    const view = await cloud.getAs(openid, 'export.advance', { exportId, requestId: newRequest() });
    if (view.state !== 'working') return view;
  }
  throw new Error(`export ${exportId} does not come to an end`);
}

async function exported(openid: string, wanted: Wanted): Promise<ExportView> {
  const begun = await cloud.getAs(openid, 'export.start', { ...wanted, requestId: newRequest() });
  return finished(openid, begun);
}

async function bytesOf(openid: string, { exportId }: ExportView): Promise<Buffer> {
  const { fileUrl } = await cloud.getAs(openid, 'export.getFile', { exportId, requestId: newRequest() });
  return Buffer.from(await (await fetch(fileUrl)).arrayBuffer());
}

async function linesOf(openid: string, wanted: Wanted): Promise<readonly (readonly string[])[]> {
  const bytes = await bytesOf(openid, await exported(openid, wanted));
  return readWorkbook(bytes).sheets[0]!.rows.map(({ cells }) => [...cells.values()].map(cellText));
}

const refusalOf = async (openid: string, wanted: Wanted) => {
  const reply = await cloud.callAs(openid, 'export.start', { ...wanted, requestId: newRequest() });
  return reply.ok ? undefined : [reply.code, reply.field];
};
const downloads = () =>
  cloud.stored<{ kind: string; content?: object }>('audit').filter(({ kind }) => kind === 'download');

test('everybody who lives here stands in the list once, masked, and its download leaves a line', async () => {
  const here = cloud.database
    .browse('people', { limit: 10_000 })
    .map((one) => one as Person)
    .filter(
      (one) => one.communityId === 'qinghe' && one.kinds.some((kind) => kind === 'resident' || kind === 'tenant'),
    );
  const lines = await linesOf('o_secretary', { list: 'residents', ...masked });
  const rows = lines.slice(5, -1);
  expect(rows.map(([name]) => name).sort()).toEqual(here.map(({ name }) => name).sort());
  expect(rows.every(([, , phone]) => phone === '' || phone!.includes('****'))).toBe(true);
  const keys = rows.map(([, key]) => key!);
  expect(keys).toEqual([...keys].sort());
  expect(downloads()).toMatchObject([
    { action: 'export.getFile', content: { list: 'residents', phones: 'masked', rows: here.length } },
  ]);
});

test('whole numbers are the secretary’s alone, for a reason, which the file and the audit have', async () => {
  const whole = { list: 'residents', ...masked, phones: 'whole', gridId: 'qinghe_g1' } as const;
  expect(await refusalOf('o_committee', { ...whole, reason: '换届' })).toEqual(['FORBIDDEN', 'phones']);
  expect(await refusalOf('o_administrator', { ...whole, reason: '换届' })).toEqual(['FORBIDDEN', 'phones']);
  expect(await refusalOf('o_secretary', whole)).toEqual(['INVALID_INPUT', 'reason']);
  const orders = { ...whole, list: 'orders', reason: '换届' } as const;
  expect(await refusalOf('o_secretary', orders)).toEqual(['FORBIDDEN', 'phones']);
  const lines = await linesOf('o_secretary', { ...whole, reason: '换届选举核对' });
  expect(lines[1]?.[0]).toContain('红色网格，电话全号（换届选举核对）');
  expect(lines.find(([name]) => name === '李秀兰')).toContain('16400000001');
  expect(downloads().at(-1)).toMatchObject({ content: { phones: 'whole', reason: '换届选举核对' } });
  // Whoever stands in it reads that, once; of the masked list before nobody reads anything.
  const { reveals } = await cloud.getAs('o_resident', 'person.listReveals', {});
  expect(reveals.map(({ byName, hat, listReason }) => [byName, hat, listReason])).toEqual([
    [expect.any(String), 'secretary', '换届选举核对'],
  ]);
});

test('a list goes as far as the hat reads it', async () => {
  expect(await refusalOf('o_worker', { list: 'residents', ...masked })).toEqual(['FORBIDDEN', 'list']);
  expect(await refusalOf('o_administrator', { list: 'orders', ...masked })).toEqual(['FORBIDDEN', 'list']);
  expect(await refusalOf('o_worker', { list: 'orders', ...masked, gridId: 'qinghe_g2' })).toEqual([
    'FORBIDDEN',
    'gridId',
  ]);
  expect(await refusalOf('o_secretary', { list: 'orders', ...masked, gridId: 'liuyuan_g1' })).toEqual([
    'NOT_FOUND',
    'gridId',
  ]);
  const cards = await linesOf('o_worker', { list: 'cards', ...masked });
  expect(cards.slice(5, -1).every(([, grid]) => grid === '红色网格')).toBe(true);
  const { choices } = await cloud.getAs('o_worker', 'export.list', {});
  expect(choices).toMatchObject({ lists: ['members', 'orders', 'needs', 'cards', 'coverage'], wholeLists: [] });
  expect(choices.grids.map(({ gridId }) => gridId)).toEqual(['qinghe_g1']);
});

test('an order shows what its page shows: the time of Shanghai, nothing of a private one', async () => {
  const made = await cloud.getAs('o_resident', 'order.create', {
    category: 'birth',
    words: '产检想有人陪',
    when: 'any',
    fileIds: [],
    private: true,
    requestId: newRequest(),
  });
  const of = (lines: readonly (readonly string[])[]) => lines.find(([number]) => number === made.number)!;
  const seen = of(await linesOf('o_secretary', { list: 'orders', ...masked }));
  expect(seen[2]).toContain('产检');
  expect(seen[6]).toBe('李秀兰');
  expect(seen[7]).toContain('****');
  expect(seen).toContain(shanghai(made.createdAt));
  const hidden = of(await linesOf('o_committee', { list: 'orders', ...masked }));
  expect(hidden.join()).not.toMatch(/产检|李秀兰|孕产/);
  const month = made.createdAt.slice(0, 7);
  const inMonth = await linesOf('o_secretary', { list: 'orders', ...masked, format: 'csv', month });
  expect(inMonth[1]?.[0]).toContain('月提的');
});

const shanghai = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

test.each(['members', 'posts', 'cards', 'coverage'] as const)('the list of %s is made', async (list) => {
  const lines = await linesOf('o_secretary', { list, ...masked });
  expect(lines[4]?.at(-1)).toBe('导出编号');
  expect(lines.at(-1)?.[0]).toContain('编号');
});

test('an export that is killed again and again loses nothing and doubles nothing', async () => {
  const begun = await cloud.getAs('o_secretary', 'export.start', {
    list: 'residents',
    ...masked,
    requestId: newRequest(),
  });
  const quiet = { ...services, log: { line: () => undefined } };
  let failures = 0;
  const stateNow = () => cloud.storedOne<Export>('exports', begun.exportId);
  for (let share = 0; share < 60 && stateNow().state === 'working'; share += 1) {
    // The task's lease is one write, each part one more: it is killed before, at and behind each in turn.
    const failing = { ...quiet, database: killedAfter(share % 4, services.database, () => (failures += 1)) };
    await cloud.change('fileTasks', begun.exportId, { resumeAt: new Date(0), attempts: 0, state: 'waiting' });
    await runTask(failing, [exportTask], begun.exportId).catch(() => undefined);
  }
  expect(failures).toBeGreaterThan(2);
  const { rows, fileId } = stateNow();
  expect(rows).toBeGreaterThanOrEqual(count);
  const file = readWorkbook((await services.storage.download(fileId!))!).sheets[0]!.rows.slice(5, -1);
  const names = file.map(({ cells }) => `${cellText(cells.get(0))} ${cellText(cells.get(2))}`);
  expect(names).toHaveLength(rows);
  expect(new Set(names.filter((name) => name.includes('众'))).size).toBeGreaterThanOrEqual(1);
  expect(names.filter((name) => name.includes('众'))).toHaveLength(count);
});

test('a list with whole numbers comes in again and changes nothing; a surname’s reading can be corrected', async () => {
  const desk = office(cloud, services);
  const whole = { list: 'residents', ...masked, phones: 'whole', reason: '核对', gridId: 'qinghe_g1' } as const;
  const bytes = await bytesOf('o_secretary', await exported('o_secretary', whole));
  const again = await desk.check('residents', bytes);
  expect(again).toMatchObject({ counts: { new: 0, changed: 0, duplicate: 0, refused: 0 } });
  expect(again.counts.unchanged).toBeGreaterThan(0);
  const corrected = sheetOf([
    ['姓名', '联系电话', '姓的读音'],
    ['李秀兰', '16400000001', 'Lii'],
  ]);
  expect(await desk.bring('residents', corrected)).toMatchObject({ counts: { changed: 1 }, written: 1 });
  const lines = await linesOf('o_secretary', { list: 'residents', ...masked, gridId: 'qinghe_g1' });
  expect(lines.find(([name]) => name === '李秀兰')?.[1]).toBe('lii');
});

test('nobody else sees an export, and a day later its files are gone', async () => {
  const done = await exported('o_secretary', { list: 'posts', ...masked });
  const ask = { exportId: done.exportId, requestId: newRequest() };
  for (const openid of ['o_committee', 'o_administrator', 'o_strangerSecretary'])
    expect(await cloud.callAs(openid, 'export.getFile', { ...ask, requestId: newRequest() })).toMatchObject({
      code: 'NOT_FOUND',
    });
  await cloud.getAs('o_secretary', 'export.start', { list: 'residents', ...masked, requestId: newRequest() });
  const kept = cloud.stored<Export>('exports');
  const fileIds = kept.flatMap(({ fileId, partFileIds }) => [...(fileId === null ? [] : [fileId]), ...partFileIds]);
  expect(fileIds.length).toBeGreaterThan(0);
  const later = (hours: number) => new Date(cloud.clock.now().getTime() + hours * 3_600_000);
  const soon = { ...services, clock: { now: () => later(23) } };
  expect((await removeExports.run(soon, undefined, later(30))).done).toBe(0);
  const tomorrow = { ...services, clock: { now: () => later(25) } };
  expect((await removeExports.run(tomorrow, undefined, later(30))).done).toBe(kept.length);
  expect(await Promise.all(fileIds.map((fileId) => services.storage.download(fileId)))).toEqual(
    fileIds.map(() => undefined),
  );
  expect(await cloud.callAs('o_secretary', 'export.getFile', ask)).toMatchObject({ code: 'NOT_READY' });
  const { exports } = await cloud.getAs('o_secretary', 'export.list', {});
  expect(exports.every(({ deletedAt, state }) => deletedAt === undefined && state !== 'working')).toBe(true);
});

test('S2-23 an employer takes out a confirmed month of those alone who share it, in numbers or in words', async () => {
  const [row] = cloud.stored<ReviewRow>('reviewRows');
  const rowOf = (personId: string, name: string): ReviewRow => ({
    ...row!,
    _id: `${row!.reviewId}:${personId}`,
    personId,
    name,
    nameKey: `${name}:${personId}`,
    remark: `${name}带头值夜`,
  });
  cloud.database.load('reviewRows', [rowOf('p_senior', '安德海')]);
  const open = await exported('o_employer', { ...masked, list: 'reviewTexts' });
  expect(open).toMatchObject({ state: 'done', rows: 0 });
  await cloud.change('reviews', row!.reviewId, { state: 'confirmed' });
  const words = await exported('o_employer', { ...masked, list: 'reviewTexts', month: '2026-10' });
  expect(words).toMatchObject({ state: 'done', rows: 1, month: '2026-10' });
  const texts = readWorkbook(await bytesOf('o_employer', words)).sheets[0]!.rows.flatMap(({ cells }) =>
    [...cells.values()].map(cellText),
  );
  expect(texts).toContain('安德海带头值夜');
  expect(texts.join()).toContain(words.digest);
  expect(texts.join()).not.toContain('侯思远');
  // of another branch: nothing before that branch confirmed its month
  const senior = cloud.storedOne<Person>('people', 'p_senior');
  cloud.database.load('people', [{ ...senior, _id: 'p_rider', name: '侯思远', nameKey: '侯思远:p_rider' }]);
  const riders = { branchId: couriersBranch._id, reviewId: `${couriersBranch._id}:2026-10` };
  cloud.database.load('reviewRows', [{ ...rowOf('p_rider', '侯思远'), _id: `${riders.reviewId}:p_rider`, ...riders }]);
  const [exchange] = cloud.stored<Exchange>('exchanges').filter(({ agreed }) => agreed);
  cloud.database.load('exchanges', [
    { ...exchange!, _id: 'exchange-rider', personId: 'p_rider', name: '侯思远', nameKey: '侯思远:p_rider' },
  ]);
  expect((await exported('o_employer', { ...masked, list: 'reviewTexts', month: '2026-10' })).rows).toBe(1);
  const month = cloud.storedOne<Review>('reviews', row!.reviewId);
  cloud.database.load('reviews', [{ ...month, _id: riders.reviewId, branchId: riders.branchId }]);
  expect((await exported('o_employer', { ...masked, list: 'reviewTexts', month: '2026-10' })).rows).toBe(2);
  const whole = await exported('o_secretary', { ...masked, list: 'reviewNumbers' });
  expect(whole).toMatchObject({ rows: 3, digest: expect.stringMatching(/^[0-9a-f]{16}$/) });
  const start = { ...masked, requestId: newRequest() };
  expect(await cloud.callAs('o_employer', 'export.start', { ...start, list: 'residents' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(
    await cloud.callAs('o_employer', 'export.getFile', { exportId: whole.exportId, requestId: newRequest() }),
  ).toMatchObject({
    code: 'NOT_FOUND',
  });
});
