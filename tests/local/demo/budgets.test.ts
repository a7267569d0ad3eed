import { growthFaults, overBudget } from '../../../tools/bench/budgets';
import { startBenchEnvironment } from '../../../tools/bench/environment';
import { writeBesideOrders, readEverything, completeOrder, endOrdersEarly } from '../../../tools/bench/scenario';
import { Measurements, type Row } from '../../../tools/bench/measurements';

jest.setTimeout(600_000);

/** The communities in which the scenario plays; the others would only make the hundredfold load longer. */
const played = (communityId: string): boolean => communityId === 'changqingteng' || communityId === 'xibu';

/** Every endpoint once, on a strict cloud. */
async function rowsAt(scale: number): Promise<Row[]> {
  const environment = await startBenchEnvironment(scale, played);
  const measurements = new Measurements();
  try {
    await readEverything(environment, measurements);
    await completeOrder(environment, measurements);
    await endOrdersEarly(environment, measurements);
    await writeBesideOrders(environment, measurements);
    const { data } = await environment.call('branch-secretary-ren', 'passbook.audit', { unit: 'organization' });
    expect(data.broken).toEqual([]);
  } finally {
    await environment.close();
  }
  return measurements.rows();
}

describe('what calls cost', () => {
  let once: Row[];
  let hundredfold: Row[];
  beforeAll(async () => {
    once = await rowsAt(1);
    hundredfold = await rowsAt(100);
  });

  it('stays within the budgets of reads, writes, documents examined and reply sizes', () => {
    expect(once.length).toBeGreaterThan(45);
    expect([...once, ...hundredfold].flatMap(overBudget)).toEqual([]);
  });

  it('looks at no more documents when there is a hundred times the history', () => {
    expect(hundredfold.map(({ label }) => label)).toEqual(once.map(({ label }) => label));
    expect(growthFaults(once, hundredfold)).toEqual([]);
  });
});
