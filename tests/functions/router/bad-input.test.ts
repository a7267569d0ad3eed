import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files'] });
  await cloud.control('/local/content-rules', { risky: ['坏话'] });
});
afterAll(() => cloud.close());

const marker = 'LEAK13899990000';
const huge = `${marker}${'x'.repeat(1_048_576)}`;
const requestId = () => newRequest();
const collections = () => cloud.database.describe().map(({ name }) => [name, cloud.stored(name)]);

interface Bad {
  readonly what: string;
  readonly openid: string;
  readonly name: string;
  readonly input: unknown;
  readonly code: string;
  readonly field?: string;
}

const wrongInputs: Bad[] = [
  {
    what: 'an operator for a string',
    openid: 'o_worker',
    name: 'card.get',
    input: { token: { $gt: '' } },
    code: 'INVALID_INPUT',
    field: 'token',
  },
  {
    what: 'a list for a string',
    openid: 'o_worker',
    name: 'card.issue',
    input: { placeId: [marker], size: 'large', requestId: requestId() },
    code: 'INVALID_INPUT',
    field: 'placeId',
  },
  {
    what: 'a number for a string',
    openid: 'o_worker',
    name: 'person.switchHat',
    input: { hat: 5, requestId: requestId() },
    code: 'INVALID_INPUT',
    field: 'hat',
  },
  {
    what: 'a text for a switch',
    openid: 'o_worker',
    name: 'person.saveSettings',
    input: { elder: marker, requestId: requestId() },
    code: 'INVALID_INPUT',
    field: 'elder',
  },
  {
    what: 'a word outside the list',
    openid: 'o_worker',
    name: 'card.issue',
    input: { placeId: 'qinghe_g1', size: marker, requestId: requestId() },
    code: 'INVALID_INPUT',
    field: 'size',
  },
  {
    what: 'a template outside the list',
    openid: 'o_worker',
    name: 'message.grant',
    input: { accepted: ['order-news', marker], requestId: requestId() },
    code: 'INVALID_INPUT',
    field: 'accepted.1',
  },
  {
    what: '1 MB of text',
    openid: 'o_worker',
    name: 'card.reissue',
    input: { token: 'Card7Courtyard1East', reason: huge, requestId: requestId() },
    code: 'INVALID_INPUT',
    field: 'reason',
  },
  {
    what: '1 MB as a request id',
    openid: 'o_worker',
    name: 'person.saveSettings',
    input: { elder: true, requestId: huge },
    code: 'INVALID_INPUT',
    field: 'requestId',
  },
  {
    what: 'an unknown key',
    openid: 'o_worker',
    name: 'person.getSession',
    input: { admin: true },
    code: 'INVALID_INPUT',
    field: 'admin',
  },
  {
    what: 'a key of the prototype',
    openid: 'o_worker',
    name: 'person.getSession',
    input: JSON.parse('{"__proto__":{"admin":true}}'),
    code: 'INVALID_INPUT',
    field: '__proto__',
  },
  {
    what: 'another key of the prototype',
    openid: 'o_worker',
    name: 'person.getSession',
    input: { constructor: { prototype: {} } },
    code: 'INVALID_INPUT',
    field: 'constructor',
  },
  {
    what: 'a missing request id',
    openid: 'o_worker',
    name: 'person.saveSettings',
    input: { elder: true },
    code: 'INVALID_INPUT',
    field: 'requestId',
  },
  {
    what: 'null for everything',
    openid: 'o_worker',
    name: 'message.markRead',
    input: { messageIds: null, requestId: null },
    code: 'INVALID_INPUT',
    field: 'messageIds',
  },
  {
    what: 'a text for the input',
    openid: 'o_worker',
    name: 'message.markRead',
    input: marker,
    code: 'INVALID_INPUT',
    field: '',
  },
  {
    what: 'an endpoint that is none',
    openid: 'o_worker',
    name: marker,
    input: {},
    code: 'INVALID_INPUT',
    field: 'name',
  },
  {
    what: 'a method of objects as endpoint',
    openid: 'o_worker',
    name: 'toString',
    input: {},
    code: 'INVALID_INPUT',
    field: 'name',
  },
  {
    what: 'a forged hat',
    openid: 'o_resident',
    name: 'person.switchHat',
    input: { hat: 'secretary@qinghe', requestId: requestId() },
    code: 'FORBIDDEN',
    field: 'hat',
  },
  {
    what: 'a text that must not stand',
    openid: 'o_worker',
    name: 'card.reissue',
    input: { token: 'Card7Courtyard1East', reason: `坏话 ${marker}`, requestId: requestId() },
    code: 'CONTENT_REFUSED',
    field: 'reason',
  },
  {
    what: 'another community’s card',
    openid: 'o_worker',
    name: 'card.getCode',
    input: { token: 'CardLiuyuan00001' },
    code: 'NOT_FOUND',
    field: 'token',
  },
];

describe('bad input', () => {
  it.each(wrongInputs)(
    '$what to $name: $code by its field, nothing written, nothing logged',
    async ({ openid, name, input, code, field }) => {
      const before = collections();
      const reply = await cloud.tryAs(openid, name, input);
      expect(reply).toEqual({ ok: false, code, ...(field !== undefined && { field }), requestId: expect.any(String) });
      expect(JSON.stringify(reply).length).toBeLessThan(300);
      expect(collections()).toEqual(before);
      expect((await cloud.lastCall()).writes).toBe(0);
      expect(JSON.stringify([cloud.lines, (await cloud.lastCall()).logs])).not.toContain(marker);
    },
  );

  it('is refused before anything is read', async () => {
    for (const { openid, name, input, code } of wrongInputs.filter((bad) => bad.code === 'INVALID_INPUT')) {
      expect(await cloud.tryAs(openid, name, input)).toMatchObject({ code });
      expect((await cloud.lastCall()).reads).toBe(0);
    }
  });
});

describe('an order', () => {
  let mine: { orderId: string; version: number };
  beforeAll(async () => {
    mine = await cloud.getAs('o_resident', 'order.create', {
      category: 'repair',
      words: '水龙头漏水',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    });
  });

  const refused = async (openid: string, name: string, input: object): Promise<unknown[]> => {
    const before = collections();
    const reply = await cloud.tryAs(openid, name, input);
    expect(collections()).toEqual(before);
    expect((await cloud.lastCall()).logs.join('')).not.toContain(marker);
    return reply.ok ? ['ok'] : [reply.code, reply.field];
  };
  const move = (more: object = {}) => ({
    orderId: mine.orderId,
    version: mine.version,
    requestId: newRequest(),
    ...more,
  });

  it('of somebody else, or of another community, is not found', async () => {
    expect(await refused('o_elsewhere', 'order.get', { orderId: mine.orderId })).toEqual(['NOT_FOUND', 'orderId']);
    expect(await refused('o_strangerSecretary', 'order.get', { orderId: mine.orderId })).toEqual([
      'NOT_FOUND',
      'orderId',
    ]);
    expect(await refused('o_elsewhere', 'order.cancel', move({ reason: 'other' }))).toEqual(['NOT_FOUND', 'orderId']);
    expect(await refused('o_strangerWorker', 'order.dispatch', move({ memberIds: ['p_strangerWorker'] }))).toEqual([
      'NOT_FOUND',
      'orderId',
    ]);
    expect(await refused('o_worker', 'order.get', { orderId: 'oNoSuchOrder00000000' })).toEqual([
      'NOT_FOUND',
      'orderId',
    ]);
  });

  it('with a stale version is refused by it', async () => {
    expect(
      await refused('o_worker', 'order.dispatch', move({ version: mine.version + 1, memberIds: ['p_member'] })),
    ).toEqual(['STALE_VERSION', 'version']);
    expect(await refused('o_resident', 'order.cancel', move({ version: 0, reason: 'other' }))).toEqual([
      'STALE_VERSION',
      'version',
    ]);
  });

  it('moved in a hat that may not, is refused', async () => {
    expect(await refused('o_resident', 'order.dispatch', move({ memberIds: ['p_member'] }))).toEqual([
      'FORBIDDEN',
      undefined,
    ]);
    expect(await refused('o_nobody', 'order.get', { orderId: mine.orderId })).toEqual(['NOT_SIGNED_IN', undefined]);
  });

  it('whose words must not stand, or cannot be checked, is not made', async () => {
    const create = (words: string) =>
      refused('o_resident', 'order.create', {
        category: 'repair',
        words,
        when: 'any',
        fileIds: [],
        requestId: newRequest(),
      });
    expect(await create(`坏话 ${marker}`)).toEqual(['CONTENT_REFUSED', 'words']);
    await cloud.control('/local/faults', { kind: 'openapi', match: 'security.msgSecCheck', errcode: -1 });
    expect(await create(`好话 ${marker}`)).toEqual(['CONTENT_UNCHECKED', undefined]);
  });
});
