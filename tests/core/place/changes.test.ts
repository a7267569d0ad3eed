import type { Place } from '../../../cloudfunctions/core/place/place';
import { decideClose, decideCreate, decideMove, decideSave } from '../../../cloudfunctions/core/place/rules/changes';
import { placeNamed } from '../../support/community';

const grids = [
  { gridId: 'qinghe_g1', colour: 'red' },
  { gridId: 'qinghe_g2', colour: 'blue' },
] as const;
const at = new Date('2026-11-23T02:00:00Z');
const changing = { version: 0, at, byName: '王建国' };
const fresh = (kind: Place['kind'], parent?: Place) =>
  decideCreate(
    { placeId: 'new', communityId: 'qinghe', kind, parentId: parent?._id ?? 'qinghe', name: '3 号院' },
    { parent, grids },
  );

describe('S1-01 what may lie where', () => {
  const [grid, section, lane, courtyard, household] = [
    'qinghe_g1',
    'qinghe_g1_s1',
    'qinghe_g1_s1_l1',
    'qinghe_g1_c1',
    'qinghe_g1_h1',
  ].map(placeNamed);

  it.each<[Place['kind'], readonly (Place | undefined)[]]>([
    ['grid', [undefined]],
    ['section', [grid]],
    ['lane', [grid, section]],
    ['courtyard', [grid, section, lane]],
    ['household', [courtyard]],
    ['shop', [undefined, grid, section, lane, courtyard]],
    ['facility', [undefined, grid, section, lane, courtyard]],
  ])('%s', (kind, fitting) => {
    for (const parent of [undefined, grid, section, lane, courtyard, household]) {
      const created = fresh(kind, parent);
      if (fitting.includes(parent)) expect(created.ok).toBe(true);
      else expect(created).toEqual({ ok: false, code: 'PLACE_MISPLACED', field: 'parentId' });
    }
  });

  it('stands in its grid and section, last under its parent, behind its lane’s name', () => {
    expect(fresh('courtyard', lane)).toMatchObject({
      data: {
        path: 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1/new',
        label: '石榴巷 3 号院',
        position: 2,
        grid: { gridId: 'qinghe_g1', name: '红色网格', colour: 'red' },
        sectionName: '东片区',
      },
    });
  });
});

test('S1-06 no two grids of a community share a colour; the twenty-first grid is refused', () => {
  const wanted = { placeId: 'new', communityId: 'qinghe', kind: 'grid', parentId: 'qinghe', name: '新网格' } as const;
  const around = { parent: undefined, grids };
  expect(decideCreate({ ...wanted, colour: 'red' }, around)).toMatchObject({ code: 'COLOUR_TAKEN', field: 'colour' });
  expect(decideCreate({ ...wanted, colour: 'green' }, around)).toMatchObject({ ok: true });
  const blue = placeNamed('qinghe_g2');
  expect(decideSave(blue, { name: '蓝', colour: 'red' }, around, changing)).toMatchObject({ code: 'COLOUR_TAKEN' });
  expect(decideSave(blue, { name: '蓝', colour: 'blue' }, around, changing)).toMatchObject({ ok: true });
  const full = Array.from({ length: 20 }, (_, index) => ({ gridId: `g${String(index)}` }));
  expect(decideCreate(wanted, { parent: undefined, grids: full })).toMatchObject({ code: 'GRIDS_FULL' });
});

test('a colour is a grid’s, and a boundary has three corners or none', () => {
  const lane = placeNamed('qinghe_g1_s1_l1');
  const around = { parent: placeNamed('qinghe_g1_s1'), grids };
  const corner = { latitude: 37.8, longitude: 112.5 };
  expect(decideSave(lane, { name: '巷', colour: 'green' }, around, changing)).toMatchObject({ field: 'colour' });
  expect(decideSave(lane, { name: '巷', boundary: [corner, corner, corner] }, around, changing)).toMatchObject({
    field: 'boundary',
  });
  const grid = placeNamed('qinghe_g1');
  const bounded = decideSave(grid, { name: grid.name, boundary: [corner, corner, corner] }, around, changing);
  expect(bounded).toMatchObject({ ok: true, data: { boundary: [corner, corner, corner] } });
  expect(bounded.ok && bounded.data.former).toBeUndefined();
  const cleared =
    bounded.ok && decideSave(bounded.data, { name: '红', boundary: [] }, around, { ...changing, version: 1 });
  expect(cleared && cleared.ok && 'boundary' in cleared.data).toBe(false);
  expect(decideSave(grid, { name: '红', boundary: [corner, corner] }, around, changing)).toMatchObject({
    field: 'boundary',
  });
});

test('a move and a name keep what was before; who knew an older version is told', () => {
  const moved = decideMove(placeNamed('qinghe_g1_c2'), placeNamed('qinghe_g2'), changing);
  expect(moved).toMatchObject({
    ok: true,
    data: {
      parentId: 'qinghe_g2',
      path: 'qinghe/qinghe_g2/qinghe_g1_c2',
      grid: { gridId: 'qinghe_g2' },
      version: 1,
      former: [{ label: '石榴巷 9 号院', gridName: '红色网格', until: at, byName: '王建国' }],
    },
  });
  expect(moved.ok && 'sectionName' in moved.data).toBe(false);
  expect(decideMove(placeNamed('qinghe_g1_c2'), placeNamed('qinghe_g2'), { ...changing, version: 3 })).toMatchObject({
    code: 'PLACE_CHANGED',
  });
});

test('closes only what is empty, and opens by a move', () => {
  const courtyard = placeNamed('qinghe_g1_c2');
  const idle = { isLivedIn: false, hasHolder: false };
  const close = (place: Place, use = idle) => decideClose(place, use, 'closed:qinghe', changing);
  expect(close(placeNamed('qinghe_g1_c1'))).toMatchObject({ code: 'PLACE_NOT_EMPTY' });
  expect(close(courtyard, { ...idle, isLivedIn: true })).toMatchObject({ code: 'PLACE_LIVED_IN' });
  expect(close(courtyard, { ...idle, hasHolder: true })).toMatchObject({ code: 'PLACE_HAS_HOLDER' });
  const closed = close(courtyard);
  expect(closed).toMatchObject({ data: { parentId: 'closed:qinghe', closedAt: at, path: courtyard.path } });
  if (!closed.ok) throw new Error(closed.code);
  expect(decideMove(placeNamed('qinghe_g1_h1'), closed.data, changing)).toMatchObject({ code: 'PLACE_MISPLACED' });
  const opened = decideMove(closed.data, placeNamed('qinghe_g2'), { ...changing, version: 1 });
  expect(opened.ok && 'closedAt' in opened.data).toBe(false);
});
