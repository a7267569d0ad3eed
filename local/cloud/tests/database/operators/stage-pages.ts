import { rejection, startSdk, type Data, type SdkOnDatabase } from '../../support/database-sdk';
import type { Refusal } from './case';

/** What the pages of stages stand on; ids are the prices' order. */
export const books = [
  { _id: 1, author: 'a', price: 10, list: [1, 2], sold: { in: 'x', n: 1 } },
  { _id: 2, author: 'b', price: 20, list: [], sold: [{ n: 1 }, { n: 2 }, 'text'] },
  { _id: 3, author: 'a', price: 30, list: null },
  { _id: 4, author: null, price: 45, list: 7 },
  { _id: 5, price: '9' },
];

export async function startBooks(): Promise<SdkOnDatabase> {
  const sdk = await startSdk({ now: () => new Date('2026-11-28T01:00:00Z') });
  for (const name of ['books', 'authors']) await sdk.db.createCollection(name);
  sdk.database.load('books', books);
  sdk.database.load('authors', [{ _id: 'a', name: 'Ann' }]);
  return sdk;
}

export type Stages = readonly (readonly [stage: string, argument: unknown])[];
export type Row = readonly [title: string, stages: Stages, expected: Data[] | Refusal];

interface Chain {
  readonly [stage: string]: (argument?: unknown) => Chain & Promise<{ list: Data[] }>;
}

/** Runs a pipeline of the SDK. */
async function run(sdk: SdkOnDatabase, stages: Stages): Promise<Data[]> {
  let pipeline = sdk.db.collection('books').aggregate() as unknown as Chain;
  for (const [name, argument] of stages) pipeline = pipeline[name]!(argument);
  return (await pipeline['end']!()).list;
}

const isRefusal = (expected: unknown): expected is Refusal =>
  typeof expected === 'object' && expected !== null && 'refusedWith' in expected;

export const only = (id: number): readonly [string, unknown] => ['match', { _id: id }];

/** The tests of one page. */
export function describePage(name: string, rows: readonly Row[], sdk: () => SdkOnDatabase): void {
  describe(name, () => {
    test.each(rows)('%s', async (_title, stages, expected) => {
      if (isRefusal(expected)) expect((await rejection(run(sdk(), stages))).errMsg).toContain(expected.refusedWith);
      else expect(await run(sdk(), stages)).toEqual(expected);
    });
  });
}
