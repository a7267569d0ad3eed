import { rejection, startSdk, type SdkOnDatabase } from '../../support/database-sdk';
import { accumulators } from './accumulators';
import { sampleDocument, type Cases, type Refusal } from './case';
import { conditions } from './conditions';
import { lists } from './lists';
import { moments } from './moments';
import { numbers } from './numbers';
import { texts } from './texts';

/** Every operator with a page in the cloud's documentation, by its documented forms, through the real SDK. */
const cases: Cases = { ...numbers, ...texts, ...lists, ...conditions, ...moments, ...accumulators };
/** Pages of operators that stand in groups alone: groups.test.ts. */
const inGroups = ['addToSet', 'push'];
/** Pages that AggregateCommand lists and that are no operators of expressions. */
const others = ['pipeline'];

let sdk: SdkOnDatabase;
let operators: Record<string, (argument: unknown) => unknown>;

beforeAll(async () => {
  sdk = await startSdk({ now: () => new Date('2026-11-28T01:00:00Z') });
  await sdk.db.createCollection('samples');
  sdk.database.load('samples', [sampleDocument]);
  operators = sdk.db.command.aggregate as unknown as typeof operators;
});
afterAll(async () => {
  await sdk.close();
});

function evaluate(name: string, argument: unknown): Promise<unknown> {
  const expression = operators[name]!(argument);
  const pipeline = sdk.db.collection('samples').aggregate().match({ _id: 'sample' });
  return pipeline
    .project({ _id: 0, result: expression })
    .end()
    .then(({ list }) => list[0]!['result']);
}

const isRefusal = (expected: unknown): expected is Refusal =>
  typeof expected === 'object' && expected !== null && 'refusedWith' in expected;

const written = (argument: unknown): string => JSON.stringify(argument);

for (const [name, rows] of Object.entries(cases))
  describe(`db.command.aggregate.${name}`, () => {
    test.each(rows.map(([argument, expected]) => [written(argument), argument, expected] as const))(
      '%s',
      async (_written, argument, expected) => {
        if (isRefusal(expected)) {
          expect((await rejection(evaluate(name, argument))).errMsg).toContain(expected.refusedWith);
          return;
        }
        const result = await evaluate(name, argument);
        if (typeof expected === 'number' && !Number.isInteger(expected)) expect(result).toBeCloseTo(expected, 12);
        else expect(result).toEqual(expected);
      },
    );
  });

test('each operator that the SDK makes has its page here', () => {
  const command = sdk.db.command.aggregate as unknown as object;
  const names = [...Object.keys(command), ...Object.getOwnPropertyNames(Object.getPrototypeOf(command))];
  const made = [...new Set(names)].filter((name) => name !== 'constructor' && !others.includes(name));
  expect(made.filter((name) => !(name in cases) && !inGroups.includes(name))).toEqual([]);
  expect(Object.keys(cases).filter((name) => !made.includes(name))).toEqual([]);
});
