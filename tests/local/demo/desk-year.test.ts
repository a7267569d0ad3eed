import { measureDeskYear, type DeskCost } from '../../../tools/bench/desk-year';

jest.setTimeout(240_000);

/** A page of lines and the line behind it, for each of them another one, the login, and the community's documents. */
const fullestScreen = 2 * 21 + 8;

const withoutBytes = ({ bytes: _bytes, ...counts }: DeskCost) => counts;

test('what offices ask examines as much after two years of four communities as after one of two', async () => {
  const small = await measureDeskYear({ communities: 2, orders: 200 });
  const large = await measureDeskYear({ communities: 4, orders: 400, days: 730 });
  expect(small.rows.length).toBeGreaterThan(10);
  expect(large.rows.map(withoutBytes)).toEqual(small.rows.map(withoutBytes));
  for (const { call, examined, writes } of large.rows)
    expect([call, examined <= fullestScreen, writes]).toEqual([call, true, 0]);
});
