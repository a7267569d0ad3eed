import type { Export } from '../../../cloudfunctions/core/export/document/export';
import { digestOf, makeFile } from '../../../cloudfunctions/core/export/make-file';
import { exportableLists, exportScope, mayShow } from '../../../cloudfunctions/core/export/rules/may-export';
import { hasStrokes, sortRows } from '../../../cloudfunctions/core/export/rules/sort-rows';
import { scopeOf } from '../../../cloudfunctions/core/access/permissions';
import { safeCell, writeCsv } from '../../../cloudfunctions/core/import/workbook-reader/write-csv';
import { readWorkbook } from '../../../cloudfunctions/core/import/workbook-reader';
import { cellText } from '../../../cloudfunctions/core/import/workbook';
import { orderStateText } from '../../../cloudfunctions/core/export/text/labels';
import { postWord } from '../../../cloudfunctions/core/place/text/post-words';
import { timeText } from '../../../cloudfunctions/core/export/text/times';
import { surnameKeyOf } from '../../../cloudfunctions/core/person/surname-key';
import { orderOutcomes, orderStatuses } from '../../../miniprogram/contracts/order';
import { categoryText } from '../../../cloudfunctions/core/order/text/categories';
import { defaultCategoryKeys } from '../../../miniprogram/contracts/category';
import { postHats } from '../../../miniprogram/contracts/hat';
import { categoryName, statusName } from '../../../miniprogram/text/order/names';
import { dayTime } from '../../../miniprogram/text/dates';
import { hatName } from '../../../miniprogram/text/person/hats';

const one: Export = {
  _id: 'exAbcdEfgh12345678',
  communityId: 'qinghe',
  communityName: '清河社区',
  personId: 'p1',
  by: { name: '秦月', hat: 'secretary', path: 'qinghe', openid: 'o1' },
  list: 'residents',
  format: 'xlsx',
  sort: 'pinyin',
  phones: 'masked',
  reason: null,
  grid: null,
  month: null,
  state: 'working',
  cursor: null,
  isRead: true,
  partFileIds: [],
  rows: 1,
  fileId: null,
  createdAt: new Date('2026-11-27T16:05:00Z'),
  timeKey: '',
  deleteAt: null,
  requests: [],
};
const rowOf = (name: string, ...cells: readonly string[]) => ({
  name,
  surnameKey: name === '' ? '' : surnameKeyOf(name),
  cells: [name, ...cells],
});
const linesOf = (bytes: Buffer) =>
  readWorkbook(bytes).sheets[0]!.rows.map(({ cells }) => [...cells.values()].map(cellText));

test('the head says what was asked for, the zone once, who and when; each line has the number', async () => {
  const lines = linesOf(await makeFile(one, [rowOf('单小明', 'shan', '164 **** 0001')]));
  expect(lines).toEqual([
    ['清河社区 居民'],
    ['筛选：全社区，电话遮住中间，按姓的读音排。共 1 行'],
    ['时间：北京时间（UTC+8）'],
    ['秦月（书记） 2026-11-28 00:05 导出，编号 E-12345678。只用于社区工作，不得外传'],
    ['姓名', '姓的读音', '联系电话', '居住类型', '住在哪个网格', '住处', '工作单位', '导出编号'],
    ['单小明', 'shan', '164 **** 0001', 'E-12345678'],
    ['※ 秦月（书记） 2026-11-28 00:05 导出，编号 E-12345678'],
  ]);
  expect(lines.flat().filter((cell) => cell.includes('UTC'))).toHaveLength(1);
});

test('names stand by how the surname is read, and by strokes where that is asked for', () => {
  const names = ['曾小红', '单小明', '查良', '丁一', '仇英', '', '张三', '阿不都'].map((name) => rowOf(name));
  expect(sortRows(names, 'pinyin').map(({ name }) => name)).toEqual([
    '阿不都',
    '丁一',
    '仇英',
    '单小明',
    '曾小红',
    '查良',
    '张三',
    '',
  ]);
  expect(hasStrokes()).toBe(true);
  const few = ['韩三', '丁一', '王五', '李四'].map((name) => rowOf(name));
  expect(sortRows(few, 'strokes').map(({ name }) => name)).toEqual(['丁一', '王五', '李四', '韩三']);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+8613812345678', "'+8613812345678"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  [' =1', "' =1"],
  ['\t=1', "'\t=1"],
  ['-5', '-5'],
  ['石榴巷', '石榴巷'],
  ['164 **** 0001', '164 **** 0001'],
])('%j stands in a CSV as %j', (text, safe) => expect(safeCell(text)).toBe(safe));

test('a CSV begins with its mark, keeps quotes and commas, and is read back as it was', () => {
  const bytes = writeCsv([
    ['姓名', '备注'],
    ['王"五', '一,二'],
    ['=A1', ''],
  ]);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString('utf8')).toContain('"王""五","一,二"\r\n\'=A1');
  expect(linesOf(bytes).slice(1)).toEqual([['王"五', '一,二'], ["'=A1"]]);
});

test('cells of a spreadsheet are texts, whatever they look like', async () => {
  const lines = linesOf(await makeFile(one, [rowOf('=cmd()', '0012', '3-1', '140100199001010026')]));
  expect(lines[5]).toEqual(['=cmd()', '0012', '3-1', '140100199001010026', 'E-12345678']);
});

test.each(['xlsx', 'csv'] as const)('70,000 rows fit into one %s, none lost', async (format) => {
  const rows = Array.from({ length: 70_000 }, (_, index) => ({
    name: `人${index}`,
    surnameKey: 'ren',
    cells: [`人${index}`, 'ren', '164 **** 0001', '常住', '红色网格', '石榴巷 7 号院', ''],
  }));
  const bytes = await makeFile({ ...one, format, rows: rows.length }, rows);
  const read = readWorkbook(bytes).sheets[0]!.rows;
  expect(read).toHaveLength(70_000 + 6);
  expect(new Set(read.slice(5, -1).map(({ cells }) => cellText(cells.get(0)))).size).toBe(70_000);
});

test('who may take out what follows the pages on which it stands', () => {
  const listsOf = (hat: Parameters<typeof exportableLists>[0]) => exportableLists(hat, scopeOf);
  const kept = ['residents', 'members', 'posts', 'orders', 'needs', 'cards', 'coverage'];
  expect(listsOf('secretary')).toEqual([...kept, 'reviewNumbers', 'reviewTexts', 'commendations']);
  expect(listsOf('employer')).toEqual(['reviewNumbers', 'reviewTexts']);
  expect(exportScope('reviewTexts', 'employer', scopeOf)).toBe('employer');
  expect(listsOf('administrator')).toEqual(['residents', 'posts', 'cards', 'coverage']);
  expect(listsOf('gridWorker')).toEqual(['members', 'orders', 'needs', 'cards', 'coverage']);
  expect(listsOf('groupLeader')).toEqual(['members', 'orders']);
  for (const hat of ['resident', 'member', 'merchant', 'anonymous'] as const) expect(listsOf(hat)).toEqual([]);
  expect(exportScope('orders', 'gridWorker', scopeOf)).toBe('grid');
  expect(mayShow('whole', 'residents', 'secretary')).toBe(true);
  expect(mayShow('whole', 'orders', 'secretary')).toBe(false);
  expect(mayShow('whole', 'residents', 'administrator')).toBe(false);
});

test('words and times are those of the pages', () => {
  expect(categoryText({ category: 'c1', categoryName: '学车' })).toBe('学车');
  for (const category of defaultCategoryKeys) expect(categoryText({ category })).toBe(categoryName({ category }));
  for (const hat of postHats) expect(postWord(hat)).toBe(hatName(hat));
  for (const status of orderStatuses) expect(orderStateText(status, null)).toBe(statusName({ status }, 'staff'));
  for (const outcome of orderOutcomes)
    expect(orderStateText('closed', outcome)).toBe(statusName({ status: 'closed', outcome }, 'staff'));
  const at = new Date('2026-11-20T16:12:00Z');
  expect(timeText(at)).toBe('2026-11-21 00:12');
  expect(dayTime(at.toISOString())).toBe('11 月 21 日 0:12');
});

test('S2-23 a month of reviews goes out with a digest over all rows, whatever their order', async () => {
  const of = { ...one, list: 'reviewTexts', month: '2026-10' } as const;
  const rows = [rowOf('单小明', '2026-10', '', '带头值夜'), rowOf('曾强', '2026-10', '青年党员', '')];
  const digest = digestOf(of, rows);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOf(of, [...rows].reverse())).toBe(digest);
  expect(digestOf(of, [rowOf('单小明', '2026-10', '', '没来值夜'), rows[1]!])).not.toBe(digest);
  expect(digestOf(one, rows)).toBeUndefined();
  expect((await linesOf(await makeFile(of, rows))).flat()).toContain(`校验码：${digest}（所有行一起算的 SHA-256）`);
});
