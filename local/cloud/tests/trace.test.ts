import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
const manifest = {
  collections: [{ name: 'notes', indexes: [{ name: 'owner', fields: [{ name: 'owner', direction: 1 as const }] }] }],
};
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder, manifest });
  cloud.database.load(
    'notes',
    Array.from({ length: 50 }, (_, index) => ({ _id: `n${index}`, owner: `o${index % 5}`, n: 0 })),
  );
}, 30_000);
afterAll(() => cloud.close());

const ledger = (name: string, event: object = {}, openid = 'o1') => cloud.call('ledger', { name, ...event }, openid);

describe('a trace', () => {
  it('counts what an invocation read, wrote, examined and answered', async () => {
    await cloud.control('/local/cold-start', {});
    await ledger('get', { id: 'n1' });
    await ledger('count', { owner: 'o1' });
    await ledger('increment', { id: 'n1' });
    const [get, count, increment] = await cloud.trace(3);
    expect(get).toMatchObject({
      name: 'ledger',
      event: 'get',
      openid: 'o1',
      source: 'wx_client',
      coldStart: true,
      reads: 1,
      writes: 0,
      examined: 1,
      returned: 1,
    });
    expect(get?.operations).toMatchObject([
      { action: 'getDocument', collection: 'notes', plan: 'IDHACK', sortedInMemory: false, examined: 1, returned: 1 },
    ]);
    expect(get?.bytes).toBe(JSON.stringify({ ok: true, data: { _id: 'n1', owner: 'o1', n: 0 } }).length);
    expect(count).toMatchObject({ coldStart: false, reads: 1, writes: 0 });
    expect(count?.operations[0]?.plan).toContain('IXSCAN owner');
    expect(increment).toMatchObject({ writes: 1 });
    expect(Date.parse(get?.at ?? '')).not.toBeNaN();
  });

  it('separates what invocations do at the same time', async () => {
    await Promise.all(Array.from({ length: 16 }, (_, index) => ledger('get', { id: `n${index}` }, `o${index}`)));
    const traces = await cloud.trace(16);
    expect(traces.map((trace) => trace.reads)).toEqual(Array(16).fill(1));
    expect(new Set(traces.map((trace) => trace.openid)).size).toBe(16);
  });

  it('says what else was called, and why it failed', async () => {
    await cloud.call('relay', { depth: 1 }, 'o1');
    await cloud.call('shapes', { do: 'throw' }, 'o1');
    const [relay, , shapes] = await cloud.trace(3);
    expect(relay?.calls).toEqual(['function relay']);
    expect(shapes?.error).toBe('broken on purpose');
    expect(shapes?.logs.join('\n')).toContain('Error: broken on purpose');
  });
});

it('reports work that nobody awaited', async () => {
  await ledger('forgetful', { id: 'n3' });
  for (let wait = 0; wait < 100 && ((await cloud.trace(1))[0]?.late.length ?? 0) === 0; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect((await cloud.trace(1))[0]?.late).toEqual(['database.modifyDocument notes']);
  expect(cloud.lines.join('\n')).toContain('came after the function had answered');
});

it('16 calls in flight lose no update', async () => {
  const work = async () => {
    for (let round = 0; round < 10; round += 1) await ledger('increment', { id: 'n0' });
  };
  await Promise.all(Array.from({ length: 16 }, work));
  const [note] = cloud.database.browse('notes', { limit: 1 }) as { _id: string; n: number }[];
  expect(note).toMatchObject({ _id: 'n0', n: 160 });
});

describe('strict mode', () => {
  it('fails an invocation that scans, even when the function caught it', async () => {
    const scan = await ledger('scan', { rethrow: true });
    expect(scan).toMatchObject({
      status: 500,
      body: { errCode: -504002, errMsg: expect.stringMatching(/strict mode.*notes/) as string },
    });
    const caught = await ledger('caughtScan');
    expect(caught).toMatchObject({ status: 500, body: { errMsg: expect.stringContaining('strict mode') as string } });
    expect((await cloud.trace(1))[0]?.refusals).toHaveLength(1);
  });

  it('off lets it pass, and the plan still shows', async () => {
    const lenient = await startTestCloud({ functionsFolder, strict: false, manifest });
    try {
      expect(await lenient.call('ledger', { name: 'scan' })).toMatchObject({
        status: 200,
        body: { ok: true, data: [] },
      });
      expect((await lenient.trace(1))[0]?.operations[0]?.plan).toBe('COLLSCAN');
    } finally {
      await lenient.close();
    }
  }, 30_000);
});

describe('the page /local', () => {
  it('shows recent invocations with their plans, and the collections with their documents', async () => {
    await ledger('logged', { id: 'n7' });
    const overview = await (await fetch(`${cloud.url}/local`)).text();
    for (const text of ['ledger', 'logged', 'IDHACK', 'looked at n7', 'notes', '集合', '最近的调用'])
      expect(overview).toContain(text);
    const first = await (await fetch(`${cloud.url}/local?collection=notes`)).text();
    expect(first.match(/&quot;_id&quot;/g)).toHaveLength(20);
    const next = /href="(\/local\?collection=notes[^"]*after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await (await fetch(cloud.url + next)).text();
    expect(second.match(/&quot;_id&quot;/g)).toHaveLength(20);
    expect(second).not.toContain('&quot;n0&quot;');
  });

  it('writes nothing of a document or a log as markup', async () => {
    cloud.database.load('notes', [{ _id: '!script', text: '<script>alert(1)</script>' }]);
    await ledger('logged', { id: '<script>alert(2)</script>' });
    const pages = await Promise.all(
      ['/local', '/local?collection=notes', '/local?collection=<script>'].map(async (path) =>
        (await fetch(cloud.url + path)).text(),
      ),
    );
    for (const page of pages) expect(page).not.toContain('<script>');
  });
});
