import { growth, overspent } from '../../../tools/bench/budgets';
import { openHouse } from '../../../tools/bench/house';
import { keepHouse, lookAround, walkAnOrder, walkAside } from '../../../tools/bench/scenario';
import { Tally, type Row } from '../../../tools/bench/tally';

jest.setTimeout(600_000);

/** The communities in which the scenario plays; the others would only make the hundredfold load longer. */
const played = (communityId: string): boolean => communityId === 'changqingteng' || communityId === 'xibu';

/** Every endpoint once, on a strict cloud. */
async function rowsAt(scale: number): Promise<Row[]> {
  const house = await openHouse(scale, played);
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
  let hundredfold: Row[];
  beforeAll(async () => {
    once = await rowsAt(1);
    hundredfold = await rowsAt(100);
  });

  it('stays within the budgets of reads, writes, documents examined and reply sizes', () => {
    expect(once.length).toBeGreaterThan(45);
    expect([...once, ...hundredfold].flatMap(overspent)).toEqual([]);
  });

  it('looks at no more documents when there is a hundred times the history', () => {
    expect(hundredfold.map(({ label }) => label)).toEqual(once.map(({ label }) => label));
    expect(growth(once, hundredfold)).toEqual([]);
  });
});
