import { hiddenRows, shownShares } from '../../../cloudfunctions/core/statistics/rules/suppress';

const hiddenOf = (values: readonly number[]) => hiddenRows(values.map((value) => [value]));

describe('which rows stay hidden beside their sum', () => {
  test.each([
    [[], []],
    [
      [12, 5, 0],
      [false, false, false],
    ],
    [
      [12, 4, 30],
      [true, true, false],
    ],
    [
      [2, 2, 30, 9],
      [true, true, false, true],
    ],
    [
      [3, 2, 30],
      [true, true, false],
    ],
    [[4], [true]],
    [
      [1, 0, 0],
      [true, true, true],
    ],
  ] as const)('%j', (values, hidden) => {
    expect(hiddenOf(values)).toEqual(hidden);
  });

  test('no hidden number follows from the sum, whatever the numbers', () => {
    for (let seed = 1; seed < 400; seed += 1) {
      const values = Array.from({ length: 2 + (seed % 7) }, (_, index) => (seed * (index + 3) * 7) % (5 + (seed % 40)));
      const hidden = values.filter((_, index) => hiddenOf(values)[index]);
      const sum = hidden.reduce((total, value) => total + value, 0);
      const isAll = hidden.length === values.length;
      const shown = values.filter((_, index) => !hiddenOf(values)[index]);
      expect(shown.filter((value) => value > 0 && value < 5)).toEqual([]);
      if (hidden.length > 0 && !isAll) expect([hidden.length > 1, sum >= 5]).toEqual([true, true]);
    }
  });
});

test('what was solved is hidden where few were not, and where those made are', () => {
  const shares = [
    { key: 'a', created: 20, solved: 18 },
    { key: 'b', created: 30, solved: 20 },
    { key: 'c', created: 40, solved: 20 },
    { key: 'd', created: 3, solved: 3 },
  ];
  expect(shownShares(shares)).toEqual([
    { key: 'a', created: null, solved: null },
    { key: 'b', created: 30, solved: null },
    { key: 'c', created: 40, solved: 20 },
    { key: 'd', created: null, solved: null },
  ]);
});
