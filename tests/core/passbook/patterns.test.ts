import {
  burstsOf,
  givenPairsOf,
  nearGrantCapsOf,
  nearPairCapsOf,
  oneHandsOf,
  unsaidOf,
} from '../../../cloudfunctions/core/passbook/rules/patterns';

const start = Date.parse('2026-11-20T02:00:00Z');
const given = (minute: number, { by = 'ren', to = 'li' } = {}) => ({
  personId: to,
  personName: to,
  proposal: { personId: by, name: by, at: new Date(start + minute * 60_000) },
});

test('five lines by hand within an hour are a burst, spread out they are none, nor are those of several people', () => {
  const five = [0, 10, 20, 30, 59];
  const at = new Date(start).toISOString();
  expect(burstsOf(five.map((minute) => given(minute)))).toEqual([{ kind: 'burst', name: 'ren', lines: 5, at }]);
  expect(burstsOf([0, 10, 20, 30, 60].map((minute) => given(minute)))).toEqual([]);
  expect(burstsOf(five.map((minute, index) => given(minute, { by: index === 4 ? 'hou' : 'ren' })))).toEqual([]);
  expect(burstsOf([-300, ...five, 300].map((minute) => given(minute)))).toMatchObject([{ lines: 5, at }]);
});

test('who gives the same person three times is named with them', () => {
  const [one, two, three] = [given(0), given(500), given(5_000)];
  expect(givenPairsOf([one, two, three])).toEqual([{ kind: 'givenPair', name: 'ren', to: 'li', lines: 3 }]);
  expect(givenPairsOf([one, two, given(9, { to: 'sun' }), given(9, { by: 'hou' })])).toEqual([]);
});

test('three quarters of a cap are near it; a cap of nothing is never near', () => {
  const months = [
    { name: 'ren', points: 15 },
    { name: 'hou', points: 14 },
  ];
  expect(nearGrantCapsOf(months, 20)).toEqual([{ kind: 'nearGrantCap', name: 'ren', points: 15, cap: 20 }]);
  expect(nearGrantCapsOf([{ name: 'ren', points: 0 }], 0)).toEqual([]);
});

const pair = (way: 'confirmed' | 'called' | 'signed', paid: number, more: object = {}) => ({
  ...{ way, paid, unpaid: 0, cap: 8, near: false, private: false },
  ...{ giver: { personId: 'wang', name: 'wang' }, earner: { personId: 'sun', name: 'sun' } },
  ...more,
});

test('pairs near their cap are listed with what they came to, and nobody of a private order is named', () => {
  const near = { near: true, unpaid: 1 };
  expect(
    nearPairCapsOf([pair('confirmed', 7, near), pair('signed', 2), pair('called', 7, { ...near, private: true })]),
  ).toEqual([
    { kind: 'nearPairCap', way: 'confirmed', name: 'wang', to: 'sun', times: 8, cap: 8 },
    { kind: 'nearPairCap', way: 'called', to: 'sun', times: 8, cap: 8 },
  ]);
});

test('half of four services on a call alone stand out; less, and fewer, do not', () => {
  expect(unsaidOf([pair('called', 2), pair('confirmed', 2)])).toEqual([
    { kind: 'unsaid', name: 'sun', lines: 2, of: 4 },
  ]);
  expect(unsaidOf([pair('called', 2), pair('confirmed', 3)])).toEqual([]);
  expect(unsaidOf([pair('called', 3), pair('signed', 9)])).toEqual([]);
});

test('four of five rolls closed by one person stand out, and what is open counts for nobody', () => {
  const closed = (personId: string) => ({ closing: { personId, name: personId } });
  const four = ['ren', 'ren', 'ren', 'ren'].map(closed);
  expect(oneHandsOf([...four, closed('hou'), { closing: null }])).toEqual([
    { kind: 'oneHand', name: 'ren', lines: 4, of: 5 },
  ]);
  expect(oneHandsOf([...four.slice(1), closed('hou')])).toEqual([]);
  expect(oneHandsOf(four.slice(1))).toEqual([]);
});
