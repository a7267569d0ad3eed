import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
const manifest = { collections: ['notes', 'pushes', 'ticks'].map((name) => ({ name, indexes: [] })) };
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder, manifest });
}, 30_000);
beforeEach(async () => {
  await cloud.control('/local/reset', {});
  cloud.database.load('notes', [
    { _id: 'a', n: 5 },
    { _id: 'b', n: 5 },
  ]);
});
afterAll(() => cloud.close());

const fault = (body: object) => cloud.control('/local/faults', body);
const ledger = async (name: string, event: object = {}) =>
  (await cloud.invoke('ledger', { name, ...event }, { openid: 'oME' })) as {
    ok: boolean;
    data?: unknown;
    errCode?: number;
    errMsg?: string;
  };
const numbers = () =>
  (cloud.database.browse('notes', { limit: 10 }) as { _id: string; n: number }[]).map(({ _id, n }) => [_id, n]);

describe('conflict', () => {
  it('is raised at the chosen write of a transaction, which is gone then', async () => {
    await fault({ kind: 'conflict', match: 'database.modifyDocument notes', after: 1, times: 1 });
    expect(await ledger('transfer', { from: 'a', to: 'b' })).toMatchObject({
      ok: false,
      errMsg: expect.stringContaining('TransactionConflict') as string,
    });
    expect(numbers()).toEqual([
      ['a', 5],
      ['b', 5],
    ]);
    expect(await ledger('transfer', { from: 'a', to: 'b' })).toEqual({ ok: true, data: 'moved' });
    expect(numbers()).toEqual([
      ['a', 4],
      ['b', 6],
    ]);
  });

  it('at the commit makes the SDK run the transaction again, up to four times in all', async () => {
    await fault({ kind: 'conflict', match: 'database.commitTransaction', times: 3 });
    expect(await ledger('transfer', { from: 'a', to: 'b' })).toEqual({ ok: true, data: 'moved' });
    expect(numbers()).toEqual([
      ['a', 4],
      ['b', 6],
    ]);
    await fault({ kind: 'conflict', match: 'database.commitTransaction', times: 4 });
    expect(await ledger('transfer', { from: 'a', to: 'b' })).toMatchObject({
      ok: false,
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    expect(numbers()).toEqual([
      ['a', 4],
      ['b', 6],
    ]);
  });

  it('does not touch what is outside a transaction', async () => {
    await fault({ kind: 'conflict' });
    expect(await ledger('increment', { id: 'a' })).toMatchObject({ ok: true });
    expect(await cloud.control('/local/faults')).toHaveLength(1);
  });
});

describe('time-outs of an operation', () => {
  it('before: it never ran', async () => {
    await fault({ kind: 'timeout-before', match: 'database.modifyDocument notes' });
    expect(await ledger('increment', { id: 'a' })).toMatchObject({ ok: false });
    expect(numbers()).toEqual([
      ['a', 5],
      ['b', 5],
    ]);
  });

  it('after: it ran, and only its reply was lost', async () => {
    await fault({ kind: 'timeout-after', match: 'database.modifyDocument notes' });
    expect(await ledger('increment', { id: 'a' })).toMatchObject({ ok: false });
    expect(numbers()).toEqual([
      ['a', 6],
      ['b', 5],
    ]);
  });

  it('are the same from inside the function', async () => {
    await fault({ kind: 'timeout-before', match: 'database.modifyDocument' });
    const before = await ledger('increment', { id: 'a' });
    await fault({ kind: 'timeout-after', match: 'database.modifyDocument' });
    expect(await ledger('increment', { id: 'a' })).toEqual(before);
    expect(before.errCode).toBe(-501002);
    expect(before.errMsg).toContain('it may have run');
  });
});

describe('time-outs of a call', () => {
  it('before: the function never ran', async () => {
    await fault({ kind: 'timeout-before', match: 'function ledger increment' });
    expect(await cloud.call('ledger', { name: 'increment', id: 'a' }, 'oME')).toMatchObject({
      status: 504,
      body: { errCode: -404012 },
    });
    expect(numbers()).toEqual([
      ['a', 5],
      ['b', 5],
    ]);
  });

  it('after: it ran once, and the next call is answered', async () => {
    await fault({ kind: 'timeout-after', match: 'function ledger increment', openid: 'oME' });
    expect(await cloud.call('ledger', { name: 'increment', id: 'a' }, 'oOTHER')).toMatchObject({ status: 200 });
    expect(await cloud.call('ledger', { name: 'increment', id: 'a' }, 'oME')).toMatchObject({
      status: 504,
      body: { errCode: -404012 },
    });
    expect(await cloud.call('ledger', { name: 'increment', id: 'a' }, 'oME')).toMatchObject({ status: 200 });
    expect(numbers()).toEqual([
      ['a', 8],
      ['b', 5],
    ]);
  });
});

describe('time-outs inside a function', () => {
  it('of a nested call: before, it never ran; after, it ran', async () => {
    const nested = () =>
      cloud.invoke(
        'relay',
        { caught: true, depth: 1, through: 'ledger', data: { name: 'increment', id: 'a' } },
        { openid: 'oME' },
      );
    await fault({ kind: 'timeout-before', match: 'function ledger increment', inside: 'relay' });
    expect(await nested()).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('it may have run') as string });
    expect(numbers()[0]).toEqual(['a', 5]);
    await fault({ kind: 'timeout-after', match: 'function ledger increment', inside: 'relay' });
    expect(await nested()).toMatchObject({ errCode: -1 });
    expect(numbers()[0]).toEqual(['a', 6]);
  });

  it('of storage', async () => {
    await fault({ kind: 'timeout-after', match: 'storage.batchDeleteFile' });
    await expect(cloud.invoke('files', { cloudPath: 'lost.txt', text: 'x' }, {})).rejects.toMatchObject({
      message: expect.stringContaining('it may have run') as string,
    });
    expect(
      await cloud.control('/local/file-urls', { fileList: ['cloud://local-env.6c6f-local-env-1250000000/lost.txt'] }),
    ).toMatchObject({ fileList: [{ status: -503003 }] });
  });
});

describe('duplicate delivery', () => {
  it.each([false, true])('runs a call twice and answers once (together: %s)', async (together) => {
    await fault({ kind: 'duplicate-delivery', match: 'function ledger', together });
    expect(await cloud.call('ledger', { name: 'increment', id: 'a' }, 'oME')).toMatchObject({
      status: 200,
      body: { ok: true },
    });
    expect(numbers()).toEqual([
      ['a', 7],
      ['b', 5],
    ]);
    expect((await cloud.trace(10)).map((trace) => trace.name)).toEqual(['ledger', 'ledger']);
  });

  it('delivers a push twice', async () => {
    await fault({ kind: 'duplicate-delivery', match: 'push events subscribe_msg_popup_event' });
    await cloud.control('/local/subscribe', { openid: 'oME', templateIds: ['T'] });
    expect(cloud.database.browse('pushes', { limit: 10 })).toHaveLength(2);
  });
});

describe('a failing open API', () => {
  const send = async () =>
    (await cloud.invoke(
      'wechat',
      { api: 'subscribeMessage.send', data: { touser: 'oME', templateId: 'T', data: { thing1: { value: '好' } } } },
      { openid: 'oME' },
    )) as { errCode: number; errMsg: string };

  it('answers the chosen error as often as it was asked to', async () => {
    await cloud.control('/local/subscribe', { openid: 'oME', templateIds: ['T'] });
    await fault({
      kind: 'openapi',
      match: 'subscribeMessage.send',
      errcode: 45009,
      errmsg: 'reach max api daily quota limit',
      times: 2,
    });
    expect([await send(), await send(), await send()].map((reply) => reply.errCode)).toEqual([45009, 45009, 0]);
  });

  it('times out before or after it did its work', async () => {
    await cloud.control('/local/subscribe', { openid: 'oME', templateIds: ['T'] });
    await fault({ kind: 'timeout-before', match: 'openapi subscribeMessage.send' });
    await fault({ kind: 'timeout-after', match: 'openapi subscribeMessage.send' });
    expect([await send(), await send(), await send()].map((reply) => reply.errCode)).toEqual([-604102, -604102, 43101]);
  });
});

it('refuses a fault that it does not know, and forgets what was planned', async () => {
  expect(await fault({ kind: 'earthquake' })).toHaveProperty('error');
  await fault({ kind: 'timeout-before' });
  expect(await cloud.control('/local/faults', undefined, 'DELETE')).toEqual({ faults: [] });
  expect(await cloud.call('ledger', { name: 'get', id: 'a' })).toMatchObject({ status: 200 });
});
