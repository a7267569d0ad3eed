/** Whoever wrote in a moment in which very many lines were written is counted with them. */
import { countPoints } from '../../../cloudfunctions/core/reward/jobs/count-points';
import type { PointSheet } from '../../../cloudfunctions/core/reward/sheet/point-sheet';
import { startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['jobs'] });
});
afterAll(() => cloud.close());

const at = new Date('2026-11-22T10:00:00+08:00');
/** Of three communities, by the order of their ids: the last one is behind the first page of the one moment. */
const lines = ['a', 'b', 'c'].flatMap((communityId) =>
  Array.from({ length: 90 }, (_, index) => ({
    ...{ _id: `${communityId}:${String(index).padStart(2, '0')}`, kind: 'entry', form: 1, unit: 'service', at },
    ...{
      communityId,
      personId: 'p1',
      points: 2,
      amount: 2,
      from: `issuer:${communityId}`,
      to: 'person:p1',
      reversal: null,
    },
    ...{ cause: 'order', bookId: `${communityId}:p1`, sequence: index + 1, digests: [] },
  })),
);

test('lines of one moment are one share, however many they are', async () => {
  cloud.database.load('entries', lines);
  await cloud.setClock('2026-11-22T10:30:00+08:00');
  const services = await cloud.services();
  const clock = { now: () => new Date('2026-11-22T10:30:00+08:00') };
  const job = countPoints.find(({ name }) => name === 'count-points-service');
  const until = new Date('2026-11-22T10:31:00+08:00');
  expect(await job?.run({ ...services, clock }, undefined, until)).toEqual({ done: 3 });
  const sheets = cloud.stored<PointSheet>('pointSheets').filter(({ month }) => month === '2026-11');
  expect(sheets.map(({ communityId, given }) => [communityId, given]).sort()).toEqual([
    ['a', 180],
    ['b', 180],
    ['c', 180],
  ]);
});
