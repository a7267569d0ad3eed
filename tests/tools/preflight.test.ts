import { expectNothingLost, preflight } from '../../tools/deploy/preflight';

const mine = { contract: 4, forms: { orders: 3, people: 1 } };

test('an empty environment, and one of the same or an older code, may be deployed to', () => {
  for (const deployed of [undefined, mine, { contract: 3, forms: { orders: 2 } }])
    expect(preflight(deployed, mine)).toEqual({ stops: [], warnings: [] });
});

test('older code does not take the place of newer, whose documents it would not know', () => {
  const found = preflight({ contract: 4, forms: { orders: 4, gifts: 1 } }, mine);
  expect(found.stops).toEqual([
    'orders holds documents of form 4, and this code knows 3',
    'gifts holds documents of form 1, and this code knows none',
  ]);
  expect(() => expectNothingLost(found)).toThrow(/^nothing was done: orders holds/);
});

test('nor does code of a contract that phones have left behind', () => {
  expect(preflight({ contract: 5, forms: {} }, mine).stops).toEqual([
    'mini-programs of contract 5 are out, and this code serves 4',
  ]);
});

test('phones that will be told to restart are named', () => {
  expect(preflight({ contract: 2, forms: {} }, mine)).toEqual({
    stops: [],
    warnings: ['mini-programs of contract 2 will be told to restart as soon as this is deployed'],
  });
});
