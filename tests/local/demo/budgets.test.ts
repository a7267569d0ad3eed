import { growthFaults, overBudget, overstated } from '../../../tools/bench/budgets';
import type { ScaleOf } from '../../../local/demo';
import { startBenchEnvironment } from '../../../tools/bench/environment';
import { completeOrder, readEverything } from '../../../tools/bench/scenario';
import { playOthers } from '../../../tools/bench/scenarios';
import { Measurements, type Row } from '../../../tools/bench/measurements';
import { uncalled } from './uncalled';

jest.setTimeout(600_000);

/**
 * The communities in which the scenario plays; the others would only make the load longer. A half-year of the second
 * holds thirty times the ledger lines of one of the first, so that it grows a tenth as far; `npm run bench` loads all.
 */
const played: ScaleOf = (communityId, scale) => {
  if (communityId === 'changqingteng') return scale;
  if (communityId === 'yijing' || communityId === 'housuoying') return 1;
  return communityId === 'xibu' ? Math.ceil(scale / 10) : 0;
};

/** Every endpoint once, on a strict cloud. */
async function rowsAt(scale: number): Promise<Row[]> {
  const environment = await startBenchEnvironment(scale, played);
  const measurements = new Measurements();
  try {
    await readEverything(environment, measurements);
    await completeOrder(environment, measurements);
    await playOthers(environment, measurements);
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

  it('stays within what the docblocks state, and looks at no more than it answers', () => {
    expect([...once, ...hundredfold].flatMap(overBudget)).toEqual([]);
  });

  it('is what the docblock of every endpoint states', () => {
    expect(overstated(once).sort()).toEqual(uncalled.map((name) => `${name} was not called`).sort());
  });

  it('looks at no more documents when there is a hundred times the history', () => {
    expect(hundredfold.map(({ label }) => label)).toEqual(once.map(({ label }) => label));
    expect(growthFaults(once, hundredfold)).toEqual([]);
  });
});
