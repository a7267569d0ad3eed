/** What the rows of a sheet come to: headers, rows that hold nobody, groups, people. */
import { readLines, readSheets, refusalsOf, remarksOf, sheetOf, skipsOf } from '../../support/sheets';

const residentHeader = ['网格', '院落', '门牌', '姓名', '电话', '备注'];
const wang = ['一网格', '柳巷1号院', '1-1', '王芳', '16400700001', null];

describe('headers', () => {
  it.each([
    [['户主', '联系方式', '房号', '小区']],
    [['居民姓名', '手机号码（必填）', '门牌号码*', '院 落']],
    [['姓 名：', '联系电话1', '单元房号', '所属楼院']],
    [['名字', '固定电话', '门 牌', '小区名称']],
  ])('understands %j', (header) => {
    const { rows, columns } = readLines('residents', [header, ['王芳', '16400700001', '1-1', '柳巷1号院']]);
    expect(columns.map(({ field }) => field)).toEqual(['name', 'phone', 'door', 'courtyard']);
    expect(rows[0]?.entry).toMatchObject({ name: '王芳', door: '1-1', courtyard: '柳巷1号院' });
  });

  it('takes no number and no name of somebody else', () => {
    const { columns } = readLines('residents', [['姓名', '子女姓名', '子女电话', '紧急联系人电话', '电话'], ['王芳']]);
    expect(columns.map(({ header }) => header)).toEqual(['姓名', '电话']);
  });

  it('prefers a name to the name of the household', () => {
    const { rows } = readLines('residents', [
      ['户主', '姓名', '电话'],
      ['王大山', '王芳', '16400700001'],
    ]);
    expect(rows[0]?.entry).toMatchObject({ name: '王芳' });
  });

  it.each([
    [['姓名', '网格员姓名', '网格员电话', '手机/电话'], '手机/电话'],
    [['户主', '户主电话', '姓名', '本人电话'], '本人电话'],
    [['户主姓名', '户主电话', '备注'], '户主电话'],
  ])('takes the number of whom the list is of: %j', (header, phone) => {
    const { columns } = readLines('residents', [header, ['王芳']]);
    expect(columns.filter(({ field }) => field === 'phone').map((column) => column.header)).toEqual([phone]);
  });

  it('reads a header in two rows, with cells merged over both', () => {
    const merges = [
      { top: 2, bottom: 3, left: 0, right: 0 },
      { top: 2, bottom: 2, left: 1, right: 2 },
      { top: 2, bottom: 3, left: 3, right: 3 },
    ];
    const reading = readLines(
      'residents',
      [
        ['柳巷社区居民'],
        ['姓名', '联系方式', null, '备注'],
        [null, '手机', '固话', null],
        ['王芳', '16400700001', '5550001', '独居'],
      ],
      merges,
    );
    expect(reading.headerRow).toBe(3);
    const [row] = reading.rows;
    expect(row?.entry).toMatchObject({ note: '独居', phones: [{ number: '16400700001' }, { number: '03515550001' }] });
  });

  it('says of a sheet without one that nothing was read', () => {
    expect(readLines('residents', [['本社区共三个网格'], ['联系人'], ['王芳', '16400700001']])).toEqual({
      name: '表',
      columns: [],
      rows: [],
      vacant: [],
      refused: [],
      skipped: [],
    });
  });
});

describe('rows that hold nobody', () => {
  it('names each with its reason, and loses none', () => {
    const reading = readLines('residents', [
      ['序号', ...residentHeader],
      ['例', '一网格', '柳巷1号院', '1-1', '张三', '16400700009'],
      [1, ...wang],
      [2],
      [],
      ['', null, '小 计：', null, null, '1户'],
      ['序号', ...residentHeader],
      [3, '一网格', '柳巷1号院', '1-2', '空置', null],
      ['注：电话以本人登记为准'],
      ['合计', null, null, null, '1人'],
      ['填表人：某某', null, null, null, null, '电话：16400700008'],
    ]);
    expect(reading.rows.map(({ row }) => row)).toEqual([3]);
    expect(skipsOf(reading)).toEqual([
      '2 example',
      '4 blank',
      '5 blank',
      '6 subtotal',
      '7 header',
      '8 uninhabited',
      '9 note',
      '10 total',
      '11 note',
    ]);
    expect(reading.refused).toEqual([]);
  });

  it('takes a title for none of them', () => {
    const { rows } = readLines('activities', [
      ['日期', '活动', '人数'],
      ['2024-05-01', '合计时长公布会', '31人'],
    ]);
    expect(rows[0]?.entry).toMatchObject({ title: '合计时长公布会', present: 31 });
  });

  it('lists many blank rows as one', () => {
    const lines = [
      residentHeader,
      wang,
      ...Array.from({ length: 500 }, () => []),
      [...wang.slice(0, 3), '李娜', '16400700002'],
    ];
    const { skipped, rows } = readLines('residents', lines);
    expect(skipped).toEqual([{ row: 3, through: 502, why: 'blank' }]);
    expect(rows[1]?.row).toBe(503);
  });
});

describe('groups', () => {
  it('takes the name of a merged cell for the rows below it, and for no others', () => {
    const { rows } = readLines(
      'residents',
      [
        residentHeader,
        wang,
        [null, '柳巷1号院', '1-2', '李娜', '16400700002'],
        [null, '柳巷1号院', '1-3', '赵敏', '16400700003'],
      ],
      [{ top: 2, bottom: 3, left: 0, right: 0 }],
    );
    expect(rows.map(({ entry }) => 'grid' in entry && entry.grid)).toEqual(['一网格', '一网格', false]);
  });

  it('takes the first of a group without merges, says so, and ends at a blank row', () => {
    const reading = readLines('residents', [
      ['网格', '姓名', '电话'],
      ['一网格', '王芳', '16400700001'],
      [null, '李娜', '16400700002'],
      ['二网格', '赵敏', '16400700003'],
      [],
      [null, '孙立', '16400700004'],
    ]);
    expect(reading.rows.map(({ entry }) => 'grid' in entry && entry.grid)).toEqual([
      '一网格',
      '一网格',
      '二网格',
      false,
    ]);
    expect(remarksOf(reading)).toEqual(['3 网格: groupContinued']);
  });

  it('leaves an empty cell empty where names repeat', () => {
    const { rows } = readLines('residents', [
      ['网格', '姓名', '电话'],
      ['一网格', '王芳', '16400700001'],
      ['一网格', '李娜', '16400700002'],
      [null, '赵敏', '16400700003'],
    ]);
    expect(rows[2]?.entry).not.toHaveProperty('grid');
  });

  it('takes a line of its own for the rows below it', () => {
    const reading = readLines(
      'residents',
      [
        ['姓名', '电话', '门牌', '备注'],
        ['一网格'],
        ['王芳', '16400700001', '1-1'],
        ['二网格'],
        ['李娜', '16400700002', '1-1'],
      ],
      [2, 4].map((row) => ({ top: row, bottom: row, left: 0, right: 3 })),
    );
    expect(reading.rows.map(({ entry }) => 'grid' in entry && entry.grid)).toEqual(['一网格', '二网格']);
    expect(skipsOf(reading)).toEqual(['2 group', '4 group']);
  });
});

describe('people', () => {
  it('refuses what cannot be known, and says every reason of a row', () => {
    const reading = readLines('residents', [
      ['姓名', '电话', '入住时间', '身份证号', '门牌'],
      ['王芳', '16400700001', '2024-05-01', '11010519491231002X', '1-1'],
      ['张伟、李娜', '1640070000', '24.3.9', '110105194912310020', '1-2'],
      [null, '16400700003', null, null, '1-3'],
      ['赵敏', '16400700004', { type: 'error', text: '#N/A' }, 110105194912310030, '1-4'],
      ['钱多', { type: 'unsaved' }, null, null, { type: 'time', day: '2026-01-05' }],
    ]);
    expect(reading.rows.map(({ row }) => row)).toEqual([2]);
    expect(remarksOf(reading)).toEqual([]);
    expect(refusalsOf(reading)).toEqual([
      '3 姓名: severalPeople',
      '3 电话: phoneDigits',
      '3 入住时间: dateAmbiguous',
      '3 身份证号: identityCheckDigit',
      '4 姓名: empty',
      '5 入住时间: errorCell',
      '5 身份证号: identityInNumberCell',
      '6 电话: formulaWithoutValue',
      '6 门牌: dateInText',
    ]);
  });

  it('keeps no identity number, wherever it stands', () => {
    const reading = readLines('residents', [
      residentHeader,
      [...wang.slice(0, 5), '身份证11010519491231002X 独居'],
      ['一网格', '柳巷1号院', '1-2', '11010519491231002X', '110105194912310020', '110105194912310'],
    ]);
    expect(JSON.stringify(reading)).not.toMatch(/\d{15}/);
    expect(reading.rows[0]?.entry).toMatchObject({ note: '身份证 独居' });
    expect(refusalsOf(reading)).toEqual(['3 姓名: nameCharacters', '3 电话: phoneDigits']);
  });

  it('finds who stands in a file twice, over all sheets, and leaves a couple alone', () => {
    const header = ['姓名', '电话', '院落', '门牌'];
    const [first, second] = readSheets(
      'residents',
      sheetOf([header, ['王芳', '16400700001', '1号院', '1'], ['王 芳', '16400700002', '1号院', '1']], [], '一'),
      sheetOf([header, ['王芳', '16400700001', '2号院', '9'], ['李大山', '16400700001', '1号院', '1']], [], '二'),
    );
    expect(first?.refused).toMatchObject([{ row: 3, column: '姓名', code: 'samePerson', otherRow: 2 }]);
    expect(second?.refused).toMatchObject([
      { row: 2, column: '电话', code: 'samePerson', otherRow: 2, otherSheet: '一' },
    ]);
    expect(second?.rows[0]?.remarks).toMatchObject([{ row: 3, code: 'sameNumber', otherRow: 2, otherSheet: '一' }]);
  });

  it('takes a number of somebody else to call, not to bind', () => {
    const { rows } = readLines('residents', [
      residentHeader,
      [...wang.slice(0, 5), '电话是儿子的'],
      ['一网格', '柳巷1号院', '1-2', '李娜', '16400700002（女儿）', null],
      ['一网格', '柳巷1号院', '1-3', '赵敏', '16400700003', '女儿在外地'],
    ]);
    expect(rows.map(({ entry }) => entry.type === 'person' && entry.phoneOwner)).toEqual(['other', 'other', 'self']);
  });

  it('takes 283 of 300 rows with 17 faults, and names the 17', () => {
    const faults = [
      ['张伟、李娜', '16400800001'],
      ['王芳', '1640080000'],
      ['', '16400800002'],
      ['王3', '16400800003'],
      ['王芳', '不记得'],
    ];
    const broken = new Set(Array.from({ length: 17 }, (_, index) => 3 + index * 17));
    const lines = Array.from({ length: 300 }, (_, index) => {
      const [name, phone] = broken.has(index) ? faults[index % faults.length]! : ['王芳', `164007${10_000 + index}`];
      return ['一网格', '柳巷1号院', `${index}`, name!, phone!, null];
    });
    const reading = readLines('residents', [residentHeader, ...lines]);
    expect(reading.rows).toHaveLength(283);
    expect([...new Set(reading.refused.map(({ row }) => row))]).toEqual([...broken].map((index) => index + 2));
  });
});
