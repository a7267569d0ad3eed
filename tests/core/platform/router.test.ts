import type { Routes } from '../../../cloudfunctions/core/platform/endpoint';
import { done, refuse, type Result } from '../../../cloudfunctions/core/platform/result';
import { createRouter, type Gate } from '../../../cloudfunctions/core/platform/router';
import { object, requestId, v } from '../../../cloudfunctions/core/platform/validation';
import type { SessionView } from '../../../miniprogram/contracts/person';
import { mapDatabase, testServices } from '../../support/services';

interface Caller {
  readonly openid: string;
}

const session: SessionView = { hats: [], hat: 'anonymous', elder: false, unread: 0 };
let runs = 0;
let answer: () => Promise<Result<SessionView>>;
const seen: unknown[] = [];

const routes: Partial<Routes<Caller>> = {
  'person.settings': {
    name: 'person.settings', input: object({ elder: v.boolean(), requestId }), identity: 'caller', idempotency: 'requests',
    run: (context, actor, input) => {
      runs += 1;
      seen.push({ input, actor, inputHash: context.inputHash });
      return answer();
    },
  },
};
const gate: Gate<Caller> = {
  identify: async ({ openid }) => ({ openid }),
  admit: (actor) => (actor.openid === 'o_denied' ? refuse('FORBIDDEN') : done(actor)),
};

function setUp() {
  const database = mapDatabase();
  const services = testServices({ database });
  return { database, services, call: createRouter({ routes, gate, services }) };
}
const event = (elder: unknown = true, id = 'request-0001') => ({ name: 'person.settings', input: { elder, requestId: id } });

beforeEach(() => {
  runs = 0;
  seen.length = 0;
  answer = async () => done(session);
});

describe('the router', () => {
  it('answers with the data, and gives the endpoint the openid of the cloud alone', async () => {
    const { call } = setUp();
    const forged = { ...event(), openid: 'o_forged', userInfo: { openId: 'o_forged' }, hat: 'secretary@qinghe' };
    expect(await call(forged, 'o_real')).toEqual({ ok: true, data: session });
    expect(seen).toEqual([{ input: { elder: true, requestId: 'request-0001' }, actor: { openid: 'o_real' }, inputHash: expect.stringMatching(/^[0-9a-f]{24}$/) }]);
  });

  it.each([undefined, null, 'text', 5, [], {}, { name: 'order.fly' }, { name: '__proto__' }, { name: 'constructor' }, { name: { $gt: '' } }])(
    'refuses the event %j by the name', async (bad) => {
      const { call } = setUp();
      expect(await call(bad, 'o_real')).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'name' });
    });

  it('names the field of a bad input, before anybody is identified', async () => {
    const { call, database } = setUp();
    expect(await call(event({ $gt: '' }), undefined)).toEqual({ ok: false, code: 'INVALID_INPUT', field: 'elder', requestId: 'request-0001' });
    expect(database.documents.size).toBe(0);
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
    answer = () => Promise.reject(Object.assign(new Error('collection.add:fail -502001 E11000 dup key { phone: "13800000000" }'), { errCode: -502001 }));
    expect(await call(event(), 'o_real')).toEqual({ ok: false, code: 'INTERNAL', requestId: 'request-0001' });
    expect(services.lines).toEqual([expect.objectContaining({
      level: 'error', event: 'unexpected', endpoint: 'person.settings', requestId: 'request-0001', errCode: -502001, call: 'collection.add', serverCode: 'E11000',
    })]);
    expect(JSON.stringify(services.lines)).not.toMatch(/13800000000|o_real|elder/);
  });
});

describe('a repeated request', () => {
  it('gets the first answer without a second run', async () => {
    const { call } = setUp();
    await call(event(), 'o_real');
    answer = async () => done({ ...session, elder: true });
    expect(await call(event(), 'o_real')).toEqual({ ok: true, data: session });
    expect(runs).toBe(1);
  });

  it('with other input is refused; from another person it is another request', async () => {
    const { call } = setUp();
    await call(event(true), 'o_real');
    expect(await call(event(false), 'o_real')).toEqual({ ok: false, code: 'REQUEST_REUSED', field: 'requestId', requestId: 'request-0001' });
    expect(await call(event(false), 'o_other')).toMatchObject({ ok: true });
    expect(runs).toBe(2);
  });

  it('after a refusal runs afresh, also with other input', async () => {
    const { call } = setUp();
    answer = async () => refuse('CONTENT_REFUSED', 'words');
    expect(await call(event(true), 'o_real')).toMatchObject({ code: 'CONTENT_REFUSED', field: 'words' });
    answer = async () => done(session);
    expect(await call(event(false), 'o_real')).toMatchObject({ ok: true });
  });

  it('whose first run broke down runs again', async () => {
    const { call } = setUp();
    answer = () => Promise.reject(new Error('gone'));
    await call(event(), 'o_real');
    answer = async () => done(session);
    expect(await call(event(), 'o_real')).toEqual({ ok: true, data: session });
    expect(runs).toBe(2);
  });
});
