import type { Entry, Mark } from '../../../cloudfunctions/core/passbook/entry';
import { post } from '../../../cloudfunctions/core/passbook/rules/ledger';
import { blankMark } from '../../../cloudfunctions/core/passbook/disputes/marks';
import { contestFault, keepFault, proposeFault, signFault } from '../../../cloudfunctions/core/passbook/rules/disputes';
import { entryView } from '../../../cloudfunctions/core/passbook/view';

const written = new Date('2026-10-24T02:00:00.000Z');
const { entry } = post(null, {
  key: 'activity:a1:p_li',
  communityId: 'xibu',
  unit: 'organization',
  personId: 'p_li',
  name: '李建国',
  memberClass: 'young',
  branchName: '西堡村党支部',
  at: written,
  cause: 'absent',
  title: '上党课',
  points: -2,
  times: 0,
  rule: { id: 'attendance-young', version: 1 },
  sourceId: 'a1',
  reversal: null,
});
const mark = (more: Partial<Mark>): Mark => ({ ...blankMark(entry), ...more });
const contest = (state: 'open' | 'kept' | 'reversed'): Mark['contest'] => ({
  state,
  words: '那天我请了假',
  at: written,
  request: { key: 'k', inputHash: 'h' },
  answer: null,
});
const after = (days: number): Date => new Date(written.getTime() + days * 86_400_000);

test('any line is contested once, within 30 days, gain or loss, unless it was undone', () => {
  expect(contestFault(entry, undefined, after(30))).toBeNull();
  expect(contestFault(entry, undefined, new Date(after(30).getTime() + 1))).toBe('CONTEST_TOO_LATE');
  for (const state of ['open', 'kept', 'reversed'] as const)
    expect(contestFault(entry, mark({ contest: contest(state) }), after(1))).toBe('ALREADY_CONTESTED');
  expect(contestFault(entry, mark({ reversed: true }), after(1))).toBe('ALREADY_REVERSED');
  expect(contestFault(entry, mark({ proposed: true }), after(1))).toBeNull();
});

test('a line is proposed to be undone once at a time, and an undo never', () => {
  expect(proposeFault(entry, undefined)).toBeNull();
  expect(proposeFault(entry, mark({ contest: contest('kept') }))).toBeNull();
  expect(proposeFault(entry, mark({ proposed: true }))).toBe('ALREADY_PROPOSED');
  expect(proposeFault(entry, mark({ reversed: true }))).toBe('ALREADY_REVERSED');
  expect(proposeFault({ cause: 'reversal' }, undefined)).toBe('ALREADY_REVERSED');
});

test('only an open objection is answered: not by the owner, and by the second person once an undo was proposed', () => {
  const open = mark({ contest: contest('open') });
  expect(keepFault(entry, open, 'p_ren')).toBeNull();
  expect(keepFault(entry, open, 'p_li')).toBe('SECOND_PERSON_NEEDED');
  expect(keepFault(entry, { ...open, proposed: true }, 'p_ren')).toBe('ALREADY_PROPOSED');
  for (const settled of [undefined, mark({}), mark({ contest: contest('kept') })])
    expect(keepFault(entry, settled, 'p_ren')).toBe('ALREADY_SETTLED');
});

test('nobody signs what they proposed, nor a line of their own', () => {
  expect([
    signFault('p_ren', 'p_li', 'p_hou'),
    signFault('p_ren', 'p_li', 'p_ren'),
    signFault('p_ren', 'p_li', 'p_li'),
  ]).toEqual([null, 'SECOND_PERSON_NEEDED', 'SECOND_PERSON_NEEDED']);
});

test('the words of an objection are for its owner and those who keep the books', () => {
  const seen = (personId: string, isKeeper: boolean) =>
    entryView(
      entry as Entry,
      mark({ contest: { ...contest('kept')!, answer: { words: '没有请假条', by: '侯月华' } } }),
      { personId, isKeeper, now: after(1) },
    ).contest;
  const whole = { state: 'kept', words: '那天我请了假', answer: { words: '没有请假条', by: '侯月华' } };
  expect([seen('p_li', false), seen('p_ren', true), seen('p_inspector', false)]).toEqual([
    whole,
    whole,
    { state: 'kept' },
  ]);
});
