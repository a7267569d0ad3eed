import { kindFor } from '../../../cloudfunctions/core/access/inbox';
import type { Notification } from '../../../cloudfunctions/core/message/outgoing';
import { joinSameContent } from '../../../cloudfunctions/core/message/rules/same-content';

const offered: Notification = { personIds: ['a', 'b'], content: { kind: 'offered', orderId: 'o', title: '水管' } };
const dispatched: Notification = { personIds: ['r'], content: { title: '水管', orderId: 'o', kind: 'dispatched' } };

test('what says the same to different people is one message, and each is told their own kind', () => {
  const [only, ...more] = joinSameContent([offered, dispatched]);
  expect(more).toEqual([]);
  expect(only!.personIds).toEqual(['a', 'b', 'r']);
  expect(['a', 'b', 'r', 'x'].map((personId) => kindFor(only!.content, personId))).toEqual([
    'offered',
    'offered',
    'dispatched',
    'offered',
  ]);
});

test.each<[string, Notification]>([
  ['of whom one hears of both', { ...dispatched, personIds: ['r', 'a'] }],
  ['with another content', { ...dispatched, content: { ...dispatched.content, name: '赵慧敏' } }],
  ['from which one phone is left out', { ...dispatched, exceptOpenid: 'x' }],
])('two %s stay two', (_what, other) => {
  expect(joinSameContent([offered, other])).toEqual([offered, other]);
});

test('three kinds in one message, and two of one kind without a second kind', () => {
  const third: Notification = { personIds: ['w'], content: { ...dispatched.content, kind: 'appointed' } };
  const again: Notification = { personIds: ['c'], content: offered.content };
  const [only] = joinSameContent([offered, dispatched, third, again]);
  expect(['a', 'r', 'w', 'c'].map((personId) => kindFor(only!.content, personId))).toEqual([
    'offered',
    'dispatched',
    'appointed',
    'offered',
  ]);
  expect(only!.content.otherKinds).toHaveLength(2);
});

test('a joined message takes another of its kinds only where nobody has it already', () => {
  const again: Notification = { personIds: ['r'], content: offered.content };
  expect(joinSameContent([offered, dispatched, again])).toHaveLength(2);
});
