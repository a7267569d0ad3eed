import {
  exclusionOf,
  finalistsOf,
  winnersOf,
  type StarFact,
} from '../../../cloudfunctions/core/recognition/rules/star';

const traces = (personId: string, phone = personId, householdId = `${personId}-home`) => ({
  personId,
  phones: [phone],
  householdIds: [householdId],
});
const fact = (to: string, from: string, excluded: StarFact['excluded'] = null): StarFact => ({ to, from, excluded });

test.each([
  ['self', traces('a'), {}],
  ['household', traces('b', '13800000001', 'a-home'), {}],
  ['closer', traces('b'), { closerId: 'a' }],
  ['decider', traces('b'), { deciderId: 'a' }],
  ['optedOut', traces('b'), { isOptedOut: true }],
  [null, traces('b'), { closerId: 'b', deciderId: 'c' }],
] as const)('a service counts as %s', (excluded, requester, more) => {
  expect(exclusionOf({ helper: traces('a'), requester, isOptedOut: false, ...more })).toBe(excluded);
});

test('a household counts once, whatever was done for it, and what is excluded does not', () => {
  const services = [fact('a', 'h1'), fact('a', 'h1'), fact('a', 'h2'), fact('b', 'h1'), fact('b', 'h3', 'household')];
  expect(finalistsOf(services, 5)).toEqual([
    { key: 'a', count: 2 },
    { key: 'b', count: 1 },
  ]);
});

test('whoever has as many households as the last finalist is one too', () => {
  const services = ['a', 'b', 'c'].map((key) => fact(key, 'h1'));
  expect(finalistsOf(services, 2)).toHaveLength(3);
  expect(finalistsOf([], 2)).toEqual([]);
});

test('votes decide, then households; equal ones share it, and nobody wins without a vote', () => {
  const finalists = [
    { key: 'a', count: 5 },
    { key: 'b', count: 4 },
    { key: 'c', count: 5 },
  ];
  expect(winnersOf(finalists, [fact('b', 'v1'), fact('b', 'v2'), fact('a', 'v3')])).toEqual(['b']);
  expect(winnersOf(finalists, [fact('b', 'v1'), fact('a', 'v2')])).toEqual(['a']);
  expect(winnersOf(finalists, [fact('c', 'v1'), fact('a', 'v2')])).toEqual(['a', 'c']);
  expect(winnersOf(finalists, [fact('b', 'v1', 'decider'), fact('a', 'v2')])).toEqual(['a']);
  // one vote each: a second one of the same voter is none
  expect(winnersOf(finalists, [fact('b', 'v1'), fact('b', 'v1'), fact('a', 'v2')])).toEqual(['a']);
  expect(winnersOf(finalists, [])).toEqual([]);
});
