import {
  rejection,
  startSdk,
  type Command,
  type Data,
  type Sdk,
  type SdkOnDatabase,
} from '../../../support/database-sdk';

/** Places, checked against a haversine and a ray-casting reference that share nothing with the database. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const places = () => db.collection('places');
type At = [number, number];

const earthRadius = 6_378_100;
/** Great-circle distance in metres by the haversine formula. */
function haversine([lonA, latA]: At, [lonB, latB]: At): number {
  const [phiA, phiB] = [(latA * Math.PI) / 180, (latB * Math.PI) / 180];
  const h =
    Math.sin((phiB - phiA) / 2) ** 2 +
    Math.cos(phiA) * Math.cos(phiB) * Math.sin((((lonB - lonA) / 2) * Math.PI) / 180) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(h));
}

/** Even-odd rule on longitude and latitude, which is right for areas of a city's size. */
function rayCast([x, y]: At, ring: At[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Distance in degrees from a point to the nearest edge, on the plane. */
function toEdge([x, y]: At, ring: At[]): number {
  const distances = ring.slice(1).map(([bx, by], i) => {
    const [ax, ay] = ring[i]!;
    const along = Math.max(
      0,
      Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
    );
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
  });
  return Math.min(...distances);
}

/** The same numbers on every run. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}
const chance = random(20261123);
const next = (): number => chance.next().value;
const point = (at: At): Data => ({ type: 'Point', coordinates: at });
const city: At = [118.78, 32.04];
const inCity = (): At => [city[0] + (next() - 0.5) * 0.4, city[1] + (next() - 0.5) * 0.3];

const located = new Map<string, At>();

beforeAll(async () => {
  sdk = await startSdk();
  ({ db, _ } = sdk);
  await db.createCollection('places');
  sdk.database.createIndex('places', { name: 'at', fields: [{ name: 'at', direction: '2dsphere' }] });
  sdk.database.createIndex('places', {
    name: 'kind_at',
    fields: [
      { name: 'kind', direction: 1 },
      { name: 'at', direction: '2dsphere' },
    ],
  });
  for (let i = 0; i < 3000; i++) located.set(`p${String(i)}`, inCity());
  for (let i = 0; i < 300; i++)
    located.set(`w${String(i)}`, [next() * 360 - 180, (Math.asin(next() * 2 - 1) * 180) / Math.PI]);
  sdk.database.load(
    'places',
    [...located].map(([_id, at], i) => ({ _id, at: point(at), kind: i % 3 })),
  );
  sdk.database.load('places', [{ _id: 'nowhere', kind: 1 }]);
});
afterAll(async () => {
  await sdk.close();
});

const idsOf = (data: Data[]): string[] => data.map(({ _id }) => _id as string);
const centres: At[] = [city, [118.9, 32.1], [179.9, 10], [-179.95, -10], [30, 89.5], [0, 0], [-70, -89.9]];
const nearest = (centre: At): [string, number][] =>
  [...located].map(([id, at]): [string, number] => [id, haversine(centre, at)]).sort((a, b) => a[1] - b[1]);

describe.each(centres)('around %p, %p', (...centre) => {
  test.each([500, 5_000, 200_000, 4_000_000])(
    'geoNear within %p m: from near to far, as the haversine says',
    async (maxDistance) => {
      const expected = nearest(centre)
        .filter(([, distance]) => distance <= maxDistance)
        .slice(0, 60);
      const { data } = await places()
        .where({ at: _.geoNear({ geometry: new db.Geo.Point(centre[0]!, centre[1]!), maxDistance, minDistance: 0 }) })
        .limit(60)
        .get();
      expect(idsOf(data)).toEqual(expected.map(([id]) => id));
      expect(sdk.lastTrace()).toMatchObject({ plan: 'GEO_NEAR at', sortedInMemory: false });
    },
  );

  test.each([0.0001, 0.001, 0.05, 1])('geoWithin a centerSphere of %p radians', async (radius) => {
    const expected = nearest(centre).filter(([, distance]) => distance <= radius * earthRadius);
    const { data } = await places()
      .where({ at: _.geoWithin({ centerSphere: [centre, radius] }) })
      .limit(999)
      .get();
    if (expected.length < 999) expect(idsOf(data).sort()).toEqual(expected.map(([id]) => id).sort());
    else expect(data).toHaveLength(999);
    expect(sdk.lastTrace().plan).toBe('IXSCAN at');
  });
});

test('geoNear with a least distance, and with a condition before the place in the index', async () => {
  const near = { geometry: new db.Geo.Point(...city), minDistance: 1000, maxDistance: 3000 };
  const expected = nearest(city)
    .filter(([, distance]) => distance >= 1000 && distance <= 3000)
    .map(([id]) => id);
  expect(
    idsOf(
      (
        await places()
          .where({ at: _.geoNear(near) })
          .limit(900)
          .get()
      ).data,
    ),
  ).toEqual(expected);
  const { data } = await places()
    .where({ at: _.geoNear(near), kind: 1 })
    .limit(900)
    .get();
  expect(idsOf(data)).toEqual(
    expected.filter((id) => (id.startsWith('p') ? Number(id.slice(1)) : 3000 + Number(id.slice(1))) % 3 === 1),
  );
});

test('a nearest twenty looks at few documents', async () => {
  await places()
    .where({ at: _.geoNear({ geometry: new db.Geo.Point(...city) }) })
    .limit(20)
    .get();
  expect(sdk.lastTrace().examined).toBeLessThan(300);
});

/** A star of a few kilometres around a centre: no corner is convex by chance. */
function star([x, y]: At, corners: number, size: number): At[] {
  const ring = Array.from({ length: corners }, (_unused, i): At => {
    const reach = size * (i % 2 === 0 ? 1 : 0.4) * (0.7 + next() * 0.6);
    return [x + reach * Math.cos((i * 2 * Math.PI) / corners), y + reach * Math.sin((i * 2 * Math.PI) / corners)];
  });
  return [...ring, ring[0]!];
}

const geoLine = (line: At[]) => new db.Geo.LineString(line.map((at) => new db.Geo.Point(...at)));
const geoPolygon = (...rings: At[][]) => new db.Geo.Polygon(rings.map(geoLine));

test.each(Array.from({ length: 20 }, (_unused, i) => i))(
  'geoWithin and geoIntersects of star %p agree with ray casting',
  async (i) => {
    const ring = star(inCity(), 6 + 2 * (i % 4), 0.02 + next() * 0.06);
    // a geodesic edge bulges from the straight one by less than a metre here, and that strip is left out
    const clear = (id: string): boolean => toEdge(located.get(id)!, ring) > 1e-5;
    const expected = [...located]
      .filter(([id, at]) => clear(id) && rayCast(at, ring))
      .map(([id]) => id)
      .sort();
    const within = await places()
      .where({ at: _.geoWithin({ geometry: geoPolygon(ring) }) })
      .limit(999)
      .get();
    expect(idsOf(within.data).filter(clear).sort()).toEqual(expected);
    expect(sdk.lastTrace().examined).toBeLessThan(expected.length * 6 + 60);
    const meeting = await places()
      .where({ at: _.geoIntersects({ geometry: geoPolygon(ring) }) })
      .limit(999)
      .get();
    expect(idsOf(meeting.data).filter(clear).sort()).toEqual(expected);
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
    .filter(([, at]) => rayCast(at, outer) && !rayCast(at, hole))
    .map(([id]) => id)
    .sort();
  const { data } = await places()
    .where({ at: _.geoWithin({ geometry: geoPolygon(outer, hole) }) })
    .limit(999)
    .get();
  expect(idsOf(data).sort()).toEqual(expected);
  expect(expected.length).toBeGreaterThan(50);
});

test('areas that are stored: which grid holds a point, which grids a line touches', async () => {
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
    const expected = stars.flatMap((ring, j) => (rayCast(at, ring) ? [`g${String(j)}`] : [])).sort();
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
  const touched = stars.flatMap((ring, j) => (along.some((at) => rayCast(at, ring)) ? [`g${String(j)}`] : [])).sort();
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
  ).toEqual(touched);
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

test('the stage geoNear: distances in metres, its own query, its own limit', async () => {
  const { list } = await places()
    .aggregate()
    .geoNear({
      near: new db.Geo.Point(...city),
      distanceField: 'how.far',
      spherical: true,
      key: 'at',
      query: { kind: 1 },
      maxDistance: 4000,
      includeLocs: 'where',
    })
    .limit(30)
    .end();
  const expected = nearest(city)
    .filter(([id, distance]) => distance <= 4000 && id.startsWith('p') && Number(id.slice(1)) % 3 === 1)
    .slice(0, 30);
  expect(idsOf(list)).toEqual(expected.map(([id]) => id));
  for (const [i, [, distance]] of expected.entries())
    expect((list[i]!['how'] as { far: number }).far).toBeCloseTo(distance, 3);
  expect(list[0]!['where']).toBeDefined();
});

test('refusals: near without an index, an unknown shape, what is no place under an index', async () => {
  await db.createCollection('bare');
  const near = await rejection(
    db
      .collection('bare')
      .where({ at: _.geoNear({ geometry: new db.Geo.Point(...city) }) })
      .limit(5)
      .get(),
  );
  expect(near.errMsg).toContain('unable to find index for $geoNear query');
  const reply = await sdk.database.handle(
    {
      action: 'database.getDocument',
      collectionName: 'bare',
      queryType: 'WHERE',
      query: '{"at":{"$geoWithin":{"$blob":1}}}',
      limit: 5,
    },
    { ...sdk.caller, record: () => undefined },
  );
  expect(reply).toMatchObject({ message: expect.stringContaining('unknown geo specifier: $blob') });
  expect((await rejection(places().add({ data: { at: { type: 'Point', coordinates: [200, 0] } } }))).errMsg).toContain(
    "Can't extract geo keys",
  );
});
