import { readWorkbook } from '../../../cloudfunctions/core/import/workbook-reader';
import { cellText } from '../../../cloudfunctions/core/import/workbook';
import type { Import } from '../../../cloudfunctions/core/import/document/import';
import { removeLists } from '../../../cloudfunctions/core/import/jobs/remove-lists';
import type { Employer } from '../../../cloudfunctions/core/employer/employer';
import { bookIdOf, type Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';
import { office, sheetOf } from './lists';

let cloud: ApiCloud;
let services: Services;
let desk: ReturnType<typeof office>;

beforeAll(async () => {
  cloud = await startApi({ functions: ['files', 'jobs'] });
  services = await cloud.services();
  desk = office(cloud, services);
});
afterAll(() => cloud.close());

const header = ['姓名', '联系电话', '网格', '街巷', '院落', '门牌号', '居住类型'];
const named = (name: string) => cloud.stored<Person>('people').filter((person) => person.name === name);
const numberOf = (index: number): string => `164${String(10_000_000 + index)}`;
const family = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const nameOf = (index: number): string =>
  `${family.charAt(index % 16)}${family.charAt(Math.floor(index / 16) % 16)}${family.charAt(Math.floor(index / 256))}`;

test('300 rows with 17 broken ones: 283 come in, 17 are named, the same file again changes nothing', async () => {
  const lines = Array.from({ length: 300 }, (_, index) => {
    const phone = index % 18 === 5 ? `164${String(index)}` : numberOf(index);
    return [nameOf(index), phone, '红色网格', '石榴巷', '石榴巷7号院', `${String(index)}号`, '常住'];
  });
  const before = cloud.stored('people').length;
  const checked = await desk.check('residents', sheetOf([['清河社区居民名册'], header, ...lines]));
  expect(checked).toMatchObject({
    state: 'checked',
    counts: { new: 283, refused: 17 },
    progress: { done: 300, total: 300 },
  });
  expect(cloud.stored('people')).toHaveLength(before);
  const { rows } = await desk.rows(checked.importId, 'refused');
  expect(rows).toHaveLength(17);
  expect(rows[0]).toMatchObject({
    row: 8,
    notes: [{ column: '联系电话', value: '1645', text: expect.stringContaining('请核对') }],
  });

  expect(await desk.apply(checked)).toMatchObject({ state: 'done', written: 283, progress: { done: 300, total: 300 } });
  expect(cloud.stored('people')).toHaveLength(before + 283);
  expect(named(nameOf(0))).toMatchObject([
    {
      phone: numberOf(0),
      phoneSource: 'office',
      kinds: ['resident'],
      home: { courtyardId: 'qinghe_g1_c1', gridId: 'qinghe_g1' },
    },
  ]);
  expect(
    cloud.stored<{ parentId: string }>('places').filter(({ parentId }) => parentId === 'qinghe_g1_c1'),
  ).toHaveLength(285);
  const again = await desk.bring('residents', sheetOf([header, ...lines]));
  expect(again).toMatchObject({
    counts: { new: 0, changed: 0, unchanged: 283, duplicate: 0, refused: 17 },
    written: 0,
  });
  expect(cloud.stored('people')).toHaveLength(before + 283);

  const { fileUrl } = await cloud.getAs('o_secretary', 'import.getRefused', {
    importId: again.importId,
    requestId: newRequest(),
  });
  const bytes = Buffer.from(await (await fetch(fileUrl)).arrayBuffer());
  const corrected = readWorkbook(bytes).sheets[0]!.rows.map(({ cells }) => [...cells.values()].map(cellText));
  expect(corrected[0]).toEqual([...header, '没收的原因']);
  expect(corrected.slice(1).every((line) => line[7]?.startsWith('联系电话：'))).toBe(true);
  const mended = corrected.map((line, index) =>
    index === 0 ? line : [line[0]!, numberOf(5_000 + index), ...line.slice(2)],
  );
  expect(await desk.bring('residents', sheetOf(mended))).toMatchObject({
    counts: { new: 17, refused: 0 },
    written: 17,
  });
  expect(cloud.stored<{ kind: string }>('audit').filter(({ kind }) => kind === 'download')).toHaveLength(1);
});

test('a couple at one landline stays two people; one mobile and two names is for somebody to decide', async () => {
  const at = ['红色网格', '石榴巷', '9号院'];
  const couple = [
    ['安国强', '0351-5550002', ...at, '1号'],
    ['安国强妻', '0351-5550002', ...at, '1号'],
  ];
  expect(await desk.bring('residents', sheetOf([header, ...couple]))).toMatchObject({ written: 2, counts: { new: 2 } });
  const late = await desk.bring('residents', sheetOf([header, ['安小强', '0351-5550002', ...at, '1号']]));
  expect(late).toMatchObject({ written: 1, undecided: 0 });

  const lines = [
    ['李秀芝', '16400000001', ...at, '2号'],
    ['安国强', '16455500021', ...at, '1号'],
  ];
  const checked = await desk.check('residents', sheetOf([header, ...lines]));
  expect(checked).toMatchObject({ counts: { duplicate: 2 }, undecided: 2 });
  const { rows } = await desk.rows(checked.importId, 'duplicate');
  expect(rows.map(({ candidates }) => candidates)).toMatchObject([
    [{ personId: 'p_resident', name: '李秀兰', phone: '164 **** 0001', because: 'sameNumber' }],
    [{ name: '安国强', because: 'sameHousehold' }],
  ]);
  const { importId } = checked;
  const decide = (rowId: string, input: { decision: 'same' | 'other'; personId?: string }) =>
    cloud.getAs('o_secretary', 'import.decide', { importId, rowId, ...input, requestId: newRequest() });
  await decide(rows[0]!.rowId, { decision: 'other' });
  const same = await decide(rows[1]!.rowId, { decision: 'same', personId: rows[1]!.candidates[0]!.personId });
  expect(same.changes).toMatchObject([{ field: 'phone', before: '**** 002', after: '16455500021' }]);
  expect(await desk.apply(checked)).toMatchObject({ undecided: 0, written: 2 });
  expect(named('李秀芝')).toHaveLength(1);
  expect(named('安国强')).toMatchObject([{ phone: '16455500021', phoneSource: 'office' }]);
  expect(cloud.storedOne<Person>('people', 'p_resident')).toMatchObject({ name: '李秀兰', phone: '16400000001' });
});

test('232 members come in one go, and one who lives here becomes a member as well', async () => {
  const lines = Array.from({ length: 231 }, (_, index) => [
    nameOf(index + 1_000),
    numberOf(index + 1_000),
    '市第一中学',
    index % 2 === 0 ? '红色网格' : '蓝色网格',
    '水电维修、写毛笔字',
    '周六、晚上',
  ]);
  const members = ['姓名', '手机', '工作单位', '报到网格', '特长', '可服务时间'];
  const view = await desk.bring(
    'members',
    sheetOf([members, ...lines, ['李秀兰', '16400000001', '粮食局', '红色网格', '跑腿', '']]),
  );
  expect(view).toMatchObject({ written: 232, counts: { new: 231, changed: 1, refused: 0 } });
  expect(named(nameOf(1_000))).toMatchObject([
    {
      kinds: ['serviceMember'],
      branchId: 'branch:qinghe',
      serves: { gridId: 'qinghe_g1' },
      employer: '市第一中学',
      skills: ['repair'],
      free: ['saturday', 'today-evening'],
    },
  ]);
  expect(cloud.storedOne<Person>('people', 'p_resident')).toMatchObject({
    kinds: ['resident', 'serviceMember'],
    employer: '粮食局',
  });
  const made = cloud.stored<Employer>('employers').filter(({ _id }) => _id.startsWith('em'));
  expect(made.map(({ name, communityId }) => [name, communityId]).sort()).toEqual([
    ['市第一中学', 'qinghe'],
    ['粮食局', 'qinghe'],
  ]);
  for (const { name, _id } of made)
    expect(cloud.stored<Person>('people').filter(({ employerId }) => employerId === _id)).toHaveLength(
      name === '粮食局' ? 1 : 231,
    );
  const { rows } = await desk.rows(view.importId, 'new');
  expect(rows[0]?.notes.map(({ text }) => text)).toEqual([expect.stringContaining('写毛笔字')]);
});

test('a list says who is a veteran and who a volunteer, in its own words; silence takes nothing away', async () => {
  const headers = ['姓名', '电话', '院落', '门牌号', '是否退役军人', '志愿者'];
  const lives = ['石榴巷7号院', '东屋'];
  const lines = [
    ['常立功', '16400000501', ...lives, '是', ''],
    ['常助人', '16400000502', ...lives, '否', '√'],
    ['常两样', '16400000503', ...lives, '1998年入伍', '社区志愿者'],
    ['常平凡', '16400000504', ...lives, '无', '×'],
  ];
  expect(await desk.bring('residents', sheetOf([headers, ...lines]))).toMatchObject({ written: 4 });
  const kindsOf = (name: string) => named(name)[0]?.kinds;
  expect(['常立功', '常助人', '常两样', '常平凡'].map(kindsOf)).toEqual([
    ['resident', 'veteran'],
    ['resident', 'volunteer'],
    ['resident', 'veteran', 'volunteer'],
    ['resident'],
  ]);
  const again = sheetOf([headers, ['常立功', '16400000501', ...lives, '', '是']]);
  expect(await desk.bring('residents', again)).toMatchObject({ written: 1, counts: { changed: 1 } });
  expect(kindsOf('常立功')).toEqual(['resident', 'veteran', 'volunteer']);
});

test('nobody else sees an import, and a day later rows and files are gone', async () => {
  const checked = await desk.check('residents', sheetOf([header, ['甲小乙', '16499999999', '', '', '', '', '']]));
  const { importId } = checked;
  for (const openid of ['o_administrator', 'o_strangerSecretary'])
    expect(await cloud.callAs(openid, 'import.get', { importId })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  expect(await cloud.callAs('o_worker', 'import.get', { importId })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  await cloud.getAs('o_secretary', 'import.getRefused', { importId, requestId: newRequest() }).catch(() => undefined);
  const fileIds = cloud.stored<Import>('imports').flatMap(({ fileId, outputFileIds }) => [fileId, ...outputFileIds]);
  const tomorrow = { ...services, clock: { now: () => new Date(cloud.clock.now().getTime() + 25 * 3_600_000) } };
  const { done } = await removeLists.run(tomorrow, undefined, new Date(cloud.clock.now().getTime() + 30 * 3_600_000));
  expect(done).toBe(cloud.stored('imports').length);
  expect(cloud.stored('importPages')).toEqual([]);
  expect(await Promise.all(fileIds.map((fileId) => services.storage.download(fileId)))).toEqual(
    fileIds.map(() => undefined),
  );
  expect(await cloud.callAs('o_secretary', 'import.apply', { importId, requestId: newRequest() })).toMatchObject({
    code: 'NOT_READY',
  });
});

describe('the column 支部 of a list of members', () => {
  const columns = ['姓名', '联系电话', '网格', '所属支部'];
  const lineOf = (name: string, index: number, branch: string) => [name, numberOf(index), '红色网格', branch];
  const notesIn = async (importId: string, fate: 'refused' | 'unchanged') =>
    (await desk.rows(importId, fate)).rows.flatMap(({ notes }) => notes);

  test('attaches each to the branch of that name, and an unknown one refuses the row with what to do', async () => {
    const lines = [
      lineOf('范一', 7_001, '快递行业 党支部'),
      lineOf('范二', 7_002, '清河社区党支部'),
      lineOf('范三', 7_003, ''),
      lineOf('范四', 7_004, '外卖行业党支部'),
    ];
    const brought = await desk.bring('members', sheetOf([columns, ...lines]));
    expect(brought).toMatchObject({ counts: { new: 3, refused: 1 }, written: 3, unused: [] });
    const kept = ['范一', '范二', '范三'].flatMap(named).map((one) => [one.name, one.branchId, one.branchName]);
    expect(kept).toEqual([
      ['范一', couriersBranch._id, '快递行业党支部'],
      ['范二', 'branch:qinghe', undefined],
      ['范三', 'branch:qinghe', undefined],
    ]);
    expect(named('范四')).toEqual([]);
    expect(await notesIn(brought.importId, 'refused')).toEqual([
      {
        column: '所属支部',
        value: '外卖行业党支部',
        text: expect.stringMatching(/没有这个支部，请写下面有的.*快递行业党支部/),
      },
    ]);
    const again = await desk.bring('members', sheetOf([columns, ...lines]));
    expect(again).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 3, refused: 1 }, written: 0 });
  });

  test('takes nobody away from a branch that keeps a book of theirs, and tells how they go', async () => {
    const lines = [lineOf('范一', 7_001, '清河社区党支部'), lineOf('范二', 7_002, '快递行业党支部')];
    await cloud.change('people', named('范二')[0]!._id, { mentorId: 'p_committee' });
    const checked = await desk.check('members', sheetOf([columns, ...lines]));
    expect(checked).toMatchObject({ counts: { changed: 2 } });
    const { rows } = await desk.rows(checked.importId, 'changed');
    expect(rows.map(({ changes }) => changes)).toEqual([
      [{ field: 'branch', before: '快递行业党支部', after: '清河社区党支部' }],
      [{ field: 'branch', before: '清河社区党支部', after: '快递行业党支部' }],
    ]);
    // a book is begun between the look and the write
    const booked = { _id: bookIdOf(named('范一')[0]!._id, 'service'), personId: named('范一')[0]!._id };
    cloud.database.load('passbooks', [{ ...cloud.stored<Passbook>('passbooks')[0]!, ...booked }]);
    expect(await desk.apply(checked)).toMatchObject({ written: 1 });
    expect(named('范一')).toMatchObject([{ branchId: couriersBranch._id, branchName: '快递行业党支部' }]);
    expect(named('范二')).toMatchObject([{ branchId: couriersBranch._id, branchName: '快递行业党支部' }]);
    expect(named('范二')[0]!.mentorId).toBeUndefined();
    const again = await desk.bring('members', sheetOf([columns, ...lines]));
    expect(again).toMatchObject({ counts: { changed: 0, unchanged: 2 }, written: 0 });
    expect(await notesIn(again.importId, 'unchanged')).toEqual([
      { column: '所属支部', value: '清河社区党支部', text: expect.stringContaining('两个支部都同意') },
    ]);
  });
});
