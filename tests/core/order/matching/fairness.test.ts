import { giniOf, measureFairness } from '../../../../tools/bench/dispatch-fairness';

jest.setTimeout(120_000);

it.each([
  [[5, 5, 5, 5], 0],
  [[0, 0, 0, 8], 0.75],
  [[1, 3], 0.25],
  [[0, 0], 0],
])('the Gini coefficient of %j is %d', (amounts, gini) => {
  expect(giniOf(amounts)).toBeCloseTo(gini, 10);
});

it('spares who did most: over 232 members and 2,000 orders the load lies half as unevenly as by willingness', () => {
  const { members, orders, suggestedGini, willingestGini, refused } = measureFairness();
  expect([members, orders]).toEqual([232, 2000]);
  expect(suggestedGini).toBeLessThanOrEqual(willingestGini / 2);
  expect(suggestedGini).toBeGreaterThan(0);
  expect(refused).toBeLessThan(orders / 100);
});
