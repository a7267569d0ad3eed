import type { Routes } from '../../../cloudfunctions/core/platform/endpoint';
import { done, refuse, type Result } from '../../../cloudfunctions/core/platform/result';
import { createRouter, type Gate, type KnowsRequest } from '../../../cloudfunctions/core/platform/router';
import { object, requestId, v } from '../../../cloudfunctions/core/platform/validation';
import type { SessionView } from '../../../miniprogram/contracts/person';
import { collection, DuplicateValue, type Stored } from '../../../cloudfunctions/core/platform/database';
import type { RequestRecord } from '../../../cloudfunctions/core/platform/request';
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
    idempotency: 'noted',
    run: (context, actor, input) => {
      runs += 1;
      seen.push({ input, actor, request: context.request });
      return answer();
    },
  },
};

/** What the gate noted, by caller, and the keys of requests that documents hold. */
const noted = new Map<string, RequestRecord[]>();
const inDocuments = new Set<string>();
let noteFails = false;
const gate: Gate<Caller> = {
  identify: async ({ openid }) => ({ openid }),
  authorize: (actor) => (actor.openid === 'o_denied' ? refuse('FORBIDDEN') : done(actor)),
  recentRequests: ({ openid }) => noted.get(openid) ?? [],
  note: async ({ openid, request }) => {
    if (noteFails) throw new Error('gone');
    noted.set(openid, [...(noted.get(openid) ?? []), request]);
  },
};

const knowsRequest: readonly KnowsRequest[] = [
  async () => false,
  async ({ request }) => inDocuments.has(request.requestKey),
];

function setUp() {
  const services = testServices();
  return { services, call: createRouter({ routes, gate, services, knowsRequest }) };
}
const event = (elder: unknown = true, id = 'request-0001') => ({
  name: 'person.saveSettings',
  input: { elder, requestId: id },
});

beforeEach(() => {
  runs = 0;
  seen.length = 0;
  noted.clear();
  inDocuments.clear();
  noteFails = false;
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
  const things = collection<Stored & { readonly read: number }>('things');
  const reads: string[] = [];
  const database = emptyDatabase(async (_from, id) => ({ _id: id, read: reads.push(id) }));
  const answered: unknown[] = [];
  const ahead: Partial<Routes<Caller>> = {
    'order.get': {
      name: 'order.get',
      input: object({ orderId: v.string() }),
      identity: 'caller',
      idempotency: 'read',
      prefetch: ({ orderId }) => ({ from: things, id: orderId }),
      run: async (context) => {
        for (const id of ['one', 'one', 'other']) answered.push(await context.database.get(things, id));
        return refuse('NOT_FOUND', 'orderId');
      },
    },
  };

  it('is read once with the login, and again when it is asked for again', async () => {
    await createRouter({ routes: ahead, gate, services: testServices({ database }), knowsRequest })(
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
      await createRouter({ routes: ahead, gate, services: testServices({ database }), knowsRequest })(
        { name: 'order.get', input: { orderId: 'one' } },
        'o_denied',
      ),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a repeated request', () => {
  it('runs again, for the endpoint to answer as things stand, and is noted once', async () => {
    const { call } = setUp();
    await call(event(), 'o_real');
    answer = async () => done({ ...session, elder: true });
    expect(await call(event(), 'o_real')).toEqual({ ok: true, data: { ...session, elder: true } });
    expect([runs, noted.get('o_real')?.length]).toEqual([2, 1]);
  });

  it('with other input is refused before it runs; from another person it is another request', async () => {
    const { call } = setUp();
    await call(event(true), 'o_real');
    expect(await call(event(false), 'o_real')).toEqual({
      ok: false,
      code: 'REQUEST_REUSED',
      field: 'requestId',
      requestId: 'request-0001',
    });
    expect(await call(event(false), 'o_other')).toMatchObject({ ok: true });
    expect(runs).toBe(2);
  });

  it('whose id moved an order is refused', async () => {
    const { call } = setUp();
    await call(event(true), 'o_real');
    inDocuments.add(noted.get('o_real')?.[0]?.requestKey ?? '');
    expect(await call(event(true), 'o_real')).toMatchObject({ code: 'REQUEST_REUSED', field: 'requestId' });
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

  it('that could not be noted is answered all the same, and logged', async () => {
    const { call, services } = setUp();
    noteFails = true;
    expect(await call(event(), 'o_real')).toEqual({ ok: true, data: session });
    expect(services.lines).toEqual([expect.objectContaining({ event: 'noting', requestId: 'request-0001' })]);
  });
});
