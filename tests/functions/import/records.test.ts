import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Place } from '../../../cloudfunctions/core/place/place';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import type { Organisation } from '../../../cloudfunctions/core/site/site';
import type { Station } from '../../../cloudfunctions/core/station/station';
import { templates } from '../../../cloudfunctions/core/import/text/templates';
import { offeredKinds, type ImportView, type RowFate } from '../../../miniprogram/contracts/import';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { bookOf } from '../../support/demo-lists';
import { office, sheetOf } from './lists';

/** Lists of places, of past activities, of stations: what becomes of their rows. */
let cloud: ApiCloud;
let services: Services;
let desk: ReturnType<typeof office>;

beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files'] });
  services = await cloud.services();
  desk = office(cloud, services);
});
afterAll(() => cloud?.close());

const reasons = async ({ importId }: ImportView, fate: RowFate = 'refused') =>
  (await desk.rows(importId, fate)).rows.map(({ title, notes }) => [title, notes.map(({ text }) => text).join()]);
const placeNamed = (name: string) => cloud.stored<Place>('places').find((place) => place.name === name)!;
const stationNamed = (name: string) => cloud.stored<Station>('stations').find((one) => one.name === name)!;

describe('places', () => {
  const header = ['网格', '颜色', '片区', '街巷', '院落', '门牌号', '名称', '类型'];

  test('rows build on each other and on what is known; a place needs no more than tells it apart', async () => {
    const view = await desk.bring(
      'places',
      bookOf(
        [
          '网格里的',
          [
            header,
            ['绿色网格', '绿', '北片区', '杏花巷', '1号院', '', '', ''],
            ['', '', '', '杏花巷', '2号院', '', '', ''],
            ['红色', '', '', '石榴巷', '11号院', '', '', ''],
            ['', '', '', '', '石榴巷7号院', '北屋', '', ''],
            ['', '', '', '石榴巷', '7号院', '东屋', '', ''],
            ['蓝色网格', '', '', '', '', '', '老马面馆', '商铺'],
          ],
        ],
        [
          '还没有网格的',
          [
            ['名称', '类型'],
            ['河边公园', '公共设施'],
          ],
        ],
      ),
    );
    expect(view).toMatchObject({ written: 6, counts: { new: 6, unchanged: 1, refused: 0 } });
    const green = placeNamed('绿色网格');
    expect(green).toMatchObject({ colour: 'green', children: 1, acts: [{ action: 'import.apply', name: '王建国' }] });
    expect(placeNamed('杏花巷')).toMatchObject({ children: 2, sectionName: '北片区', grid: { gridId: green._id } });
    expect(placeNamed('2号院').path).toBe(`${placeNamed('杏花巷').path}/${placeNamed('2号院')._id}`);
    expect(placeNamed('11号院')).toMatchObject({ parentId: 'qinghe_g1_s1_l1', label: '石榴巷 11号院' });
    expect(placeNamed('北屋')).toMatchObject({ parentId: 'qinghe_g1_c1', kind: 'household' });
    expect(placeNamed('老马面馆')).toMatchObject({ parentId: 'qinghe_g2', kind: 'shop' });
    expect(placeNamed('河边公园')).toMatchObject({ parentId: 'ungridded:qinghe', kind: 'facility' });
    expect(cloud.storedOne<Community>('communities', 'qinghe').grids.map(({ colour }) => colour)).toEqual([
      'red',
      'blue',
      'green',
    ]);
  });

  test('what cannot be is refused with its reason, and nothing of it is made', async () => {
    const before = cloud.stored('places').length;
    const view = await desk.bring(
      'places',
      sheetOf([
        header,
        ['黄色网格', '红', '', '', '', '', '', ''],
        ['', '', '', '没有的巷', '1号院', '', '', ''],
        ['', '', '', '', '', '5号', '', ''],
        ['红色网格', '', '', '', '', '', '说不清', ''],
        ['红色网格', '', '', `${'长'.repeat(30)}巷`, '', '', '', ''],
      ]),
    );
    expect(view).toMatchObject({ written: 0, counts: { new: 0, refused: 5 } });
    expect((await reasons(view)).map(([, text]) => text)).toEqual([
      expect.stringContaining('这个颜色'),
      expect.stringContaining('没有写在哪个地方'),
      expect.stringContaining('没有写在哪个地方'),
      expect.stringContaining('商铺还是公共设施'),
      expect.stringContaining('太长'),
    ]);
    expect(cloud.stored('places')).toHaveLength(before);
  });

  test('another colour of a grid shows the old beside the new; a closed place is not opened again', async () => {
    const view = await desk.check('places', sheetOf([header, ['绿色网格', '紫', '', '', '', '', '', '']]));
    expect((await desk.rows(view.importId, 'changed')).rows[0]?.changes).toEqual([
      { field: 'colour', before: 'green', after: 'purple' },
    ]);
    expect(await desk.apply(view)).toMatchObject({ written: 1 });
    expect(placeNamed('绿色网格')).toMatchObject({ colour: 'purple', former: [{ colour: 'green' }] });
    expect(cloud.storedOne<Community>('communities', 'qinghe').grids.at(-1)).toMatchObject({ colour: 'purple' });
    await cloud.change('places', placeNamed('2号院')._id, { closedAt: new Date(), parentId: 'closed:qinghe' });
    const again = await desk.check('places', sheetOf([header, ['', '', '', '杏花巷', '2号院', '', '', '']]));
    expect(await reasons(again)).toEqual([['杏花巷 2号院', expect.stringContaining('已经撤销')]]);
  });
});

describe('past activities', () => {
  const header = ['日期', '活动名称', '到会人数'];

  test('are history: a day, a title, how many came; no marks, no points', async () => {
    const lines = [
      ['2024-05-01', '主题党日：清理楼道', 31],
      ['2024-05-09', '党员大会', ''],
      ['2024-05', '哪一天不知道', 3],
    ];
    const view = await desk.bring('activities', sheetOf([header, ...lines]));
    expect(view).toMatchObject({ written: 2, counts: { new: 2, refused: 1 } });
    const [first] = cloud.stored<Activity>('activities').filter(({ title }) => title.startsWith('主题党日：清理'));
    expect(first).toMatchObject({ kind: 'party-day', state: 'closed', rules: [], closedAt: null });
    expect(first!.startsAt.toISOString()).toBe('2024-04-30T16:00:00.000Z');
    expect(cloud.stored('entries').filter((entry) => JSON.stringify(entry).includes(first!._id))).toEqual([]);
    const { activities } = await cloud.getAs('o_secretary', 'activity.list', {});
    expect(activities.find(({ activityId }) => activityId === first!._id)).toMatchObject({
      history: 'counted',
      present: 31,
      expected: 0,
    });
    const shown = await cloud.getAs('o_secretary', 'activity.get', { activityId: first!._id });
    expect(shown).toMatchObject({ mayMark: false, mayClose: false, maySign: false, mayReturn: false, people: [] });
    const marks = [{ personId: 'p_member', state: 'present' as const }];
    const marked = { activityId: first!._id, marks, requestId: newRequest() };
    expect(await cloud.callAs('o_secretary', 'activity.mark', marked)).toMatchObject({ code: 'ACTIVITY_CLOSED' });

    const [, second] = lines;
    const again = await desk.bring('activities', sheetOf([header, lines[0]!, [second![0]!, second![1]!, 12]]));
    expect(again).toMatchObject({ counts: { new: 0, changed: 1, unchanged: 1 }, written: 1 });
    expect(cloud.stored<Activity>('activities').find(({ title }) => title === '党员大会')).toMatchObject({
      history: { present: 12 },
    });
  });
});

describe('stations', () => {
  const orgs = [
    '行业党组织',
    [
      ['党组织名称', '行业'],
      ['清河快递行业党支部', '快递'],
      ['清河货运支部', ''],
    ],
  ] as const;
  const stationHeader = ['驿站名称', '地址', '网格', '开放时间', '服务项目', '驿站管理员', '联系电话', '经度', '纬度'];
  const stations = (...lines: (string | number)[][]) => ['驿站', [stationHeader, ...lines]] as const;

  test('organisations may stand behind whoever names them; what is missing is said', async () => {
    const view = await desk.bring(
      'stations',
      bookOf(
        [
          '指导员',
          [
            ['姓名', '联系电话', '所属党组织'],
            ['薛小燕', '16477000001', '清河快递行业党支部'],
            ['白干', '', '清河快递行业党支部'],
            ['没单位', '16477000002', '哪个支部'],
          ],
        ],
        [
          '站点',
          [
            ['站点名称', '行业', '所属党组织', '网格', '经度', '纬度'],
            ['东街快递站点', '', '清河快递行业党支部', '红色网格', 112.49, 37.85],
            ['西街站点', '外卖', '', '红色网格', '', ''],
          ],
        ],
        [...orgs],
        [
          ...stations(
            [
              '东街小站',
              '东街 12 号',
              '红色网格',
              '每天 8:00-21:00',
              '饮水、唱歌',
              '贺小明',
              '16477000003',
              112.49,
              37.85,
            ],
            ['没时间站', '东街 13 号', '红色网格', '', '', '', '', 112.49, 37.85],
          ),
        ],
      ),
    );
    expect(view).toMatchObject({ written: 4, counts: { new: 4, refused: 5 } });
    expect(await reasons(view)).toEqual([
      ['清河货运支部', expect.stringContaining('看不出是哪一行')],
      ['白干', expect.stringContaining('没有电话')],
      ['没单位', expect.stringContaining('没有这个党组织')],
      ['西街站点', expect.stringContaining('没有经纬度')],
      ['没时间站', expect.stringContaining('没有写开放时间')],
    ]);
    const [org] = cloud.stored<Organisation>('orgs').filter(({ name }) => name === '清河快递行业党支部');
    expect(org).toMatchObject({ kind: 'parcel', instructors: [{ name: '薛小燕', phone: '16477000001' }] });
    const made = stationNamed('东街小站');
    expect(made).toMatchObject({ road: '东街', offered: [{ service: 'water' }], steward: { name: '贺小明' } });
    const said = (await desk.rows(view.importId, 'new')).rows.flatMap(({ notes }) => notes.map(({ text }) => text));
    expect(said.filter((text) => text.includes('哪种坐标'))).toHaveLength(1);
    expect(said.some((text) => text.includes('唱歌'))).toBe(true);
  });

  test('whoever keeps one proves their number and wears the hat', async () => {
    const phoneCode = await cloud.phoneCode('o_he', '16477000003');
    await cloud.getAs('o_he', 'person.register', { phoneCode, requestId: newRequest() });
    const { hats } = await cloud.getAs('o_he', 'person.getSession', {});
    expect(hats.map(({ hat }) => hat)).toContain('steward');
    const [person] = cloud.stored<Person>('people').filter(({ name }) => name === '贺小明');
    expect(stationNamed('东街小站').steward?.personId).toBe(person!._id);
  });

  test('a change shows old and new; what changed since is left; coordinates are of the system they name', async () => {
    const line = ['东街小站', '东街 14 号', '红色网格', '每天 9:00-21:00', '', '贺小明', '16477000003', 112.49, 37.85];
    const view = await desk.check('stations', bookOf([...stations(line)]));
    const [row] = (await desk.rows(view.importId, 'changed')).rows;
    expect(row!.changes.map(({ field, after }) => [field, after])).toEqual([
      ['address', '东街 14 号'],
      ['opening', '每天 9:00-21:00'],
    ]);
    await cloud.change('stations', stationNamed('东街小站')._id, { version: 7, phone: '03510000009' });
    expect(await desk.apply(view)).toMatchObject({ written: 0 });
    expect(stationNamed('东街小站').address).toBe('东街 12 号');
    const late = await desk.check('stations', bookOf([...stations(line)]));
    expect(await desk.apply(late)).toMatchObject({ written: 1 });
    expect(stationNamed('东街小站')).toMatchObject({ address: '东街 14 号', version: 8 });

    const header = ['商户名称', '地址', '网格', '营业时间', '经度（GPS）', '纬度（GPS）'];
    const shop = ['福顺超市', '千峰南路 5 号', '红色网格', '24小时', 112.494, 37.85];
    await desk.bring('stations', bookOf(['爱心商户', [header, shop]]));
    const [longitude, latitude] = stationNamed('福顺超市').gcj02.coordinates;
    expect(Math.abs(longitude - 112.494) + Math.abs(latitude - 37.85)).toBeGreaterThan(0.005);
  });
});

test.each(offeredKinds)('the template of %s is read by its import, and its examples are left out', async (kind) => {
  const { fileUrl } = await cloud.getAs('o_secretary', 'import.getTemplate', { kind });
  const bytes = Buffer.from(await (await fetch(fileUrl)).arrayBuffer());
  const view = await desk.check(kind, bytes);
  expect(view).toMatchObject({ unreadable: [], progress: { total: 0 }, skipped: templates[kind].length });
  expect(view.state).toBe('checked');
  const filled = templates[kind].map(
    ({ sheet, headers, example }) => [sheet, [headers, ['1', ...example.slice(1)]]] as const,
  );
  expect((await desk.check(kind, bookOf(...filled))).counts.refused).toBe(0);
});
