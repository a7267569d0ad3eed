import type { Collection, Command, Sdk, SdkOnDatabase } from '../../support/database-sdk';
import { idsOf, startPlaces } from './places';
import { city, degreesToEdge, inCity, isInRing, next, point, star, type At } from './reference';

/** Areas, checked against ray casting. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
let places: () => Collection;
let located: ReadonlyMap<string, At>;
beforeAll(async () => {
  ({ sdk, places, located } = await startPlaces());
  ({ db, _ } = sdk);
});
afterAll(async () => {
  await sdk.close();
});

const geoLine = (line: At[]) => new db.Geo.LineString(line.map((at) => new db.Geo.Point(...at)));
const geoPolygon = (...rings: At[][]) => new db.Geo.Polygon(rings.map(geoLine));

test.each(Array.from({ length: 20 }, (_unused, i) => i))(
  'geoWithin and geoIntersects of star %p agree with ray casting',
  async (i) => {
    const ring = star(inCity(), 6 + 2 * (i % 4), 0.02 + next() * 0.06);
    // a geodesic edge bulges from the straight one by less than a metre here, and that strip is left out
    const clear = (id: string): boolean => degreesToEdge(located.get(id)!, ring) > 1e-5;
    const expected = [...located]
      .filter(([id, at]) => clear(id) && isInRing(at, ring))
      .map(([id]) => id)
      .sort();
    const within = await places()
      .where({ at: _.geoWithin({ geometry: geoPolygon(ring) }) })
      .limit(999)
      .get();
    expect(idsOf(within.data).filter(clear).sort()).toEqual(expected);
    expect(sdk.lastTrace().examined).toBeLessThan(expected.length * 6 + 60);
    const intersecting = await places()
      .where({ at: _.geoIntersects({ geometry: geoPolygon(ring) }) })
      .limit(999)
      .get();
    expect(idsOf(intersecting.data).filter(clear).sort()).toEqual(expected);
  },
);

test('a hole is outside', async () => {
  const square = ([x, y]: At, half: number): At[] => [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
  const [outer, hole] = [square(city, 0.08), square(city, 0.04)];
  const expected = [...located]
    .filter(([, at]) => isInRing(at, outer) && !isInRing(at, hole))
    .map(([id]) => id)
    .sort();
  const { data } = await places()
    .where({ at: _.geoWithin({ geometry: geoPolygon(outer, hole) }) })
    .limit(999)
    .get();
  expect(idsOf(data).sort()).toEqual(expected);
  expect(expected.length).toBeGreaterThan(50);
});

test('areas that are stored: which grid has a point in it, which grids a line crosses', async () => {
  await db.createCollection('grids');
  sdk.database.createIndex('grids', { name: 'area', fields: [{ name: 'area', direction: '2dsphere' }] });
  const stars = Array.from({ length: 40 }, () => star(inCity(), 8, 0.03));
  sdk.database.load(
    'grids',
    stars.map((ring, i) => ({ _id: `g${String(i)}`, area: { type: 'Polygon', coordinates: [ring] } })),
  );
  const grids = db.collection('grids');
  for (let i = 0; i < 60; i++) {
    const at = inCity();
    const expected = stars.flatMap((ring, j) => (isInRing(at, ring) ? [`g${String(j)}`] : [])).sort();
    const { data } = await grids
      .where({ area: _.geoIntersects({ geometry: new db.Geo.Point(...at) }) })
      .limit(99)
      .get();
    expect(idsOf(data).sort()).toEqual(expected);
    expect(sdk.lastTrace().plan).toBe('IXSCAN area');
  }
  const [from, to]: [At, At] = [
    [city[0] - 0.15, city[1]],
    [city[0] + 0.15, city[1] + 0.02],
  ];
  const along = Array.from({ length: 4000 }, (_unused, i): At => [
    from[0] + ((to[0] - from[0]) * i) / 4000,
    from[1] + ((to[1] - from[1]) * i) / 4000,
  ]);
  const crossed = stars.flatMap((ring, j) => (along.some((at) => isInRing(at, ring)) ? [`g${String(j)}`] : [])).sort();
  const line = geoLine([from, to]);
  expect(
    idsOf(
      (
        await grids
          .where({ area: _.geoIntersects({ geometry: line }) })
          .limit(99)
          .get()
      ).data,
    ).sort(),
  ).toEqual(crossed);
});

test('an area far larger than a city has geodesic edges: a point north of the chord is inside', async () => {
  await db.createCollection('wide');
  sdk.database.createIndex('wide', { name: 'at', fields: [{ name: 'at', direction: '2dsphere' }] });
  sdk.database.load('wide', [
    { _id: 'above', at: point([0, 53]) },
    { _id: 'outside', at: point([0, 60]) },
    { _id: 'south', at: point([0, 20]) },
  ]);
  const ring: At[] = [
    [-40, 10],
    [40, 10],
    [40, 50],
    [-40, 50],
    [-40, 10],
  ];
  const { data } = await db
    .collection('wide')
    .where({ at: _.geoWithin({ geometry: geoPolygon(ring) }) })
    .limit(9)
    .get();
  expect(idsOf(data).sort()).toEqual(['above', 'south']);
});

test('an area across the date line', async () => {
  sdk.database.load('wide', [
    { _id: 'east', at: point([179.5, 0.2]) },
    { _id: 'west', at: point([-179.5, 0.2]) },
  ]);
  const ring: At[] = [
    [179, -1],
    [-179, -1],
    [-179, 1],
    [179, 1],
    [179, -1],
  ];
  const { data } = await db
    .collection('wide')
    .where({ at: _.geoWithin({ geometry: geoPolygon(ring) }) })
    .limit(9)
    .get();
  expect(idsOf(data).sort()).toEqual(['east', 'west']);
});
