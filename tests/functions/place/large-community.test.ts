import type { FindingCounts } from '../../../cloudfunctions/core/finding/finding';
import type { Place } from '../../../cloudfunctions/core/place/place';
import { createLargeEnvironment } from '../../../local/demo/large';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { startApi, type ApiCloud } from '../../support/api';

/** People in the larger community: as many as a street has with `npm run torture`, a fifth of them without it. */
const many = process.env['LIANXIN_TORTURE'] === '1' ? 100_000 : 20_000;
// They are loaded, and walked through by a night.
jest.setTimeout(600_000);

const secretary = 'secretary-large';

/** What the pages of places, posts and health ask for. */
const asked: readonly (readonly [name: EndpointName, input: object])[] = [
  ['place.listGrids', {}],
  ['place.listGrids', { whole: 'dajie_g1' }],
  ['place.listChildren', {}],
  ['place.listChildren', { placeId: 'dajie_s1' }],
  ['place.get', { placeId: 'dajie_g1' }],
  ['place.get', { placeId: 'dajie_l1' }],
  ['place.listApart', { list: 'ungridded' }],
  ['post.list', {}],
  ['post.list', { placeId: 'dajie_c1' }],
  ['person.find', { words: '王' }],
  ['person.previewLeave', { personId: 'dajie_n3' }],
  ['finding.getCounts', {}],
  ['finding.list', { kind: 'householdWithoutChief' }],
  ['finding.list', { kind: 'placeWithoutCard' }],
  ['finding.list', { kind: 'personWithoutGrid' }],
];

async function costs(cloud: ApiCloud) {
  const found = [];
  for (const [name, input] of asked) {
    const reply = await cloud.tryAs(secretary, name, input);
    const { reads, writes, examined, refusals } = await cloud.lastCall();
    expect([name, input, reply.ok, refusals]).toEqual([name, input, true, []]);
    found.push({ call: `${name} ${JSON.stringify(input)}`, reads, writes, examined });
  }
  return found;
}

async function night(cloud: ApiCloud): Promise<void> {
  await cloud.control('/local/clock', { now: '2026-11-24T02:01:00+08:00', timers: 'skip' });
  for (let run = 0; run < 12; run += 1) {
    await cloud.control('/local/clock', { advanceMs: 600_000 });
    const isCounted = cloud.stored<FindingCounts>('findingCounts').length > 0;
    if (isCounted && cloud.storedOne<Place>('places', 'dajie_g9').figures?.households !== undefined) return;
  }
}

async function measured(people: number) {
  const cloud = await startApi({ functions: ['api', 'jobs'], demo: createLargeEnvironment(people) });
  try {
    await night(cloud);
    const { counts } = await cloud.getAs(secretary, 'finding.getCounts', {});
    const { grids } = await cloud.getAs(secretary, 'place.listGrids', {});
    return { counts, grids, costs: await costs(cloud) };
  } finally {
    await cloud.close();
  }
}

test('what the pages of a community read does not grow with its people', async () => {
  const small = await measured(4_000);
  const large = await measured(many);
  expect(large.costs.map(({ call, reads, writes }) => [call, reads, writes])).toEqual(
    small.costs.map(({ call, reads, writes }) => [call, reads, writes]),
  );
  for (const [index, { call, examined }] of large.costs.entries())
    expect([call, examined <= (small.costs[index]?.examined ?? 0) + 25]).toEqual([call, true]);
  const total = (figure: 'households' | 'people' | 'laneChiefs') =>
    large.grids.reduce((sum, { figures }) => sum + (figures?.[figure] ?? 0), 0);
  const households = (many * 2) / 5;
  const lanes = households / 10;
  const lanesWithoutChief = 200;
  const figures = [total('households'), total('people'), total('laneChiefs')];
  expect(figures).toEqual([households, many * 0.99, lanes - lanesWithoutChief]);
  expect(large.counts).toMatchObject({
    householdWithoutChief: lanesWithoutChief * 10,
    chiefOverloaded: 0,
    personWithoutGrid: many / 100,
    placeWithoutCard: 20,
    vacancy: 0,
  });
});
