import { isJobDue, type Job } from '../../../cloudfunctions/core/job/job';
import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import { runJobs } from '../../../cloudfunctions/core/job/run-jobs';
import { testServices } from '../../support/services';

const start = new Date('2026-11-27T18:30:00Z'); // 02:30 on 28 November in Shanghai
const record = (ranAt: string, cursor: string | null = null): JobRecord => ({
  _id: 'x',
  ranAt: new Date(ranAt),
  cursor,
  found: [],
});

/** Services with a clock that jobs move, and records in memory. */
function world(stored: readonly JobRecord[] = []) {
  const records = new Map(stored.map((one) => [one._id, one]));
  let nowMs = start.getTime();
  const database = {
    updateWhere: async (
      _in: unknown,
      { _id }: { _id: string | { oneOf: readonly string[] } },
      { set }: { set: Partial<JobRecord> },
    ) => {
      const found = (typeof _id === 'string' ? [_id] : _id.oneOf).flatMap((id) => records.get(id) ?? []);
      for (const one of found) records.set(one._id, { ...one, ...set });
      return found.length;
    },
    insert: async (_in: unknown, document: JobRecord) => records.set(document._id, document) !== undefined,
  };
  const services = testServices({ database: database as never, clock: { now: () => new Date(nowMs) } });
  /** A run that found these jobs' work waiting. */
  const run = (jobs: readonly Job[], ...waiting: readonly string[]) =>
    runJobs(services, jobs, { records, waiting: new Set(waiting) });
  return { services, records, run, pass: (ms: number) => void (nowMs += ms), at: () => nowMs - start.getTime() };
}

/** Whether, of two jobs, the first one of the list begins at this moment. */
const isFirst = (now: Date) => Math.floor(now.getTime() / (10 * 60_000)) % 2 === 0;

describe('when a job is due', () => {
  test('each run, once an hour, once a night after two, once a month', () => {
    const now = start;
    expect(isJobDue('run', record('2026-11-27T18:29:00Z'), now)).toBe(true);
    expect(isJobDue('hour', record('2026-11-27T18:01:00Z'), now)).toBe(false);
    expect(isJobDue('hour', record('2026-11-27T17:59:00Z'), now)).toBe(true);
    expect(isJobDue('night', record('2026-11-27T15:00:00Z'), now)).toBe(true); // 23:00 the day before
    expect(isJobDue('night', record('2026-11-27T18:00:00Z'), now)).toBe(false); // 02:00 today
    expect(isJobDue('night', undefined, new Date('2026-11-27T17:59:00Z'))).toBe(false); // 01:59
    expect(isJobDue('month', record('2026-10-31T18:00:00Z'), now)).toBe(false); // 1 November in Shanghai
    expect(isJobDue('month', record('2026-10-30T18:00:00Z'), now)).toBe(true);
  });

  test('a share that was cut short is due at once', () => {
    expect(isJobDue('month', record('2026-11-27T18:29:00Z', 'p-77'), start)).toBe(true);
  });
});

describe('a run of the jobs', () => {
  test('gives twelve jobs that would never end an equal share, and none is left out', async () => {
    const { services, run, pass, at } = world();
    const shares: number[] = [];
    const greedy = (index: number): Job => ({
      name: `job-${index}`,
      every: 'run',
      run: async (_services, _record, until) => {
        const before = at();
        const shareMs = until.getTime() - services.clock.now().getTime();
        pass(shareMs);
        shares.push(Math.round(at() - before));
        return { done: 1 };
      },
    });
    const counts = await run(Array.from({ length: 12 }, (_, index) => greedy(index)));
    expect(Object.keys(counts)).toHaveLength(12);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  });

  test('time that one leaves goes to those after it', async () => {
    const { run } = world();
    const shares: number[] = [];
    const quick = (name: string): Job => ({
      name,
      every: 'run',
      run: async (_services, _record, until) => {
        shares.push(until.getTime() - start.getTime());
        return { done: 0 };
      },
    });
    await run([quick('a'), quick('b')]);
    expect(shares).toEqual([25_000, 50_000]);
  });

  test('what is left at the end goes to a job of each run that was cut short', async () => {
    const { services, run, pass } = world();
    const shares: number[] = [];
    const busy: Job = {
      name: 'busy',
      every: 'run',
      run: async (_services, _record, until) => {
        const shareMs = until.getTime() - services.clock.now().getTime();
        shares.push(shareMs);
        pass(shareMs);
        return { done: 1, cursor: 'more' };
      },
    };
    const quick: Job = { name: 'quick', every: 'run', run: async () => ({ done: 0 }) };
    const order = isFirst(services.clock.now()) ? [busy, quick] : [quick, busy];
    expect(await run(order)).toEqual({ busy: 2, quick: 0 });
    expect(shares).toEqual([25_000, 25_000]);
  });

  test('who is first changes from run to run', async () => {
    const { run, pass } = world();
    const order: string[] = [];
    const jobs = ['a', 'b', 'c'].map((name): Job => ({
      name,
      every: 'run',
      run: async () => ({ done: order.push(name) }),
    }));
    for (let turn = 0; turn < 3; turn += 1) {
      await run(jobs);
      pass(10 * 60_000);
    }
    expect(new Set([order[0], order[3], order[6]])).toEqual(new Set(['a', 'b', 'c']));
  });

  test('one that fails is logged, keeps its record and keeps no other from running', async () => {
    const { services, run, records } = world([{ ...record('2026-11-27T10:00:00Z', 'half-way'), _id: 'broken' }]);
    const broken: Job = { name: 'broken', every: 'hour', run: () => Promise.reject(new Error('no')) };
    const sound: Job = {
      name: 'sound',
      every: 'hour',
      run: async () => ({ done: 3, cursor: 'p-9', found: ['book-1'] }),
    };
    expect(await run([broken, sound])).toEqual({ sound: 3 });
    expect(records.get('broken')).toMatchObject({ cursor: 'half-way' });
    expect(records.get('sound')).toMatchObject({ cursor: 'p-9', found: ['book-1'], ranAt: start });
    expect(services.lines).toEqual([expect.objectContaining({ level: 'error', event: 'job', job: 'broken' })]);
  });

  describe('a job that looks first for what waits', () => {
    const asking = (name: string, every: 'run' | 'hour'): Job => ({
      name,
      every,
      waiting: () => [],
      run: async () => ({ done: 1 }),
    });

    test('runs where something was found, and not where nothing was', async () => {
      const run = (...waiting: readonly string[]) =>
        world([{ ...record('2026-11-27T17:20:00Z'), _id: 'b' }]).run(
          [asking('a', 'run'), asking('b', 'hour')],
          ...waiting,
        );
      expect([await run('a'), await run('b'), await run()]).toEqual([{ a: 1 }, { b: 1 }, {}]);
    });

    test('has had its hour where nothing was found', async () => {
      const { run, records } = world([{ ...record('2026-11-27T17:20:00Z'), _id: 'b', found: ['kept'] }]);
      await run([asking('b', 'hour')]);
      expect(records.get('b')).toMatchObject({ ranAt: start, found: ['kept'] });
    });

    test('runs in any case where it never ran, was cut short, or ran before what it looks back to', async () => {
      expect(await world().run([asking('b', 'hour')])).toEqual({ b: 1 });
      for (const before of [record('2026-11-27T18:20:00Z', 'half-way'), record('2026-11-27T16:59:00Z')])
        expect(await world([{ ...before, _id: 'b' }]).run([asking('b', 'hour')])).toEqual({ b: 1 });
    });
  });
});
