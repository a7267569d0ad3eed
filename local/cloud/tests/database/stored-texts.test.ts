import { Binary, EJSON, ObjectId } from 'bson';
import { openDatabase, type Caller, type Database } from '../../database';
import { readEjson, writeEjson } from '../../database/values/ejson';
import type { Value } from '../../database/values/value';

const moments = [0, 999, 1_000, 1_700_000_000_000, -1, -86_400_000, 253_402_318_799_999, 253_402_318_800_000];
const values: readonly Value[] = [
  {},
  { text: '行\n"\u0000\u2028', number: -0, fraction: 1.5, large: 2 ** 53, yes: true, nothing: null },
  { notANumber: Number.NaN, endless: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] },
  ...moments.map((ms) => ({ at: new Date(ms), list: [{ at: new Date(ms) }, 1, [new Date(ms)]] })),
  { id: new ObjectId('0123456789abcdef01234567'), bytes: new Binary(Buffer.from('bytes')), match: /^a.b$/i },
  { deep: { deeper: { list: [{ plain: 1 }, { tagged: /x/ }] } }, plain: { list: [1, 'two', null] } },
];

describe('a text of a document', () => {
  it.each(values.map((value) => [EJSON.stringify(value as object, { relaxed: true }), value] as const))(
    'is what the library writes: %s',
    (text, value) => {
      expect(writeEjson(value)).toBe(text);
      expect(writeEjson(readEjson(text))).toBe(text);
    },
  );

  it('leaves what it was made of as it was', () => {
    const at = new Date(5);
    const document = { at, list: [at] };
    writeEjson(document);
    expect(document).toEqual({ at: new Date(5), list: [new Date(5)] });
    expect(document.at).toBe(at);
  });
});

describe('a document that was asked for before', () => {
  const caller: Caller = { token: 'caller', strict: true, record: () => undefined };
  let database: Database;
  beforeEach(() => {
    database = openDatabase({ file: ':memory:', now: () => new Date(), duplicateKeyForm: 'E11000' });
    database.createCollection('things');
    database.createIndex('things', { name: 'number', fields: [{ name: 'number', direction: 1 }], unique: true });
    database.load('things', [{ _id: 'a', number: 1 }]);
  });
  afterEach(() => {
    database.close();
  });

  const ask = (action: string, request: object = {}) =>
    database.handle({ action: `database.${action}`, collectionName: 'things', ...request }, caller);
  const byId = (id: string) => ({ queryType: 'DOC', query: JSON.stringify({ _id: id }) });
  const read = async (id: string): Promise<unknown> => {
    const reply = await ask('getDocument', byId(id));
    return 'data' in reply ? (reply.data as { list: string[] }).list.map((text) => JSON.parse(text) as unknown) : reply;
  };
  const set = (id: string, fields: object, more = {}) =>
    ask('modifyDocument', { ...byId(id), data: JSON.stringify({ $set: fields }), ...more });

  it('is read as it was changed, removed and put back', async () => {
    expect(await read('a')).toEqual([{ _id: 'a', number: 1 }]);
    await set('a', { number: 2 });
    expect(await read('a')).toEqual([{ _id: 'a', number: 2 }]);
    database.keep('before');
    await ask('removeDocument', byId('a'));
    expect(await read('a')).toEqual([]);
    database.restore('before');
    expect(await read('a')).toEqual([{ _id: 'a', number: 2 }]);
    database.reset();
    database.createCollection('things');
    expect(await read('a')).toEqual([]);
  });

  it('is read as it was when what was written beside it is taken back', async () => {
    const twice = [
      { _id: 'b', number: 7 },
      { _id: 'c', number: 7 },
    ];
    expect(() => database.load('things', twice)).toThrow('duplicate key');
    expect(await read('b')).toEqual([]);
    expect(await read('a')).toEqual([{ _id: 'a', number: 1 }]);
  });

  it('is read in a transaction as it was when that began', async () => {
    const started = await ask('startTransaction');
    const transactionId = 'transactionId' in started ? started.transactionId : undefined;
    await set('a', { number: 5 });
    const inside = await ask('getDocument', { ...byId('a'), transactionId });
    expect(inside).toMatchObject({ data: { list: ['{"_id":"a","number":1}'] } });
    expect(await read('a')).toEqual([{ _id: 'a', number: 5 }]);
    await ask('abortTransaction', { transactionId });
  });
});
