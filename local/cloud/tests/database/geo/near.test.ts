import { rejection, type Collection, type Command, type Sdk, type SdkOnDatabase } from '../../support/database-sdk';
import { idsOf, startPlaces } from './places';
import { city, earthRadiusMetres, type At } from './reference';

/** Places from near to far, checked against the haversine formula. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
let places: () => Collection;
let nearest: (centre: At) => [string, number][];
beforeAll(async () => {
  ({ sdk, places, nearest } = await startPlaces());
  ({ db, _ } = sdk);
});
afterAll(async () => {
  await sdk.close();
});

const centres: At[] = [city, [118.9, 32.1], [179.9, 10], [-179.95, -10], [30, 89.5], [0, 0], [-70, -89.9]];

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
      // Keys tell within some metres how far a place is, so that hardly more is read than is answered.
      expect(sdk.lastTrace().examined).toBeLessThanOrEqual(data.length + 2);
    },
  );

  test.each([0.0001, 0.001, 0.05, 1])('geoWithin a centerSphere of %p radians', async (radius) => {
    const expected = nearest(centre).filter(([, distance]) => distance <= radius * earthRadiusMetres);
    const { data } = await places()
      .where({ at: _.geoWithin({ centerSphere: [centre, radius] }) })
      .limit(999)
      .get();
    if (expected.length < 999) expect(idsOf(data).sort()).toEqual(expected.map(([id]) => id).sort());
    else expect(data).toHaveLength(999);
    expect(sdk.lastTrace().plan).toBe('IXSCAN at');
  });
});

test('geoNear beyond a minimum distance does not read what is nearer', async () => {
  const near = { geometry: new db.Geo.Point(...city), minDistance: 3000, maxDistance: 50_000 };
  const { data } = await places()
    .where({ at: _.geoNear(near) })
    .limit(20)
    .get();
  const expected = nearest(city).filter(([, distance]) => distance >= 3000);
  expect(idsOf(data)).toEqual(expected.slice(0, 20).map(([id]) => id));
  expect(sdk.lastTrace().examined).toBeLessThanOrEqual(22);
});

test('geoNear with a minimum distance, and with a condition before the geometry in the index', async () => {
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

test('a nearest twenty examines few documents', async () => {
  await places()
    .where({ at: _.geoNear({ geometry: new db.Geo.Point(...city) }) })
    .limit(20)
    .get();
  expect(sdk.lastTrace().examined).toBeLessThan(300);
});

test('refusals: near without an index, an unknown shape, what is no geometry under an index', async () => {
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
