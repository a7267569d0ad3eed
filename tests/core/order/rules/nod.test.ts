/** The requester's nod, with stars or without. */
import { tallyMonth } from '../../../../cloudfunctions/core/order/rules/order-tally';
import { after1, confirm, inStatus, refusal, resident } from '../sample-orders';

test('S2-14 a nod alone closes it; the stars that come after are the first, and their change is one', () => {
  const nodded = after1(inStatus('completed'), resident, { ...confirm, stars: 0, tags: [] });
  expect(nodded).toMatchObject({ status: 'closed', outcome: 'solved', rating: { stars: 0, via: 'requester' } });
  const rate = { action: 'changeRating', stars: 4, tags: [], words: null } as const;
  expect(refusal(nodded, resident, { ...rate, stars: 0 })).toBe('INVALID_INPUT');
  const rated = after1(nodded, resident, rate);
  expect(rated.rating?.changedAt).toBeUndefined();
  expect(after1(rated, resident, { ...rate, stars: 5 }).rating?.changedAt).toBeDefined();
  expect(tallyMonth('2026-11', [nodded])).toMatchObject({ solved: 1, rated: 0, stars: 0 });
});
