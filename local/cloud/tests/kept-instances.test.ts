import { consecutiveTestClouds, type TestCloud } from '../testing';
import { functionsFolder } from './fixtures';

jest.setTimeout(60_000);

const start = consecutiveTestClouds();
const open: TestCloud[] = [];
const startOne = async (options: Partial<Parameters<typeof start>[0]> = {}): Promise<TestCloud> => {
  const cloud = await start({ functionsFolder, ...options });
  open.push(cloud);
  return cloud;
};
afterEach(async () => {
  for (const cloud of open.splice(0)) await cloud.close();
});

/** How often the instance that answers was called. */
async function callsOf(cloud: TestCloud): Promise<number> {
  const answer = (await cloud.invoke('whoami', {}, {})) as { calls: number };
  return answer.calls;
}

test('the next cloud has the port and the warm instances of the last, a changed environment its own', async () => {
  const first = await startOne();
  expect(await callsOf(first)).toBe(1);
  await first.close();
  const second = await startOne();
  expect(second.url).toBe(first.url);
  expect(await callsOf(second)).toBe(2);
  expect((await second.trace(9)).map(({ coldStart }) => coldStart)).toEqual([false]);
  await second.close();
  const other = await startOne({ functionEnvironment: { COLOUR: 'red' } });
  expect(await callsOf(other)).toBe(1);
});

test('a warm instance follows the clock of its new cloud, and reads and writes there alone', async () => {
  const year = async (cloud: TestCloud) => {
    const { now } = (await cloud.invoke('clock', {}, {})) as { now: number };
    return new Date(now).getUTCFullYear();
  };
  const setClock = (cloud: TestCloud, now: string) => cloud.control('/local/clock', { now, timers: 'skip' });
  const note = (cloud: TestCloud, name: string) => cloud.invoke('ledger', { name, id: 'n1' }, { openid: 'o' });
  const manifest = { collections: [{ name: 'notes', indexes: [] }] };
  const first = await startOne({ manifest });
  await setClock(first, '2031-05-01T00:00:00Z');
  expect(await year(first)).toBe(2031);
  await note(first, 'add');
  expect(await note(first, 'get')).toMatchObject({ ok: true, data: { _id: 'n1' } });
  await first.close();
  const second = await startOne({ manifest });
  await setClock(second, '2040-05-01T00:00:00Z');
  expect(await year(second)).toBe(2040);
  expect(await note(second, 'get')).toEqual({ ok: true, data: null });
  await note(second, 'add');
  expect(second.database.get('notes', 'n1')).toMatchObject({ owner: 'o' });
  const calls = (await second.trace(99)).filter(({ name }) => name === 'ledger');
  expect(calls.map(({ coldStart }) => coldStart)).toEqual([false, false]);
});

test('a reset leaves it warm, a forced cold start does not', async () => {
  const cloud = await startOne();
  const before = await callsOf(cloud);
  await cloud.control('/local/reset', {});
  expect(await callsOf(cloud)).toBe(before + 1);
  await cloud.control('/local/cold-start', {});
  expect(await callsOf(cloud)).toBe(1);
});

test('an instance that is busy when its cloud ends is not kept', async () => {
  const first = await startOne();
  const hanging = first.invoke('shapes', { do: 'hang' }, {}).catch(() => 'ended');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await first.close();
  expect(await hanging).toBe('ended');
  const second = await startOne();
  expect(await second.invoke('shapes', { do: 'print' }, {})).toBe('printed');
  expect((await second.trace(1))[0]).toMatchObject({ name: 'shapes', coldStart: true });
});

test('two at once have a port each, and what went before is closed to neither', async () => {
  const [first, second] = [await startOne(), await startOne()];
  expect(second.url).not.toBe(first.url);
  expect([await callsOf(second), await callsOf(second)]).toEqual([1, 2]);
  expect(await first.control('/local/clock')).toMatchObject({ now: expect.any(String) });
});

test('a cloud that does not start leaves port and instances to the next', async () => {
  const first = await startOne();
  const before = await callsOf(first);
  await first.close();
  const failing = { load: () => Promise.reject(new Error('no demo today')), personas: () => [] };
  await expect(startOne({ demo: failing })).rejects.toThrow('no demo today');
  const next = await startOne();
  expect(next.url).toBe(first.url);
  expect(await callsOf(next)).toBe(before + 1);
});
