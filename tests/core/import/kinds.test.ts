/** What rows of posts, places, activities and stations come to. */
import { readLines, readSheets, refusalsOf, sheetOf } from '../../support/sheets';

describe('posts', () => {
  it('reads several posts of a row, each with the numbers to its right', () => {
    const { rows, vacant } = readLines('posts', [
      ['网格', '网格长', '电话', '网格员', '联系电话'],
      ['一网格', '王芳', '16400700001', '李娜', '16400700002'],
      ['二网格', '赵敏', '16400700003', '空缺', null],
    ]);
    expect(
      rows.map(({ row, entry }) => entry.type === 'person' && [row, entry.hat, entry.name, entry.phones[0]?.number]),
    ).toEqual([
      [2, 'gridLeader', '王芳', '16400700001'],
      [2, 'gridWorker', '李娜', '16400700002'],
      [3, 'gridLeader', '赵敏', '16400700003'],
    ]);
    expect(vacant).toEqual([{ row: 3, grid: '二网格', hat: 'gridWorker' }]);
  });

  it.each([
    [['街巷长花名册'], ['姓名', '电话'], ['王芳', '16400700001'], 'laneChief'],
    [['社区花名册'], ['姓名', '职务'], ['王芳', '一网格网格员'], 'gridWorker'],
    [['社区花名册'], ['姓名', '职务'], ['王芳', '党支部书记'], 'secretary'],
    [['社区花名册'], ['姓名', '职务'], ['王芳', '副书记'], undefined],
  ])('%j, %j, %j: %s', (title, header, line, hat) => {
    const [row] = readLines('posts', [title, header, line]).rows;
    expect(row?.entry.type === 'person' && row.entry.hat).toBe(hat);
  });

  it('reads a column of posts, and lets one person hold two', () => {
    const { rows, refused } = readLines('posts', [
      ['姓名', '职务', '手机', '所属网格', '政治面貌'],
      ['王芳', '网格长', '16400700001', '一网格', '中共党员'],
      ['王芳', '党小组组长', '16400700001', '一网格', '非党员'],
    ]);
    expect(refused).toEqual([]);
    expect(rows.map(({ entry }) => entry)).toMatchObject([{ hat: 'gridLeader', party: true }, { hat: 'groupLeader' }]);
    expect(rows[1]?.entry).not.toHaveProperty('party');
  });
});

describe('places, activities and stations', () => {
  it('reads places of every level, with colours, shops and facilities', () => {
    const reading = readLines('places', [
      ['网格', '颜色', '街巷', '院落', '名称', '类型'],
      ['一网格', '红色'],
      ['一网格', null, '柳巷', '12号院'],
      ['一网格', null, '柳巷', null, '老王面馆', '沿街商铺'],
      ['一网格', null, '柳巷', null, '口袋公园', '公共设施'],
      ['一网格', null, '柳巷', '12号院'],
    ]);
    expect(reading.rows.map(({ entry }) => entry)).toMatchObject([
      { grid: '一网格', colour: 'red' },
      { lane: '柳巷', courtyard: '12号院' },
      { name: '老王面馆', placeKind: 'shop' },
      { name: '口袋公园', placeKind: 'facility' },
    ]);
    expect(refusalsOf(reading)).toEqual(['6 院落: sameEntry']);
  });

  it('reads activities, which need a day and a title', () => {
    const reading = readLines('activities', [
      ['活动时间', '活动主题', '参加人数', '备注'],
      [{ type: 'time', day: '2024-05-01', clock: '09:00:00' }, '主题党日', 31, null],
      ['2024年5月', '义诊', '二十', null],
      [null, '清扫', 5, null],
      ['2024.6.1', null, 5, null],
    ]);
    expect(reading.rows.map(({ entry }) => entry)).toEqual([
      { type: 'activity', day: '2024-05-01', title: '主题党日', present: 31 },
    ]);
    expect(refusalsOf(reading)).toEqual([
      '3 活动时间: dateWithoutDay',
      '3 参加人数: numberUnreadable',
      '4 活动时间: empty',
      '5 活动主题: empty',
    ]);
  });

  it('reads sites, organisations, instructors, stations and shops of one book', () => {
    const sheets = readSheets(
      'stations',
      sheetOf(
        [
          ['站点名称', '行业', '所属党组织', '地址'],
          ['东街配送站', '外卖', '外卖行业党支部', '东街1号'],
        ],
        [],
        '站点',
      ),
      sheetOf(
        [
          ['党组织名称', '行业'],
          ['外卖行业党支部', '外卖'],
        ],
        [],
        '行业党组织',
      ),
      sheetOf(
        [
          ['姓名', '电话', '联系党组织'],
          ['王芳', '16400700001', '外卖行业党支部'],
        ],
        [],
        '党建指导员',
      ),
      sheetOf(
        [
          ['驿站名称', '地址', '开放时间', '服务项目', '经度', '纬度'],
          ['柳巷驿站', '柳巷2号', '8:00-20:00', '饮水、充电', 112.55, 37.87],
        ],
        [],
        '驿站',
      ),
      sheetOf(
        [
          ['名称', '类型', '电话', '负责人'],
          ['老王面馆', '爱心商户', '5550001', '王大山'],
          ['空地', null, null, null],
        ],
        [],
        '其他',
      ),
    );
    expect(sheets.flatMap(({ rows }) => rows.map(({ entry }) => entry))).toMatchObject([
      { kind: 'site', name: '东街配送站', trade: 'delivery', organisation: '外卖行业党支部' },
      { kind: 'organisation', name: '外卖行业党支部' },
      { kind: 'instructor', name: '王芳', person: '王芳' },
      { kind: 'station', services: ['饮水', '充电'], point: { longitude: 112.55, latitude: 37.87 } },
      { kind: 'shop', phones: [{ number: '03515550001' }], person: '王大山' },
    ]);
    expect(sheets.flatMap(refusalsOf)).toEqual(['3 类型: empty']);
  });
});
