import { containmentOf } from '../../cloudfunctions/core/place/rules/boundary';
import { boundariesOf } from '../../local/demo/places/boundaries';
import { gridColourValues } from '../../miniprogram/contracts/grid-colour';
import { gridColours } from '../../miniprogram/contracts/hat';
import { limits } from '../../miniprogram/contracts/limits';
import type { GridView } from '../../miniprogram/contracts/place';
import { gridAreas, gridMarks } from '../../miniprogram/packages/community/views/grid-map';
import { linesIn, middleOf, patternIn } from '../../miniprogram/packages/community/views/grid-patterns';
import { gridRow } from '../../miniprogram/packages/community/views/grid-rows';

const outlines = boundariesOf('housuoying', 5);
const grids = gridColours.map((colour, index): GridView => ({
  placeId: `g${String(index)}`,
  name: `第${String(index + 1)}网格`,
  version: 1,
  colour,
  boundary: outlines[index] ?? [],
}));
/** As WeChat's setData counts: what goes over to the view, as JSON. */
const bytes = (data: object): number => Buffer.byteLength(JSON.stringify(data));

test('each grid is drawn in its colour, with its pattern, its sign and its name', () => {
  const { polygons, points } = gridAreas(grids);
  expect(polygons.map(({ fillColor }) => fillColor.slice(0, 7))).toEqual(
    gridColours.map((colour) => gridColourValues[colour].fill),
  );
  expect(points).toHaveLength(2);
  const drawn = grids.map(({ boundary, colour }) => patternIn(boundary, colour));
  expect(drawn.map(({ lines, discs }) => [lines.length > 0, discs.length > 0])).toEqual([
    [false, false],
    [true, false],
    [true, false],
    [false, true],
    [true, false],
  ]);
  const { markers } = gridMarks(grids);
  expect(markers.map(({ iconPath }) => iconPath)).toEqual(gridColours.map((colour) => `../images/${colour}.png`));
  expect(markers.map(({ label }) => Object(label).content)).toEqual(grids.map((grid) => gridRow(grid).title));
  expect(grids.map((grid) => gridRow(grid).pattern)).toEqual([
    '红色，纯色',
    '黄色，横线',
    '蓝色，斜线',
    '绿色，圆点',
    '紫色，星星',
  ]);
});

test('patterns and names stay within their grid, and a hollow grid has its name on it', () => {
  const hollow = [
    [0, 0],
    [0.003, 0],
    [0.003, 0.003],
    [0.002, 0.003],
    [0.002, 0.001],
    [0.001, 0.001],
    [0.001, 0.003],
    [0, 0.003],
  ].map(([longitude = 0, latitude = 0]) => ({ latitude: 37.8 + latitude, longitude: 112.5 + longitude }));
  for (const corners of [...outlines, hollow]) {
    expect(containmentOf(middleOf(corners), corners)).toBe('inside');
    for (const [from, to] of linesIn(corners, 9, Math.PI / 4)) {
      const middle = { latitude: (from.latitude + to.latitude) / 2, longitude: (from.longitude + to.longitude) / 2 };
      expect(containmentOf(middle, corners)).not.toBe('outside');
    }
    const { discs } = patternIn(corners, 'green');
    for (const disc of discs) expect(containmentOf(disc, corners)).not.toBe('outside');
  }
});

test('a map of as many grids and corners as there may be fits into two setData', () => {
  const round = (index: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      latitude:
        37.8 + Math.floor(index / 5) * 0.004 + Math.round(0.0016e6 * Math.sin((2 * Math.PI * at) / count)) / 1e6,
      longitude: 112.5 + (index % 5) * 0.005 + Math.round(0.002e6 * Math.cos((2 * Math.PI * at) / count)) / 1e6,
    }));
  const full = Array.from({ length: limits.grids }, (_, index): GridView => {
    const colour = gridColours[index];
    return {
      placeId: `g${String(index)}`,
      name: `城东街第${String(index)}网格`,
      version: 1,
      ...(colour && { colour }),
      boundary: round(index, limits.mapCorners / limits.grids),
      worker: '赵慧敏',
      leader: '田广志',
      figures: { courtyards: 9999, households: 9999, people: 9999, openOrders: 999, laneChiefs: 99 },
    };
  });
  expect(bytes({ ...gridAreas(full), rows: full.map(gridRow) })).toBeLessThanOrEqual(16 * 1024);
  expect(bytes(gridMarks(full))).toBeLessThanOrEqual(16 * 1024);
});

test('a grid whose outline nobody drew stands in the list alone', () => {
  const [first, ...others] = grids;
  const undrawn = [{ ...first!, boundary: [] }, ...others];
  expect(gridAreas(undrawn).polygons).toHaveLength(4);
  expect(gridMarks(undrawn).markers.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  expect(gridAreas([]).points).toEqual([]);
});
