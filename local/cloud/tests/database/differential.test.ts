import * as fc from 'fast-check';
import { openDatabase, type Database } from '../../database';
import { Runner } from './model/runner';
import { sequence } from './model/sequences';

/** A quarter of what `npm run torture` runs; all of them took one in twenty seconds of the whole test command. */
const sequences = Number(process.env['DATABASE_SEQUENCES'] ?? 2_500);
let database: Database;

beforeAll(() => {
  database = openDatabase({ file: ':memory:', now: () => new Date(0), duplicateKeyForm: 'E11000' });
});
afterAll(() => {
  database.close();
});

test(`${String(sequences)} random sequences of writes and transactions answer as a plain model does`, async () => {
  const plans = new Map<string, number>();
  const property = fc.asyncProperty(sequence, async (each) => {
    const runner = new Runner(database);
    await runner.run(each);
    for (const { plan } of runner.traces) plans.set(plan.split(' ')[0]!, (plans.get(plan.split(' ')[0]!) ?? 0) + 1);
  });
  await fc.assert(property, { numRuns: sequences, seed: 20261123, endOnFailure: sequences <= 10_000 });
  for (const plan of ['IDHACK', 'IXSCAN', 'COLLSCAN']) expect(plans.get(plan)).toBeGreaterThan(sequences / 2);
}, 600_000);
