import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';
import { cronSchedule } from '../clock/cron';

const manifest = { collections: [{ name: 'ticks', indexes: [] }] };
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ functionsFolder, manifest });
}, 30_000);
afterEach(() => cloud.close());

interface Tick {
  event: Record<string, unknown>;
  context: Record<string, unknown>;
  at: Date;
}
const ticks = () =>
  (cloud.database.browse('ticks', { limit: 100 }) as Tick[]).sort((left, right) => Number(left.at) - Number(right.at));
const setClock = (body: object) => cloud.control('/local/clock', body) as Promise<{ now: string; fired: number }>;

describe('the clock of functions', () => {
  it('follows the cloud, also in the middle of a call, and stands in UTC', async () => {
    await setClock({ now: '2026-11-28T09:00:00+08:00', timers: 'skip' });
    const started = cloud.invoke('clock', { waitMs: 150 }, {}) as Promise<Record<string, number>>;
    await new Promise((resolve) => setTimeout(resolve, 60));
    await setClock({ advanceMs: 3_600_000 });
    const seen = await started;
    const nineMs = Date.parse('2026-11-28T01:00:00Z');
    expect(seen['first']).toBeGreaterThanOrEqual(nineMs);
    expect(seen['last']).toBeGreaterThanOrEqual(nineMs + 3_600_000);
    expect(seen).toMatchObject({
      text: 'Sat Nov 28 2026',
      hours: 2,
      offset: 0,
      isDate: true,
      explicit: 0,
      parsed: Date.parse('2026-01-01T00:00:00Z'),
      leap: '2024-02-29T00:00:00.000Z',
    });
  });

  it('stays where it was set over a restart', async () => {
    await setClock({ now: '2027-03-01T00:00:00Z', timers: 'skip' });
    await cloud.stop();
    cloud = await startTestCloud({ functionsFolder, manifest, dataFolder: cloud.dataFolder });
    const now = cloud.clock.now().getTime() - Date.parse('2027-03-01T00:00:00Z');
    expect(now).toBeGreaterThanOrEqual(0);
    expect(now).toBeLessThan(60_000);
  });

  it('refuses what is no moment', async () => {
    for (const body of [
      { now: 'soon' },
      {},
      { now: '2026-01-01T00:00:00Z', advanceMs: 1 },
      { advanceMs: -1 },
      { advance: 1 },
    ]) {
      expect(await setClock(body)).toHaveProperty('error');
    }
  });
});

describe('timers', () => {
  it('fire once each, in order, at their own time in UTC+8, when the clock passes them', async () => {
    await setClock({ now: '2026-11-28T00:00:00+08:00', timers: 'skip' });
    expect(await setClock({ advanceMs: 3 * 86_400_000 })).toMatchObject({ fired: 3 });
    expect(ticks().map((tick) => tick.event['Time'])).toEqual([
      '2026-11-27T18:30:00.000Z',
      '2026-11-28T18:30:00.000Z',
      '2026-11-29T18:30:00.000Z',
    ]);
    for (const tick of ticks()) {
      expect(tick.event).toMatchObject({ Type: 'Timer', TriggerName: 'nightly', Message: '' });
      expect(tick.context).toEqual({ ENV: 'local-env', SOURCE: 'wx_trigger' });
      const lateMs = Number(tick.at) - Date.parse(String(tick.event['Time']));
      expect(lateMs).toBeGreaterThanOrEqual(0);
      expect(lateMs).toBeLessThan(60_000);
    }
    const traces = await cloud.trace(3);
    expect(traces.map((trace) => [trace.name, trace.source, trace.writes])).toEqual(
      Array(3).fill(['ticker', 'wx_trigger', 1]),
    );
  });

  it('do not fire when the clock stops short of them, goes back, or is moved without them', async () => {
    await setClock({ now: '2026-11-28T00:00:00+08:00', timers: 'skip' });
    expect(await setClock({ now: '2026-11-28T02:29:59+08:00' })).toMatchObject({ fired: 0 });
    expect(await setClock({ now: '2026-11-20T00:00:00+08:00' })).toMatchObject({ fired: 0 });
    expect(await setClock({ now: '2026-11-28T12:00:00+08:00', timers: 'skip' })).toMatchObject({ fired: 0 });
    expect(ticks()).toEqual([]);
  });

  it('fire as time passes', async () => {
    await cloud.close();
    cloud = await startTestCloud({ functionsFolder, manifest, automaticTimers: true });
    await setClock({ now: '2026-11-28T02:29:59.500+08:00', timers: 'skip' });
    for (let wait = 0; wait < 150 && ticks().length === 0; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ticks().map((tick) => tick.event['Time'])).toEqual(['2026-11-27T18:30:00.000Z']);
  });

  it('do not fire as time passes where a test wants none by chance', async () => {
    await setClock({ now: '2026-11-28T02:29:59.900+08:00', timers: 'skip' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await setClock({ advanceMs: 1000 })).toMatchObject({ fired: 0 });
    expect(ticks()).toEqual([]);
  });

  it('fire twice on request', async () => {
    await setClock({ now: '2026-11-28T00:00:00+08:00', timers: 'skip' });
    await cloud.control('/local/faults', { kind: 'duplicate-delivery', match: 'timer ticker nightly', times: 1 });
    await setClock({ advanceMs: 2 * 86_400_000 });
    expect(ticks().map((tick) => tick.event['Time'])).toEqual([
      '2026-11-27T18:30:00.000Z',
      '2026-11-27T18:30:00.000Z',
      '2026-11-28T18:30:00.000Z',
    ]);
  });
});

describe('a timer of seven fields', () => {
  const next = (expression: string, after: string) => {
    const found = cronSchedule(expression)(Date.parse(after));
    return found === undefined ? undefined : new Date(found).toISOString();
  };

  it.each([
    ['*/5 * * * * * *', '2026-11-28T00:00:01Z', '2026-11-28T00:00:05.000Z'],
    ['0 0 2 1 * * *', '2026-11-28T00:00:00Z', '2026-11-30T18:00:00.000Z'],
    ['0 15 10 * * MON-FRI *', '2026-11-28T00:00:00Z', '2026-11-30T02:15:00.000Z'],
    ['0 0 10,14,16 * * * *', '2026-11-28T02:00:00Z', '2026-11-28T06:00:00.000Z'],
    ['0 */30 9-17 * * * *', '2026-11-28T09:31:00Z', '2026-11-29T01:00:00.000Z'],
    ['0 0 0 1 1 * 2028', '2026-11-28T00:00:00Z', '2027-12-31T16:00:00.000Z'],
    ['0 0 12 13 * 5 *', '2026-11-28T00:00:00Z', '2026-12-04T04:00:00.000Z'],
    ['0 0 12 1 * 5 *', '2026-11-28T05:00:00Z', '2026-12-01T04:00:00.000Z'],
    ['0 0 0 29 2 * *', '2026-11-28T00:00:00Z', '2028-02-28T16:00:00.000Z'],
  ])('%s after %s is due at %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it('is never due again after its last year, and has no other number of fields', () => {
    expect(next('0 0 0 1 1 * 2025', '2026-11-28T00:00:00Z')).toBeUndefined();
    expect(() => cronSchedule('0 0 2 * * *')).toThrow('7 fields');
    expect(() => cronSchedule('0 0 25 * * * *')).toThrow();
  });
});
