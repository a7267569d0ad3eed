/** One list in every format that an office may send it in, and what formats hide. */
import fc from 'fast-check';
import type { SheetReading } from '../../../cloudfunctions/core/import/entries';
import { readFile } from '../../../cloudfunctions/core/import/read-file';
import { WorkbookError } from '../../../cloudfunctions/core/import/workbook';
import { readWorkbook } from '../../../cloudfunctions/core/import/workbook-reader';
import { maxBytes } from '../../../cloudfunctions/core/import/workbook-reader/check-size';
import { bookOf, compoundFileOf, withXlsFormat, xlsxOf, zipOf, type Line } from '../../support/spreadsheets';

/** Days of 1900-based and 1904-based books. */
const mayDay = 45_413;
const mayDay1904 = mayDay - 1_462;

const list: readonly Line[] = [
  ['柳巷社区居民花名册'],
  ['姓名', '门牌号', '手机', '入住时间'],
  ['赵䶮', '3-1', '16400700001', '2024.5'],
  ['买买提•艾力', '1-2-301', 16400700002, '2024年5月1日'],
];
const people = [
  { name: '赵䶮', door: '3-1', phones: [{ number: '16400700001' }], since: '2024-05' },
  { name: '买买提·艾力', door: '1-2-301', phones: [{ number: '16400700002' }], since: '2024-05-01' },
];
const entriesOf = (sheet: SheetReading | undefined) => sheet?.rows.map(({ entry }) => entry);
const read = async (bytes: Uint8Array) => readFile('residents', bytes, '0351');
const csv = (delimiter: string) => list.map((line) => line.join(delimiter)).join('\r\n');
const problemOf = (bytes: Uint8Array): string => {
  try {
    readWorkbook(bytes);
    return 'none';
  } catch (error) {
    return error instanceof WorkbookError ? error.problem : String(error);
  }
};

/** GB 18030 of what this test writes, which Node decodes and does not encode. */
const gbBytes: Readonly<Record<string, readonly number[]>> = {
  姓: [0xd0, 0xd5],
  名: [0xc3, 0xfb],
  手: [0xca, 0xd6],
  机: [0xbb, 0xfa],
  王: [0xcd, 0xf5],
  芳: [0xb7, 0xbc],
  䶮: [0xfe, 0x9f],
  '𠮷': [0x95, 0x34, 0xb2, 0x35],
};
const gb18030 = (text: string) => Buffer.from([...text].flatMap((one) => gbBytes[one] ?? [...Buffer.from(one)]));

describe('one list in many formats', () => {
  it.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'fods', 'xlml'] as const)('%s', async (type) => {
    const bytes = bookOf({ 名册: list, 字典: [['姓名', '电话']] }, type, { hidden: ['字典'] });
    const reading = await read(bytes);
    expect(entriesOf(reading.sheets[0])).toMatchObject(people);
    const keepsHidden = type !== 'ods' && type !== 'fods';
    expect([reading.hidden, reading.sheets.length]).toEqual(keepsHidden ? [['字典'], 1] : [[], 2]);
  });

  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(csv(',')), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(',')}`), 'utf-8'],
    ['UTF-16 with tabs', Buffer.from(`\ufeff${csv('\t')}`, 'utf16le'), 'utf-16le'],
    ['semicolons', Buffer.from(csv(';')), 'utf-8'],
  ])('CSV in %s', async (_, bytes, encoding) => {
    const reading = await read(bytes);
    expect(reading.encoding).toBe(encoding);
    expect(reading.sheets).toHaveLength(1);
    expect(reading.sheets[0]).not.toHaveProperty('name');
    expect(entriesOf(reading.sheets[0])).toMatchObject(people);
  });

  it('CSV in GB 18030, with rare characters of two bytes and of four', async () => {
    const reading = await read(gb18030('姓名,手机\n王䶮,16400700001\n𠮷芳,="16400700002"\n'));
    expect(reading.encoding).toBe('gb18030');
    expect(entriesOf(reading.sheets[0])).toMatchObject([
      { name: '王䶮', phones: [{ number: '16400700001' }] },
      { name: '𠮷芳', phones: [{ number: '16400700002' }] },
    ]);
  });

  it('an HTML table under the name of a book, in GB 18030', async () => {
    const row = (line: string) => `<tr><td>${line.split(',').join('</td><td>')}</td></tr>`;
    const html = `<html><body><table>${row('姓名,手机,door')}${row('王芳,016400700001,3-1')}</table></body></html>`;
    const reading = await read(gb18030(html));
    expect(entriesOf(reading.sheets[0])).toMatchObject([{ name: '王芳', phones: [{ number: '16400700001' }] }]);
  });

  it('a book of Excel 5, whose texts are in a Chinese code page', () => {
    const bytes = Buffer.from(bookOf({ s: [['aabb', 'x']] }, 'biff5'));
    gb18030('姓名').copy(bytes, bytes.indexOf('aabb'));
    bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from([0x42, 0, 2, 0])) + 4);
    expect(readWorkbook(bytes).sheets[0]?.rows[0]?.cells.get(0)).toEqual({ type: 'text', text: '姓名' });
  });
});

describe('what formats hide', () => {
  const inline = (name: string, text: string) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const header = `<row r="1">${inline('A1', '姓名')}${inline('B1', '入住时间')}</row>`;

  const builtIn: readonly [number, string][] = [
    ...[14, 28, 29, 30, 31, 51, 53, 54, 58].map((id): [number, string] => [id, '2024-05-01']),
    ...[27, 36, 50, 52, 57].map((id): [number, string] => [id, '2024-05']),
  ];
  it.each(builtIn)('the built-in date format %i', (id, day) => {
    const sheet = `${header}<row r="2">${inline('A2', '王芳')}<c r="B2" s="1"><v>${mayDay}</v></c></row>`;
    const [found] = readWorkbook(xlsxOf({ sheet, formats: [id] })).sheets;
    expect(found?.rows[1]?.cells.get(1)).toEqual({ type: 'time', day });
  });

  it.each(builtIn)('the built-in date format %i of an xls book, which counts from 1900 or 1904', (id, day) => {
    for (const date1904 of [false, true]) {
      const lines = [['入住时间', date1904 ? mayDay1904 : mayDay]];
      const [found] = readWorkbook(withXlsFormat(bookOf({ s: lines }, 'biff8', { date1904 }), id)).sheets;
      expect(found?.rows[0]?.cells.get(1)).toEqual({ type: 'time', day });
    }
  });

  it('a month in the middle of which its day lies stays that day, and a format of its own stays', () => {
    const sheet = `<row r="1"><c r="A1" s="1"><v>${mayDay + 14}</v></c><c r="B1" s="2"><v>${mayDay}</v></c></row>`;
    const bytes = xlsxOf({ sheet, formats: [57, 164], ownFormat: 'yyyy-mm-dd' });
    expect([...(readWorkbook(bytes).sheets[0]?.rows[0]?.cells.values() ?? [])]).toEqual([
      { type: 'time', day: '2024-05-15' },
      { type: 'time', day: '2024-05-01' },
    ]);
  });

  it.each([
    ['yyyy"年"m"月"', '2024-05'],
    ['yyyy-mm', '2024-05'],
    ['yyyy"年"m"月"d"日"', '2024-05-01'],
    ['m"月"d"日"', '2024-05-01'],
  ])('a day that %s shows', (format, day) => {
    const sheet = `<row r="1"><c r="A1" s="1"><v>${mayDay}</v></c></row>`;
    const bytes = xlsxOf({ sheet, formats: [164], ownFormat: format });
    expect(readWorkbook(bytes).sheets[0]?.rows[0]?.cells.get(0)).toEqual({ type: 'time', day });
  });

  it('a book that counts from 1904', () => {
    const sheet = `<row r="1"><c r="A1" s="1"><v>${mayDay1904}</v></c></row>`;
    const xlsx = xlsxOf({ sheet, formats: [14], workbook: '<workbookPr date1904="1"/>' });
    expect(readWorkbook(xlsx).sheets[0]?.rows[0]?.cells.get(0)).toEqual({ type: 'time', day: '2024-05-01' });
  });

  it('a day that lost its format, in a book that counts from 1904', async () => {
    const lines = [
      ['姓名', '手机', '入住时间'],
      ['王芳', '16400700001', mayDay1904],
    ];
    const { sheets } = await read(bookOf({ s: lines }, 'biff8', { date1904: true }));
    expect(sheets[0]?.rows[0]).toMatchObject({ entry: { since: '2024-05-01' }, remarks: [{ code: 'serialDate' }] });
  });

  it('phonetic guides, in shared and in inline texts, are no part of a name', () => {
    const guide = '<rPh sb="0" eb="1"><t>SHAN</t></rPh><phoneticPr fontId="1"/>';
    const shared = `<si><t>单国强</t>${guide}</si>`;
    const sheet =
      `<row r="1"><c r="A1" t="s"><v>0</v></c>` +
      `<c r="B1" t="inlineStr"><is><r><t>单</t></r><r><t>国强</t></r>${guide}</is></c></row>`;
    const cells = readWorkbook(xlsxOf({ sheet, shared })).sheets[0]?.rows[0]?.cells;
    expect([cells?.get(0), cells?.get(1)]).toEqual([
      { type: 'text', text: '单国强' },
      { type: 'text', text: '单国强' },
    ]);
  });

  it('formulas have the result that the file has, and none where it has none; errors are errors', () => {
    const sheet =
      '<row r="1"><c r="A1" t="str"><f>B1</f><v>王芳</v></c><c r="B1"><f>1+1</f><v>2</v></c>' +
      '<c r="C1"><f>B9</f></c><c r="D1" t="e"><v>#N/A</v></c></row>';
    const cells = readWorkbook(xlsxOf({ sheet })).sheets[0]?.rows[0]?.cells;
    expect([0, 1, 2, 3].map((column) => cells?.get(column))).toEqual([
      { type: 'text', text: '王芳' },
      { type: 'number', value: 2 },
      { type: 'unsaved' },
      { type: 'error', text: '#N/A' },
    ]);
  });

  it('line breaks that a program wrote as _x000a_ part two people', async () => {
    const sheet = `${header}<row r="2">${inline('A2', '张伟_x000a_李娜')}</row>`;
    const { sheets } = await read(xlsxOf({ sheet }));
    expect(sheets[0]?.refused).toMatchObject([{ row: 2, code: 'severalPeople' }]);
  });

  it('a cell in the last row of a sheet costs no millions', async () => {
    const sheet = `${header}<row r="1048576">${inline('A1048576', '王芳')}</row>`;
    const { sheets } = await read(xlsxOf({ sheet }));
    expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([1_048_576]);
    expect(sheets[0]?.skipped).toEqual([{ row: 2, through: 1_048_575, why: 'blank' }]);
  });
});

describe('what is no list', () => {
  const agile = Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]);
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'kind'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'kind'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'kind'],
    ['random bytes', Buffer.from([1, 2, 3, 0, 255, 254, 128]), 'kind'],
    ['a zip without a book', zipOf({ 'a.txt': 'a' }), 'kind'],
    ['a document in a zip', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a/>' }), 'kind'],
    ['a document in a compound file', compoundFileOf({ '/WordDocument': Buffer.alloc(64) }), 'kind'],
    [
      'a book with a password',
      compoundFileOf({ '/EncryptedPackage': Buffer.alloc(64), '/EncryptionInfo': agile }),
      'encrypted',
    ],
    ['half a book', bookOf({ s: list }, 'xlsx').subarray(0, 3_000), 'broken'],
    ['half an old book', bookOf({ s: list }, 'biff8').subarray(0, 600), 'broken'],
    ['too large a file', Buffer.alloc(maxBytes.file + 1), 'large'],
    [
      'a zip that unpacks into more than there is room for',
      zipOf({ 'xl/a.xml': ' '.repeat(maxBytes.unpacked + 1) }),
      'large',
    ],
  ])('%s', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });
});

describe('any order of columns, any titles above', () => {
  const name = fc.constantFrom('王芳', '李 娜', '欧阳娜娜', '买买提•艾力', '赵䶮');
  const person = fc.record({ name, door: fc.integer({ min: 1, max: 99 }), unit: fc.integer({ min: 1, max: 9 }) });
  const headers = {
    name: ['姓名', '户主姓名', '名字'],
    door: ['门牌号', '房号'],
    phone: ['电话', '联系方式'],
    note: ['备 注'],
  };

  it('gives the same people, each in its row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { minLength: 1, maxLength: 12, selector: ({ unit, door }) => `${unit}-${door}` }),
        fc.shuffledSubarray(['name', 'door', 'phone', 'note', 'other'] as const, { minLength: 5 }),
        fc.array(fc.constantFrom('花名册', '填表人：', '2026年10月'), { maxLength: 3 }),
        fc.constantFrom('xlsx' as const, 'biff8' as const, 'csv' as const),
        async (found, order, titles, type) => {
          const header = order.map((field) =>
            field === 'other' ? '户数' : headers[field][found.length % headers[field].length]!,
          );
          const lines = found.map(({ name: typed, unit, door }, index): Line => {
            const values = {
              name: typed,
              door: `${unit}-${door}`,
              phone: `1640070${1000 + index}`,
              note: '独居',
              other: 1,
            };
            return order.map((field) => values[field]);
          });
          const bytes = bookOf({ 表: [...titles.map((title) => [title]), header, ...lines] }, type);
          const { sheets } = await read(bytes);
          expect(sheets[0]?.headerRow).toBe(titles.length + 1);
          expect(sheets[0]?.refused).toEqual([]);
          expect(
            sheets[0]?.rows.map(
              ({ row, entry }) => entry.type === 'person' && [row, entry.door, entry.phones[0]?.number],
            ),
          ).toEqual(
            found.map(({ unit, door }, index) => [
              titles.length + 2 + index,
              `${unit}-${door}`,
              `1640070${1000 + index}`,
            ]),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads 10,000 people and loses none', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `王芳,${index},164${String(index).padStart(8, '0')}`);
    const { sheets } = await read(Buffer.from(['姓名,门牌号,手机', ...lines].join('\n')));
    expect([sheets[0]?.rows.length, sheets[0]?.refused, sheets[0]?.skipped]).toEqual([10_000, [], []]);
  });
});
