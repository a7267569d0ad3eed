import { redSaturday } from '../../../cloudfunctions/core/order/matching/red-saturday';

test.each([
  ['2026-11-27T15:59:59Z', '2026-11-28', 'Friday 23:59:59 belongs to the next day'],
  ['2026-11-27T16:00:00Z', '2026-11-28', 'Saturday begins'],
  ['2026-11-28T15:59:59Z', '2026-11-28', 'Saturday to its last second'],
  ['2026-11-28T16:00:00Z', '2026-12-05', 'Sunday looks ahead a week'],
  ['2026-12-31T01:00:00Z', '2027-01-02', 'over the new year'],
])('S2-16 X-04 %s -> %s: %s', (now, day) => {
  expect(redSaturday(new Date(now))).toBe(day);
});
