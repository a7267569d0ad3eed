import { rejection, startSdk, type SdkOnDatabase } from '../../support/database-sdk';
import { at, refusedWith, sampleDocument, type Cases, type Refusal } from './case';

/** Operators of MongoDB's reference that have no page in the cloud's documentation: written as they are sent. */
let sdk: SdkOnDatabase;
beforeAll(async () => {
  sdk = await startSdk({ now: () => new Date('2026-11-28T01:00:00Z') });
  await sdk.db.createCollection('samples');
  sdk.database.load('samples', [sampleDocument]);
});
afterAll(async () => {
  await sdk.close();
});

const zone = 'Asia/Shanghai';
const cases: Cases = {
  $convert: [
    [{ input: '12', to: 'int' }, 12],
    [{ input: '$missing', to: 'int', onNull: 'none' }, 'none'],
    [{ input: '$text', to: 16, onError: 'wrong' }, 'wrong'],
    [{ input: '$text', to: 'int' }, refusedWith("Failed to parse number 'Hello'")],
    [{ input: '$text', to: 'word' }, refusedWith('Unknown type name: "word"')],
    [{ input: '$text' }, refusedWith("Missing 'to' parameter to $convert")],
  ],
  $toBool: [
    ['$zero', false],
    ['$blank', true],
    ['$nil', null],
  ],
  $toDate: [
    ['2019-05-14T09:38:51.686Z', at],
    [0, new Date(0)],
    ['$missing', null],
    ['abc', refusedWith("Error parsing date string 'abc'")],
  ],
  $toInt: [
    [['$seven'], 7],
    [1.9, 1],
    ['$yes', 1],
    ['$missing', null],
    ['1.5', refusedWith("Failed to parse number '1.5'")],
    ['$at', refusedWith('Unsupported conversion from date to int')],
    [3e9, refusedWith('Conversion would overflow target type')],
  ],
  $toLong: [['$at', at.getTime()]],
  $toDouble: [['1.5', 1.5]],
  $toString: [
    ['$seven', '7'],
    ['$at', at.toISOString()],
    ['$nil', null],
    ['$object', refusedWith('Unsupported conversion from object to string')],
  ],
  $toObjectId: [
    ['$nil', null],
    ['abc', refusedWith("Failed to parse objectId 'abc'")],
  ],
  $regexMatch: [
    [{ input: '$text', regex: '^h', options: 'i' }, true],
    [{ input: '$missing', regex: 'a' }, false],
    [{ input: '$seven', regex: 'a' }, refusedWith("needs 'input' to be of type string, found: int")],
    [{ input: '$text', regex: 'a', options: 'g' }, refusedWith("options are i, m, s and x, got 'g'")],
  ],
  $regexFind: [
    [
      { input: '$nickname', regex: '(谭)(x)?' },
      { match: '谭', idx: 1, captures: ['谭', null] },
    ],
    [{ input: '$nil', regex: 'a' }, null],
  ],
  $regexFindAll: [
    [
      { input: '$text', regex: 'l' },
      [
        { match: 'l', idx: 2, captures: [] },
        { match: 'l', idx: 3, captures: [] },
      ],
    ],
    [{ input: '$missing', regex: 'l' }, []],
  ],
  $replaceOne: [[{ input: '$text', find: 'l', replacement: 'L' }, 'HeLlo']],
  $replaceAll: [
    [{ input: '$text', find: 'l', replacement: { $literal: '$&' } }, 'He$&$&o'],
    [{ input: '$text', find: '$missing', replacement: '' }, null],
    [{ input: '$seven', find: 'l', replacement: '' }, refusedWith("needs 'input' to be of type string")],
  ],
  $dateAdd: [
    [{ startDate: new Date('2026-01-31T00:00:00Z'), unit: 'month', amount: 1 }, new Date('2026-02-28T00:00:00Z')],
    [{ startDate: new Date('2024-02-29T00:00:00Z'), unit: 'year', amount: 1 }, new Date('2025-02-28T00:00:00Z')],
    [
      { startDate: new Date('2021-03-13T12:00:00Z'), unit: 'day', amount: 1, timezone: 'America/New_York' },
      new Date('2021-03-14T11:00:00Z'),
    ],
    [{ startDate: '$nil', unit: 'month', amount: 1 }, null],
    [{ startDate: '$at', unit: 'days', amount: 1 }, refusedWith("requires 'unit' to be a unit of time")],
    [{ startDate: '$at', unit: 'day', amount: 0.5 }, refusedWith("requires 'amount' to be an integer")],
    [{ startDate: '$text', unit: 'day', amount: 1 }, refusedWith("can't convert from BSON type string to Date")],
  ],
  $dateSubtract: [[{ startDate: '$at', unit: 'second', amount: 51 }, new Date('2019-05-14T09:38:00.686Z')]],
  $dateDiff: [
    [{ startDate: '$at', endDate: '$$NOW', unit: 'month', timezone: zone }, 90],
    [{ startDate: new Date('2021-01-02T00:00:00Z'), endDate: new Date('2021-01-03T00:00:00Z'), unit: 'week' }, 1],
    [
      {
        startDate: new Date('2021-01-02T00:00:00Z'),
        endDate: new Date('2021-01-03T00:00:00Z'),
        unit: 'week',
        startOfWeek: 'Monday',
      },
      0,
    ],
    [{ startDate: new Date('2020-12-31T23:59:59Z'), endDate: new Date('2021-01-01T00:00:00Z'), unit: 'year' }, 1],
    [{ startDate: '$at', endDate: '$missing', unit: 'month' }, null],
  ],
  $dateTrunc: [
    [{ date: '$at', unit: 'week', startOfWeek: 'mon' }, new Date('2019-05-13T00:00:00Z')],
    [{ date: '$at', unit: 'day', timezone: zone }, new Date('2019-05-13T16:00:00Z')],
    [{ date: new Date('2021-03-20T11:30:05Z'), unit: 'week', binSize: 2 }, new Date('2021-03-14T00:00:00Z')],
    [{ date: new Date('2021-03-20T11:30:05Z'), unit: 'quarter', binSize: 2 }, new Date('2021-01-01T00:00:00Z')],
    [{ date: new Date('2021-03-20T11:30:05Z'), unit: 'minute', binSize: 20 }, new Date('2021-03-20T11:20:00Z')],
    [{ date: '$at', unit: 'day', binSize: 0 }, refusedWith("requires 'binSize' to be above zero, found: 0")],
    [{ date: '$missing', unit: 'day' }, null],
  ],
  $dateToParts: [
    [
      { date: '$at', iso8601: true },
      { isoWeekYear: 2019, isoWeek: 20, isoDayOfWeek: 2, hour: 9, minute: 38, second: 51, millisecond: 686 },
    ],
    [{ date: '$at', iso8601: '$nil' }, null],
    [{ date: '$at', iso8601: 1 }, refusedWith('iso8601 must evaluate to a bool, found int')],
  ],
  $round: [
    [[2.5], 2],
    [[1.005, 2], 1],
    [['$seven', '$nil'], null],
  ],
  $sin: [
    [['$zero'], 0],
    ['$missing', null],
    ['$text', refusedWith('$sin only supports numeric types, not string')],
  ],
  $acos: [
    [1, 0],
    [2, refusedWith('cannot apply $acos to 2, value must be in [-1,1]')],
  ],
  $atan2: [[[1, 1], Math.PI / 4]],
  $getField: [
    ['text', 'Hello'],
    [{ field: 'a', input: '$object' }, 1],
    [{ field: 'x', input: '$object' }, undefined],
    ['$text', refusedWith("requires 'field' to be a constant, found the path $text")],
  ],
  $setField: [
    [
      { field: 'a', input: '$object', value: 2 },
      { a: 2, b: { c: 2 } },
    ],
    [{ field: 'b', input: '$object', value: '$missing' }, { a: 1 }],
    [{ field: 'b', input: '$nil', value: 1 }, null],
    [{ field: 'b', input: '$text', value: 1 }, refusedWith("requires 'input' to evaluate to type Object, got string")],
  ],
  $unsetField: [[{ field: 'b', input: '$object' }, { a: 1 }]],
  $trim: [
    [{ input: ' a ' }, 'a'],
    [{ input: 'xax', chars: 'x' }, 'a'],
    [{ input: '$nil' }, null],
  ],
  $type: [
    ['$missing', 'missing'],
    [['$list'], 'array'],
  ],
};

const isRefusal = (expected: unknown): expected is Refusal =>
  typeof expected === 'object' && expected !== null && 'refusedWith' in expected;

for (const [name, rows] of Object.entries(cases))
  describe(name, () => {
    test.each(rows.map(([argument, expected]) => [JSON.stringify(argument), argument, expected] as const))(
      '%s',
      async (_written, argument, expected) => {
        const pipeline = sdk.db.collection('samples').aggregate().match({ _id: 'sample' });
        const asked = pipeline.project({ _id: 0, result: { [name]: argument } }).end();
        if (isRefusal(expected)) expect((await rejection(asked)).errMsg).toContain(expected.refusedWith);
        else expect((await asked).list).toEqual([expected === undefined ? {} : { result: expected }]);
      },
    );
  });
