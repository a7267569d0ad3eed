import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { reconcile } from '../../../cloudfunctions/core/reconciliation/jobs/reconcile-books';
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
        loadCommunity(database, 'new');
        loadBooks(database, all);
      },
      personas: () => [],
    },
  });
});
afterAll(() => cloud.close());

const run = () => cloud.stored<JobRecord>('runs').find(({ _id }) => _id === 'reconcile');
const advance = (minutes: number) => cloud.control('/local/clock', { advanceMs: minutes * 60_000 });

test('every night all books are walked, and a broken one is named', async () => {
  await cloud.change('entries', 'order:o65x1:award', { points: 500 });
  await cloud.control('/local/clock', { now: '2026-11-25T01:50:00+08:00', timers: 'skip' });
  expect(run()?.cursor ?? null).toBeNull();
  for (let runs = 0; runs < 6 && run()?.cursor !== null; runs += 1) await advance(11); // a busy machine takes several
  expect(run()).toMatchObject({ cursor: null, found: ['p_book065:service'] });
  expect(cloud.lines.filter((line) => line.includes('ledger-alarm'))).toHaveLength(1);
  expect(cloud.stored('alarms')).toMatchObject([{ bookId: 'p_book065:service', sequence: 2 }]);
  const { broken } = await cloud.getAs('o_secretary', 'passbook.audit', { unit: 'service', cursor: 'p_book059' });
  expect(broken).toEqual([{ personId: 'p_book065', name: '某', firstBrokenSequence: 2 }]);
  expect(await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'service', personId: 'p_book065' })).toEqual({
    state: 'broken',
    firstBrokenSequence: 2,
    why: 'accounts',
  });
});

test('a share that is cut short goes on behind its last book, and leaves none out', async () => {
  const services = await cloud.services();
  const shares: (readonly [number, string | null | undefined])[] = [];
  let record: JobRecord | undefined;
  do {
    const { done, cursor = null, found = [] } = await reconcile.run(services, record, new Date(0));
    shares.push([done, cursor]);
    record = { _id: 'reconcile', ranAt: new Date(0), cursor, found };
  } while (record.cursor !== null);
  expect(shares.slice(0, 2)).toEqual([
    [1, 'qinghe|service|p_book000'],
    [1, 'qinghe|service|p_book001'],
  ]);
  expect(shares.filter(([done]) => done === 1)).toHaveLength(books);
  expect(record.found).toEqual(['p_book065:service']);
});

test('books that rested are looked at together, and one changed line among them is found', async () => {
  await advance(11); // the night's anchors stand
  const { services, calls } = counting(await cloud.services());
  const seen = async () => {
    const before = calls();
    const { found } = await reconcile.run(services, undefined, new Date('2100-01-01'));
    return { found, calls: calls() - before };
  };
  const rested = await seen();
  expect(rested.found).toEqual(['p_book065:service']);
  // two communities and their end, heads, anchors, three times 33 books, and the broken one by itself
  expect(rested.calls).toBeLessThanOrEqual(60);
  await cloud.change('entries', `order:o7x${linesEach - 1}:award`, { balance: 999 });
  expect((await seen()).found).toEqual(['p_book007:service', 'p_book065:service']);
});

/** The same services, with every request of their database counted. */
function counting(services: Services): { readonly services: Services; calls(): number } {
  let count = 0;
  const database = new Proxy(services.database, {
    get(target, name: keyof Services['database']) {
      const method = target[name] as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        count += 1;
        return method.apply(target, given);
      };
    },
  });
  return { services: { ...services, database }, calls: () => count };
}

test('it runs once a night', async () => {
  const { ranAt } = run()!;
  await advance(60);
  expect(run()?.ranAt).toEqual(ranAt);
});
