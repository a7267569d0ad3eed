import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import { startApi, type ApiCloud } from '../../support/api';
import { bookOf, loadBooks } from '../../support/books';
import { loadCommunity } from '../../support/community';

jest.setTimeout(120_000);

const books = 70;
const linesEach = 3;

const book = (index: number) =>
  bookOf(
    Array.from({ length: linesEach }, (_, line) => ({
      postingKey: `order:o${index}x${line}:award`,
      communityId: 'qinghe',
      unit: 'service' as const,
      personId: `p_book${String(index).padStart(3, '0')}`,
      name: '某',
      memberClass: null,
      branchName: '清河社区党支部',
      at: new Date('2026-11-20T02:00:00Z'),
      cause: 'order' as const,
      title: '修水管',
      titleBy: null,
      points: 5,
      countDelta: 1 as const,
      rule: { id: 'order', version: 1 },
      sourceId: `o${index}x${line}`,
      reversal: null,
    })),
  );

let cloud: ApiCloud;
beforeAll(async () => {
  const all = Array.from({ length: books }, (_, index) => book(index));
  cloud = await startApi({
    functions: ['api', 'jobs'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(database, all);
      },
      personas: () => [],
    },
  });
});
afterAll(() => cloud.close());

const run = () => cloud.stored<JobRecord>('runs').find(({ _id }) => _id === 'reconcile');
const advance = (minutes: number) => cloud.control('/local/clock', { advanceMs: minutes * 60_000 });

test('every night all books are walked, a share each run, and a broken one is named', async () => {
  await cloud.change('entries', 'order:o65x1:award', { points: 500 });
  await cloud.control('/local/clock', { now: '2026-11-25T01:50:00+08:00', timers: 'skip' });
  expect(run()?.cursor ?? null).toBeNull();
  await advance(11);
  expect(run()?.cursor).toBe('p_book059:service');
  await advance(5);
  expect(run()).toMatchObject({ cursor: null, found: ['p_book065:service'] });
  expect(cloud.lines.filter((line) => line.includes('ledger-alarm'))).toHaveLength(1);
  expect(cloud.stored('alarms')).toMatchObject([{ bookId: 'p_book065:service', sequence: 2, why: 'accounts' }]);
  const { broken } = await cloud.getAs('o_secretary', 'passbook.audit', { unit: 'service', cursor: 'p_book059' });
  expect(broken).toEqual([{ personId: 'p_book065', name: '某', firstBrokenSequence: 2 }]);
  expect(await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'service', personId: 'p_book065' })).toEqual({
    state: 'broken',
    firstBrokenSequence: 2,
    why: 'accounts',
  });
});

test('it runs once a night', async () => {
  const { ranAt } = run()!;
  await advance(60);
  expect(run()?.ranAt).toEqual(ranAt);
});
