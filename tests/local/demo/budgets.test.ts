import { growth, overspent } from '../../../tools/bench/budgets';
import { openHouse } from '../../../tools/bench/house';
import { keepHouse, lookAround, walkAnOrder, walkAside } from '../../../tools/bench/scenario';
import { Tally, type Row } from '../../../tools/bench/tally';

jest.setTimeout(300_000);

/** Every endpoint once, on a strict cloud. */
async function rowsAt(scale: number): Promise<Row[]> {
  const house = await openHouse(scale);
  const tally = new Tally();
  try {
    await lookAround(house, tally);
    await walkAnOrder(house, tally);
    await walkAside(house, tally);
    await keepHouse(house, tally);
    const { data } = await house.call('branch-secretary-ren', 'passbook.audit', { unit: 'organization' });
    expect(data.broken).toEqual([]);
  } finally {
    await house.close();
  }
  return tally.rows();
}

describe('what calls cost', () => {
  let once: Row[];
  let tenfold: Row[];
  beforeAll(async () => {
    once = await rowsAt(1);
    tenfold = await rowsAt(10);
  });

  it('stays within the budgets of reads, writes, documents examined and reply sizes', () => {
    expect(once.length).toBeGreaterThan(45);
    expect([...once, ...tenfold].flatMap(overspent)).toEqual([]);
  });

  it('looks at no more documents when there is ten times the history', () => {
    expect(tenfold.map(({ label }) => label)).toEqual(once.map(({ label }) => label));
    expect(growth(once, tenfold)).toEqual([]);
  });
});
