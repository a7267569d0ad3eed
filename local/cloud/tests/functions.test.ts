import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder, instanceLimit: 6 });
}, 30_000);
afterAll(() => cloud.close());

const record = (value: unknown) => value as Record<string, never>;

describe('who calls', () => {
  it('is right for each of 16 concurrent callers, before and after a pause', async () => {
    const openids = Array.from({ length: 16 }, (_, index) => `oUSER${index}`);
    const answers = await Promise.all(
      openids.map((openid, index) => cloud.invoke('whoami', { waitMs: 20, index }, { openid })),
    );
    for (const [index, answer] of answers.map(record).entries()) {
      const expected = {
        OPENID: openids[index],
        APPID: 'wx10ca110ca110ca11',
        SOURCE: 'wx_client',
        ENV: 'local-env',
        CLIENTIP: '127.0.0.1',
      };
      expect(answer['before']).toEqual(expected);
      expect(answer['after']).toEqual(expected);
      expect(answer['event']).toEqual({
        waitMs: 20,
        index,
        userInfo: { appId: 'wx10ca110ca110ca11', openId: openids[index] },
      });
    }
  });

  it('serves one call at a time per instance, on no more instances than the limit', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => cloud.invoke('whoami', { waitMs: 5 }, { openid: 'o' })),
    );
    expect(answers.map((answer) => record(answer)['inFlight'])).toEqual(Array(12).fill(1));
    const traces = await cloud.trace(100);
    expect(traces.filter((trace) => trace.name === 'whoami' && trace.coldStart)).toHaveLength(6);
  });

  it('carries the caller through nested calls, and SOURCE accumulates', async () => {
    const chain = await cloud.invoke('relay', { depth: 2 }, { openid: 'oDEEP' });
    const userInfo = { appId: 'wx10ca110ca110ca11', openId: 'oDEEP' };
    expect(chain).toEqual([
      { OPENID: 'oDEEP', SOURCE: 'wx_client', userInfo },
      { OPENID: 'oDEEP', SOURCE: 'wx_client,scf', userInfo },
      { OPENID: 'oDEEP', SOURCE: 'wx_client,scf,scf', userInfo },
    ]);
    const traces = await cloud.trace(3);
    expect(traces.map((trace) => trace.source)).toEqual(['wx_client', 'wx_client,scf', 'wx_client,scf,scf']);
    expect(traces.map((trace) => trace.parent)).toEqual([undefined, traces[0]?.id, traces[1]?.id]);
  });

  it('gives no OPENID to a caller without one', async () => {
    const answer = record(await cloud.invoke('whoami', {}, {}));
    expect(answer['before']).toEqual({ APPID: 'wx10ca110ca110ca11', SOURCE: 'wx_client', ENV: 'local-env' });
    expect(answer['event']).toEqual({});
  });

  it('lets no client say who it is', async () => {
    const forged = { userInfo: { openId: 'oADMIN' }, tcbContext: {} };
    expect(await cloud.invoke('shapes', { do: 'echo', ...forged }, {})).toEqual({ do: 'echo', tcbContext: {} });
    expect(await cloud.invoke('shapes', { do: 'echo', ...forged }, { openid: 'oME' })).toMatchObject({
      userInfo: { openId: 'oME' },
    });
  });

  it('leaves nothing of one caller to the next', async () => {
    await cloud.invoke('relay', { depth: 0 }, { openid: 'oFIRST' });
    const [own] = (await cloud.invoke('relay', { depth: 0 }, {})) as Record<string, unknown>[];
    expect(own).toEqual({ SOURCE: 'wx_client' });
  });
});

describe('events and results', () => {
  it('go through JSON', async () => {
    expect(await cloud.invoke('shapes', { do: 'date' }, {})).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      list: [null, null],
      map: {},
    });
    expect(await cloud.invoke('shapes', { do: 'echo', at: new Date(0), none: undefined, big: 2 ** 53 }, {})).toEqual({
      do: 'echo',
      at: '1970-01-01T00:00:00.000Z',
      big: 2 ** 53,
    });
  });

  it('come back from a callback as well as from a promise', async () => {
    expect(await cloud.invoke('shapes', { do: 'callback' }, {})).toEqual({ by: 'callback' });
    expect(await cloud.invoke('shapes', { do: 'nothing' }, {})).toBeNull();
    await expect(cloud.invoke('shapes', { do: 'callback-error' }, {})).rejects.toMatchObject({
      errCode: -504002,
      message: 'told by callback',
    });
  });

  it('know the limits of the function from its context', async () => {
    const answer = record(await cloud.invoke('whoami', {}, {}));
    expect(answer['context']).toMatchObject({ name: 'whoami', limitMs: 3000 });
  });

  it('are limited to 1 MB out and 6 MB in', async () => {
    const large = await cloud.call('shapes', { do: 'large', bytes: 1024 * 1024 });
    expect(large).toMatchObject({ status: 500, body: { errCode: -604001 } });
    expect((await cloud.call('shapes', { do: 'large', bytes: 1000 * 1000 })).status).toBe(200);
    const sent = await cloud.call('shapes', { do: 'echo', text: 'x'.repeat(6 * 1024 * 1024) });
    expect(sent).toMatchObject({
      status: 500,
      body: { errCode: -501007, errMsg: expect.stringContaining('payload') as string },
    });
  });
});

describe('callFunction inside a function', () => {
  const relay = (through: string, data: object = {}) =>
    cloud.invoke('relay', { caught: true, depth: 1, through, data }, { openid: 'oME' });

  it('answers result, errMsg and requestID; a Date arrives as text', async () => {
    expect(await relay('shapes', { do: 'date' })).toMatchObject({
      errMsg: 'callFunction:ok',
      requestID: expect.any(String) as string,
      result: { at: '1970-01-01T00:00:00.000Z' },
    });
    expect(await relay('shapes', { do: 'nothing' })).toMatchObject({ result: null });
  });

  it('fails with errCode -1 and the message of what went wrong', async () => {
    expect(await relay('shapes', { do: 'throw' })).toEqual({
      errCode: -1,
      errMsg: expect.stringMatching(/^callFunction:fail.* broken on purpose$/) as string,
    });
    expect(await relay('missing')).toEqual({
      errCode: -1,
      errMsg: expect.stringContaining('FunctionName parameter could not be found: missing') as string,
    });
    expect(await relay('shapes', { do: 'hang' })).toEqual({
      errCode: -1,
      errMsg: expect.stringContaining('timed out after 2 seconds') as string,
    });
    expect(await relay('shapes', { do: 'large', bytes: 1024 * 1024 })).toEqual({
      errCode: -1,
      errMsg: expect.stringContaining('result size exceed limit') as string,
    });
  });
});

describe('a function that fails', () => {
  const ways: [string, RegExp][] = [
    ['throw', /broken on purpose/],
    ['throw-object', /an object/],
    ['circular', /circular/i],
    ['exit', /ended with code 3/],
    ['unhandled', /nobody caught it/],
    ['memory', /memory/i],
  ];
  it.each(ways)(
    'by %s is answered with -504002 and what went wrong, and the next call is served',
    async (way, message) => {
      const reply = await cloud.call('shapes', { do: way });
      expect(reply).toMatchObject({
        status: 500,
        body: { errCode: -504002, errMsg: expect.stringMatching(message) as string },
      });
      expect(await cloud.invoke('shapes', { do: 'echo' }, {})).toEqual({ do: 'echo' });
    },
  );

  it('between two calls is logged, and the next call is served', async () => {
    expect(await cloud.invoke('shapes', { do: 'late-crash' }, {})).toBe('fine');
    for (let wait = 0; wait < 100 && !cloud.lines.join().includes('in its sleep'); wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(cloud.lines.join('\n')).toContain('shapes: an idle instance ended: crashed in its sleep');
    expect(await cloud.invoke('shapes', { do: 'echo' }, {})).toEqual({ do: 'echo' });
  });

  it.each(['hang', 'busy'])(
    'by time-out (%s) is ended after the limit of its config.json, and the next call starts cold',
    async (way) => {
      await expect(cloud.invoke('shapes', { do: way }, {})).rejects.toMatchObject({
        errCode: -504003,
        message: 'Invoking task timed out after 2 seconds',
      });
      const answer = record(await cloud.invoke('shapes', {}, {}));
      expect(answer['event']).toEqual({});
      const [trace] = await cloud.trace(1);
      expect(trace?.coldStart).toBe(true);
    },
  );

  it('is named when there is none such', async () => {
    expect(await cloud.call('missing', {})).toMatchObject({
      status: 500,
      body: { errCode: -501000, errMsg: expect.stringContaining('missing') as string },
    });
    expect(await cloud.call('..%2Fwhoami', {})).toMatchObject({ body: { errCode: -501000 } });
  });
});

it('a cloud that closes waits for no function that hangs', async () => {
  const closing = await startTestCloud({ functionsFolder, instanceLimit: 1 });
  const calls = [closing.invoke('shapes', { do: 'hang' }, {}), closing.invoke('shapes', { do: 'hang' }, {})];
  const outcome = Promise.allSettled(calls);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await closing.close();
  expect((await outcome).map((each) => each.status)).toEqual(['rejected', 'rejected']);
});

describe('an instance', () => {
  it('has its module state between calls, until a cold start is forced', async () => {
    const calls = async () => record(await cloud.invoke('whoami', {}, {}))['calls'] as unknown as number;
    await cloud.control('/local/cold-start', { name: 'whoami' });
    expect([await calls(), await calls(), await calls()]).toEqual([1, 2, 3]);
    await cloud.control('/local/cold-start', {});
    expect(await calls()).toBe(1);
    expect((await cloud.trace(1))[0]).toMatchObject({ name: 'whoami', coldStart: true });
  });

  it('prints into the trace and the log', async () => {
    expect(await cloud.invoke('shapes', { do: 'print' }, {})).toBe('printed');
    const [trace] = await cloud.trace(1);
    expect(trace?.logs).toEqual(['said { a: 1 }', 'warned']);
    expect(cloud.lines.join('\n')).toContain('shapes said { a: 1 }');
  });
});
