import type { Routes } from '../../../cloudfunctions/core/platform/endpoint';
import { done, refuse, type Result } from '../../../cloudfunctions/core/platform/result';
import {
  createRouter,
  type ClaimRequest,
  type Gate,
  type KnowsRequest,
} from '../../../cloudfunctions/core/platform/router';
import { object, requestId, v } from '../../../cloudfunctions/core/platform/validation';
import type { SessionView } from '../../../miniprogram/contracts/person';
import { collection, DuplicateValue, type Stored } from '../../../cloudfunctions/core/platform/database';
import { emptyDatabase, testServices } from '../../support/services';

interface Caller {
  readonly openid: string;
}

const session: SessionView = { hats: [], hat: 'anonymous', elder: false, unread: 0 };
let runs = 0;
let answer: () => Promise<Result<SessionView>>;
const seen: unknown[] = [];

const routes: Partial<Routes<Caller>> = {
  'person.saveSettings': {
    name: 'person.saveSettings',
    input: object({ elder: v.boolean(), requestId }),
    identity: 'caller',
    idempotency: 'claimed',
    run: async (context, actor, input) => {
      runs += 1;
      seen.push({ input, actor, request: context.request });
      const result = await answer();
      if (result.ok) await Promise.all([1, 2].map(() => context.database.insert(things, { _id: 'one' })));
      return result;
    },
  },
};

/** What was claimed and written, and the keys of requests that documents hold. */
const things = collection<Stored>('things');
const claimed = new Map<string, string>();
const inDocuments = new Set<string>();
let claims = 0;
let written = 0;
const gate: Gate<Caller> = {
  identify: async ({ openid }) => ({ caller: { openid } }),
  authorize: (actor) => (actor.openid === 'o_denied' ? refuse('FORBIDDEN') : done(actor)),
  recentRequests: () => [],
};
const claimRequest: ClaimRequest = async ({ request: { requestKey, inputHash } }) => {
  claims += 1;
  if (inDocuments.has(requestKey)) throw new DuplicateValue();
  const before = claimed.get(requestKey);
  claimed.set(requestKey, before ?? inputHash);
  return before === undefined || before === inputHash;
};
const insert = async () => {
  written += 1;
  return true;
};

const knowsRequest: readonly KnowsRequest[] = [];

function setUp() {
  const services = testServices({ database: { insert } as never });
  return { services, call: createRouter({ routes, gate, services, knowsRequest, claimRequest }) };
}
const event = (elder: unknown = true, id = 'request-0001') => ({
  name: 'person.saveSettings',
  input: { elder, requestId: id },
});

beforeEach(() => {
  runs = 0;
  seen.length = 0;
  claimed.clear();
  inDocuments.clear();
  claims = 0;
  written = 0;
  answer = async () => done(session);
});

describe('the router', () => {
  it('answers with the data, and gives the endpoint the openid of the cloud alone', async () => {
    const { call } = setUp();
    const forged = { ...event(), openid: 'o_forged', userInfo: { openId: 'o_forged' }, hat: 'secretary@qinghe' };
    expect(await call(forged, 'o_real')).toEqual({ ok: true, data: session });
    expect(seen).toEqual([
      {
        input: { elder: true, requestId: 'request-0001' },
        actor: { openid: 'o_real' },
        request: {
          requestKey: expect.stringMatching(/^[0-9A-Za-z]{20}$/),
          inputHash: expect.stringMatching(/^[0-9a-f]{24}$/),
        },
      },
    ]);
  });

  it.each([
    undefined,
    null,
    'text',
    5,
    [],
    {},
    { name: 'order.fly' },
    { name: '__proto__' },
    { name: 'constructor' },
    { name: { $gt: '' } },
  ])('refuses the event %j by the name', async (bad) => {
    const { call } = setUp();
    expect(await call(bad, 'o_real')).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'name' });
  });

  it('names the field of a bad input, before anybody is identified', async () => {
    const { call } = setUp();
    expect(await call(event({ $gt: '' }), undefined)).toEqual({
      ok: false,
      code: 'INVALID_INPUT',
      field: 'elder',
      requestId: 'request-0001',
    });
    expect(runs).toBe(0);
  });

  it('knows nobody without an openid, and asks the gate before it runs', async () => {
    const { call } = setUp();
    expect(await call(event(), undefined)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await call(event(), '')).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await call(event(), 'o_denied')).toMatchObject({ code: 'FORBIDDEN' });
    expect(runs).toBe(0);
  });

  it('logs the unexpected once, as one line without anything of the input, and answers INTERNAL', async () => {
    const { call, services } = setUp();
    answer = () =>
      Promise.reject(
        Object.assign(new Error('collection.add:fail -502001 E11000 dup key { phone: "13800000000" }'), {
          errCode: -502001,
        }),
      );
    expect(await call(event(), 'o_real')).toEqual({ ok: false, code: 'INTERNAL', requestId: 'request-0001' });
    expect(services.lines).toEqual([
      expect.objectContaining({
        level: 'error',
        event: 'unexpected',
        endpoint: 'person.saveSettings',
        requestId: 'request-0001',
        errCode: -502001,
        call: 'collection.add',
        serverCode: 'E11000',
      }),
    ]);
    expect(JSON.stringify(services.lines)).not.toMatch(/13800000000|o_real|elder/);
  });
});

describe('a document that is read ahead', () => {
  const readThings = collection<Stored & { readonly read: number }>('things');
  const reads: string[] = [];
  const database = emptyDatabase(async (_from, id) => ({ _id: id, read: reads.push(id) }));
  const answered: unknown[] = [];
  const ahead: Partial<Routes<Caller>> = {
    'order.get': {
      name: 'order.get',
      input: object({ orderId: v.string() }),
      identity: 'caller',
      idempotency: 'read',
      prefetch: ({ orderId }) => ({ from: readThings, id: orderId }),
      run: async (context) => {
        for (const id of ['one', 'one', 'other']) answered.push(await context.database.get(readThings, id));
        return refuse('NOT_FOUND', 'orderId');
      },
    },
  };

  it('is read once with the login, and again when it is asked for again', async () => {
    await createRouter({ routes: ahead, gate, services: testServices({ database }), knowsRequest, claimRequest })(
      { name: 'order.get', input: { orderId: 'one' } },
      'o_real',
    );
    expect(answered).toEqual([
      { _id: 'one', read: 1 },
      { _id: 'one', read: 2 },
      { _id: 'other', read: 3 },
    ]);
  });

  it('reaches nobody who may not call', async () => {
    expect(
      await createRouter({ routes: ahead, gate, services: testServices({ database }), knowsRequest, claimRequest })(
        { name: 'order.get', input: { orderId: 'one' } },
        'o_denied',
      ),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a repeated request', () => {
  it('runs again, for the endpoint to answer as things stand, and claims its id again', async () => {
    const { call } = setUp();
    await call(event(), 'o_real');
    answer = async () => done({ ...session, elder: true });
    expect(await call(event(), 'o_real')).toEqual({ ok: true, data: { ...session, elder: true } });
    expect([runs, claims, claimed.size, written]).toEqual([2, 2, 1, 4]);
  });

  it('with other input is refused before it writes; from another person it is another request', async () => {
    const { call } = setUp();
    await call(event(true), 'o_real');
    expect(await call(event(false), 'o_real')).toEqual({
      ok: false,
      code: 'REQUEST_REUSED',
      field: 'requestId',
      requestId: 'request-0001',
    });
    expect(written).toBe(2);
    expect(await call(event(false), 'o_other')).toMatchObject({ ok: true });
  });

  it('whose id moved an order is refused', async () => {
    const { call } = setUp();
    await call(event(true), 'o_real');
    inDocuments.add([...claimed.keys()][0] ?? '');
    written = 0;
    expect(await call(event(true), 'o_real')).toMatchObject({ code: 'REQUEST_REUSED', field: 'requestId' });
    expect(written).toBe(0);
  });

  it('whose id a unique index knows from another document is refused, and no error is logged', async () => {
    const { call, services } = setUp();
    answer = () => Promise.reject(new DuplicateValue());
    expect(await call(event(), 'o_real')).toMatchObject({ code: 'REQUEST_REUSED', field: 'requestId' });
    expect(services.lines).toEqual([]);
  });

  it('after a refusal runs afresh, also with other input', async () => {
    const { call } = setUp();
    answer = async () => refuse('CONTENT_REFUSED', 'words');
    expect(await call(event(true), 'o_real')).toMatchObject({ code: 'CONTENT_REFUSED', field: 'words' });
    answer = async () => done(session);
    expect(await call(event(false), 'o_real')).toMatchObject({ ok: true });
  });
});
