/** No file, message or list outside of a reply holds a whole number unless its owner reads who looked. */
import { readOpenData } from '../../../tools/open-data';
import { scopeOf } from '../../../cloudfunctions/core/access/permissions';
import { routes as fileRoutes } from '../../../cloudfunctions/files/routes';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import { cellText } from '../../../cloudfunctions/core/import/workbook';
import { readWorkbook } from '../../../cloudfunctions/core/import/workbook-reader';
import type { AuditLine } from '../../../cloudfunctions/core/person/audit';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { exportLists, type ExportList } from '../../../miniprogram/contracts/export';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { somebodies } from '../../support/community';
import { seePdf } from '../../support/pdf';
import { callers } from '../every-hat/calls';
import { makeExamples, type Examples } from '../every-hat/examples';
import { inputsOf, otherWritesOf } from '../every-hat/inputs';
import { office, sheetOf } from '../import/lists';

jest.setTimeout(200_000);

let cloud: ApiCloud;
let services: Services;
let examples: Examples;
beforeAll(async () => {
  cloud = await startApi();
  services = await cloud.services();
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  examples = await makeExamples(cloud);
});
afterAll(() => cloud.close());

/** Whose number stands on cards and pages for everybody: grid workers, and the instructor of couriers. */
const publicPosts = ['p_worker', 'p_worker2', 'p_strangerWorker', 'p_instructor'];
const owners = somebodies.filter(({ id, phone }) => phone !== '' && !publicPosts.includes(id));
/** Whose whole number a text holds, however it is written in groups. */
function ownersIn(text: string): readonly string[] {
  const digits = text.replace(/(?<=\d)[ \u00a0-](?=\d)/g, '');
  return owners.filter(({ phone }) => digits.includes(phone)).map(({ id }) => id);
}
const lookers = (ownerId: string) =>
  cloud.stored<AuditLine>('audit').filter((line) => line.kind === 'reveal' && line.ownerId === ownerId);

async function fileText(fileId: string): Promise<string> {
  const bytes = (await services.storage.download(fileId)) ?? Buffer.alloc(0);
  if (fileId.endsWith('.pdf')) return (await seePdf(bytes)).map(({ text }) => text).join('\n');
  if (!fileId.endsWith('.xlsx')) return bytes.toString('utf8');
  const cells = readWorkbook(Buffer.from(bytes)).sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells]));
  return cells.map(([, cell]) => cellText(cell)).join('\n');
}

async function exported(openid: string, wanted: { list: ExportList; phones: 'masked' | 'whole'; reason?: string }) {
  const how = { format: 'xlsx', sort: 'pinyin' } as const;
  const begun = await cloud.callAs(openid, 'export.start', { ...how, ...wanted, requestId: newRequest() });
  if (!begun.ok) return undefined;
  for (let share = 0; share < 20; share += 1) {
    const { exportId } = begun.data;
    const { state } = await cloud.getAs(openid, 'export.advance', { exportId, requestId: newRequest() });
    if (state === 'working') continue;
    const { fileId } = cloud.storedOne<{ fileId: string }>('exports', exportId);
    return fileText(fileId);
  }
  throw new Error(`${wanted.list} does not come to an end`);
}

test('a text with a whole number is recognised, however it is written', () => {
  expect(ownersIn('李秀兰 164 0000 0001')).toEqual(['p_resident']);
  expect(ownersIn('164-0000-0001，16400000004')).toEqual(['p_resident', 'p_member']);
  expect(ownersIn('164 **** 0001')).toEqual([]);
});

test.each(exportLists)('the list of %s is masked for each hat that may take it out', async (list) => {
  const texts = await Promise.all(
    ['o_worker', 'o_committee', 'o_secretary', 'o_administrator', 'o_employer'].map((openid) =>
      exported(openid, { list, phones: 'masked' }),
    ),
  );
  const made = texts.flatMap((text) => text ?? []);
  expect(made.length).toBeGreaterThan(0);
  expect(made.flatMap(ownersIn)).toEqual([]);
});

test.each(['residents', 'members', 'posts'] as const)(
  'whole numbers of %s are a look at each, which each owner reads',
  async (list) => {
    const text = (await exported('o_secretary', { list, phones: 'whole', reason: `核对${list}` })) ?? '';
    const found = ownersIn(text);
    expect(found.length).toBeGreaterThan(0);
    const unnoted = found.filter((id) => !lookers(id).some(({ listReason }) => listReason === `核对${list}`));
    expect(unnoted).toEqual([]);
  },
);

/** What an endpoint makes for the first two who may ask for it. */
async function filesBy(name: EndpointName): Promise<readonly string[]> {
  const made = new Map<string, string>();
  for (const { openid, hat } of callers) {
    if (made.size === 2 || scopeOf(hat, name) === 'none') continue;
    for (const input of [...inputsOf(examples, name), ...otherWritesOf(cloud, examples, name)]) {
      const reply = await cloud.tryAs(openid, name, input);
      const fileId = reply.ok ? (reply.data as { fileId?: string }).fileId : undefined;
      if (fileId !== undefined) made.set(openid, fileId);
    }
  }
  return [...made.values()];
}

/** Files that hold a person's number by what they are for: each is a look. */
const looking: readonly EndpointName[] = ['file.printTransferSheet'];

test('every file that an endpoint makes holds no number of anybody, or is noted as a look at it', async () => {
  await cloud.getAs('o_worker', 'order.transfer', {
    ...{
      orderId: examples.accepted,
      version: cloud.storedOne<{ version: number }>('orders', examples.accepted).version,
    },
    ...{ to: '12345', note: '归他们管', requestId: newRequest() },
  });
  const holding = new Map<string, string[]>();
  const printed = new Set<string>();
  for (const name of Object.keys(fileRoutes) as EndpointName[])
    for (const fileId of await filesBy(name)) {
      printed.add(name);
      const found = ownersIn(await fileText(fileId));
      if (found.length > 0) holding.set(name, [...(holding.get(name) ?? []), ...found]);
    }
  expect(printed.size).toBeGreaterThan(5);
  expect([...holding.keys()]).toEqual(looking);
  const [transferred] = lookers('p_resident').filter(({ orderId }) => orderId === examples.accepted);
  expect(transferred).toMatchObject({ by: { personId: expect.any(String) } });
});

test('a list that comes in shows numbers of before masked, and is read by whoever brought it alone', async () => {
  const desk = office(cloud, services);
  const lines = [
    ['姓名', '联系电话', '门牌'],
    ['李秀兰', '16400000001', ''],
    ['张海涛', '16400000004', ''],
  ];
  const checked = await desk.check('residents', sheetOf(lines));
  const fates = ['new', 'changed', 'unchanged', 'duplicate', 'refused'] as const;
  const rows = await Promise.all(fates.map((fate) => desk.rows(checked.importId, fate)));
  const changes = rows.flatMap((page) => page.rows).map((row) => JSON.stringify(row));
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.flatMap(ownersIn)).toEqual([]);
  expect(await cloud.callAs('o_committee', 'import.get', { importId: checked.importId })).toMatchObject({
    ok: false,
  });
});

test('messages, the audit, what goes out to anybody: no number', async () => {
  const inboxes = cloud.stored<LoginWithInbox>('logins').map(({ inbox }) => JSON.stringify(inbox ?? []));
  expect(inboxes.join().length).toBeGreaterThan(1000);
  const pushed = JSON.stringify(await cloud.control('/local/subscribe-messages'));
  const audited = cloud.stored('audit').map((line) => JSON.stringify(line));
  expect(audited.length).toBeGreaterThan(0);
  const open = await readOpenData((event, name) => cloud.invoke(name ?? '', event, { source: 'x' }), 'qinghe');
  expect(open.size).toBeGreaterThan(0);
  expect([...inboxes, pushed, ...audited, ...open.values()].flatMap(ownersIn)).toEqual([]);
});
