import type { ImportPage } from '../../../cloudfunctions/core/import/document/page';
import type { Import } from '../../../cloudfunctions/core/import/document/import';
import { applyTask } from '../../../cloudfunctions/core/import/write/apply-import';
import { checkTask } from '../../../cloudfunctions/core/import/check/check-file';
import { applyTaskId } from '../../../cloudfunctions/core/import/document/import';
import { runTask } from '../../../cloudfunctions/core/file/run-task';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Place } from '../../../cloudfunctions/core/place/place';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { Database } from '../../../cloudfunctions/core/platform/database';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { placeNamed } from '../../support/community/places';
import { office, sheetOf } from './lists';

let cloud: ApiCloud;
let services: Services;
let desk: ReturnType<typeof office>;

beforeAll(async () => {
  cloud = await startApi({ functions: ['files'] });
  services = await cloud.services();
  desk = office(cloud, services);
  cloud.database.load('places', [...lanes, ...courtyards]);
});
afterAll(() => cloud.close());

const laneCount = 84;
const section = placeNamed('qinghe_g1_s1');
const at = (over: Place, { id, ...own }: Pick<Place, 'kind' | 'name' | 'position'> & { id: string }): Place => ({
  ...over,
  ...own,
  _id: id,
  parentId: over._id,
  path: `${over.path}/${id}`,
  label: own.name,
  children: 0,
});
const lanes = Array.from({ length: laneCount }, (_, index) =>
  at(section, {
    id: `qinghe_lane${String(index)}`,
    kind: 'lane',
    name: `第${String(index + 1)}巷`,
    position: index + 1,
  }),
);
/** The same names in many lanes: which one is told by the lane. */
const courtyards = Array.from({ length: 280 }, (_, index) => {
  const number = Math.floor(index / laneCount) + 1;
  return at(lanes[index % laneCount]!, {
    id: `qinghe_yard${String(index)}`,
    kind: 'courtyard',
    name: `${String(number)} 号院`,
    position: number,
  });
});
const numberOf = (index: number): string => `164${String(20_000_000 + index)}`;
const postsOf = (hat: string) => cloud.stored<Post>('posts').filter((post) => post.hat === hat);

const headLines = courtyards.map((yard, index) => [
  '楼院长',
  `楼${'甲乙丙丁'.charAt(index % 4)}${'子丑寅卯辰巳午未申酉'.charAt(index % 10)}`,
  numberOf(index),
  lanes[index % laneCount]!.name,
  yard.name.replace(' ', ''),
]);
const header = ['职务', '姓名', '联系电话', '街巷', '院落'];

test('280 courtyard heads and 84 lane chiefs come in one go each, at their own places', async () => {
  const heads = await desk.bring('posts', sheetOf([header, ...headLines]));
  expect(heads).toMatchObject({ counts: { new: 280, refused: 0 }, written: 280 });
  const held = postsOf('courtyardHead').filter(({ placeId }) => placeId.startsWith('qinghe_yard'));
  expect(held).toHaveLength(280);
  expect(held.every(({ holder, heldBy }) => holder !== undefined && heldBy === holder.personId)).toBe(true);
  expect(held.find(({ placeId }) => placeId === 'qinghe_yard100')).toMatchObject({
    path: courtyards[100]!.path,
    holder: { name: headLines[100]![1], phone: numberOf(100) },
  });

  const chiefs = lanes.map((lane, index) => [
    `巷${'甲乙丙丁戊己庚辛'.charAt(index % 8)}`,
    numberOf(1_000 + index),
    lane.name,
  ]);
  const view = await desk.bring('posts', sheetOf([['街巷长', '联系电话', '街巷'], ...chiefs]));
  expect(view).toMatchObject({ counts: { new: 84, refused: 0 }, written: 84 });
  expect(postsOf('laneChief').filter(({ placeId }) => placeId.startsWith('qinghe_lane'))).toHaveLength(84);
  expect(await desk.bring('posts', sheetOf([header, ...headLines]))).toMatchObject({
    counts: { unchanged: 280 },
    written: 0,
  });
});

test('another name in a post shows the old beside the new, and its holder goes into the past', async () => {
  const lines = [
    ['楼院长', '新来的', numberOf(3_000), lanes[0]!.name, '1号院'],
    ['楼院长', '没地方', numberOf(3_001), lanes[0]!.name, '9号院'],
    ['书记', '想当官', numberOf(3_002), '', ''],
    ['楼院长', '第二个', numberOf(3_003), lanes[0]!.name, '1号院'],
  ];
  const checked = await desk.check('posts', sheetOf([header, ...lines]));
  expect(checked.counts).toMatchObject({ new: 1, refused: 3 });
  const [{ rows: fresh }, { rows: refused }] = await Promise.all([
    desk.rows(checked.importId, 'new'),
    desk.rows(checked.importId, 'refused'),
  ]);
  expect(fresh[0]?.changes).toEqual([{ field: 'holder', before: headLines[0]![1], after: '新来的' }]);
  expect(refused.map(({ notes }) => notes.at(-1)?.text)).toEqual([
    expect.stringContaining('没有这个地方'),
    expect.stringMatching(/^[^a-z]*不能成批导入[^a-z]*$/),
    expect.stringContaining('已经有一行'),
  ]);
  expect(await desk.apply(checked)).toMatchObject({ written: 1 });
  const post = postsOf('courtyardHead').find(({ placeId }) => placeId === 'qinghe_yard0');
  expect(post).toMatchObject({ holder: { name: '新来的' }, past: [{ name: headLines[0]![1] }] });
});

/** A database that breaks off, as a killed function does, with every write after so many. */
function killedAfter(writes: number, database: Database): Database {
  let left = writes;
  const count = (): void => {
    left -= 1;
    if (left < 0) throw new Error('killed');
  };
  return {
    ...database,
    insert: async (into, document) => (count(), database.insert(into, document)),
    updateWhere: async (within, where, change) => (count(), database.updateWhere(within, where, change)),
    transaction: async (work) => (count(), database.transaction(work)),
  };
}

test('an import that is killed again and again goes on where it stopped, and doubles nothing', async () => {
  const people = Array.from({ length: 120 }, (_, index) => [
    `断${'甲乙丙丁'.charAt(index % 4)}`,
    numberOf(5_000 + index),
    '红色网格',
    '石榴巷',
    '7号院',
    `断${String(index)}`,
  ]);
  const bytes = sheetOf([['姓名', '联系电话', '网格', '街巷', '院落', '门牌号'], ...people]);
  const input = {
    kind: 'residents' as const,
    fileId: await desk.upload(bytes),
    fileName: '断.xlsx',
    requestId: newRequest(),
  };
  const { importId } = await cloud.getAs('o_secretary', 'import.start', input);
  const before = cloud.stored<Person>('people').length;
  const quiet = { ...services, log: { line: () => undefined } };
  let killed = 0;
  const untilDone = async (taskId: string, writes: number): Promise<void> => {
    for (let share = 0; share < 100; share += 1) {
      const failing = { ...quiet, database: killedAfter(writes, services.database) };
      // What runs is killed by its own database; the lease is the task's, and time has passed for it.
      await cloud.change('fileTasks', taskId, { resumeAt: new Date(0), attempts: 0, state: 'waiting' });
      await runTask(failing, [checkTask, applyTask], taskId).catch(() => (killed += 1));
      const { state } = cloud.storedOne<Import>('imports', importId);
      if (state === 'checked' || state === 'done') return;
    }
    throw new Error('it never ended');
  };
  await untilDone(importId, 4);
  expect(cloud.storedOne<Import>('imports', importId)).toMatchObject({ checked: 120, pages: 3, counts: { new: 120 } });
  expect(cloud.stored<ImportPage>('importPages').filter((page) => page.importId === importId)).toHaveLength(3);
  await cloud.getAs('o_secretary', 'import.apply', { importId, requestId: newRequest() });
  await untilDone(applyTaskId(importId), 110);
  expect(killed).toBeGreaterThan(0);
  expect(cloud.storedOne<Import>('imports', importId)).toMatchObject({ written: 120, passed: 120 });
  expect(cloud.stored<Person>('people')).toHaveLength(before + 120);
  const yard = cloud.storedOne<Place>('places', 'qinghe_g1_c1');
  expect(cloud.stored<Place>('places').filter(({ parentId }) => parentId === yard._id)).toHaveLength(yard.children);
});
