import { acceptedOf } from '../../../cloudfunctions/core/order/rules/accepted';
import { figuresOf } from '../../../cloudfunctions/core/order/rules/order-figures';
import { hoursWithin, noFigures, sumFigures } from '../../../cloudfunctions/core/statistics/rules/sum-figures';
import { hourMs, inStatus, lapsed, resident, after1 } from '../order/sample-orders';

const solved = inStatus('closed');
const laterBy = (hours: number) => ({
  ...solved,
  acceptedAt: new Date(solved.createdAt.getTime() + hours * hourMs),
  closedAt: new Date(solved.createdAt.getTime() + hours * 2 * hourMs),
});

describe('figures of orders', () => {
  const withdrawn = after1(inStatus('submitted'), resident, { action: 'cancel', reason: 'other', note: null });
  const orders = [
    { ...inStatus('submitted'), urgent: true },
    { ...solved, urgent: true, kind: 'wish' as const },
    { ...lapsed(inStatus('completed')), category: 'other' },
    withdrawn,
  ];

  test('a sum of parts is the whole, however they are cut', () => {
    const whole = figuresOf(orders);
    expect(whole).toMatchObject({
      counts: { created: 3, solved: 1, unrated: 1, cancelled: 1 },
      urgent: { created: 2, solved: 1 },
      wishes: { created: 1, solved: 1 },
      grids: [{ key: 'g1', created: 3, solved: 1 }],
    });
    expect(whole.categories.reduce((sum, { created }) => sum + created, 0)).toBe(3);
    for (let cut = 0; cut <= orders.length; cut += 1)
      expect(sumFigures([figuresOf(orders.slice(0, cut)), figuresOf(orders.slice(cut))])).toEqual(whole);
    expect(sumFigures([])).toEqual(noFigures);
  });

  test('who accepted how many, by month', () => {
    expect(acceptedOf([solved, solved])).toEqual([
      { personId: 'member', month: solved.acceptedAt!.toISOString().slice(0, 7), count: 2 },
    ]);
  });
});

describe('within how many hours so many were done', () => {
  const of = (...hours: readonly number[]) => figuresOf(hours.map(laterBy));

  test('by nearest rank: half of ten within the fifth, nine in ten within the ninth', () => {
    const { acceptHours, closeHours } = of(10, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect([hoursWithin(acceptHours, 0.5), hoursWithin(acceptHours, 0.9)]).toEqual([5, 9]);
    expect([hoursWithin(closeHours, 0.5), hoursWithin(closeHours, 0.9)]).toEqual([10, 18]);
  });

  test('a begun hour counts whole, one is in all of them, and of none there is none', () => {
    expect(hoursWithin(of(0.2).acceptHours, 0.5)).toBe(1);
    expect(hoursWithin(of(71.5).acceptHours, 0.9)).toBe(72);
    expect(hoursWithin([], 0.5)).toBeUndefined();
  });
});
