import { defaultPassbookPolicy } from '../../../../cloudfunctions/core/passbook/policy';
import type { Entry, EntryAnnotation } from '../../../../cloudfunctions/core/passbook/entry';
import { post } from '../../../../cloudfunctions/core/passbook/rules/ledger';
import { testSalts } from '../../../support/books';
import { emptyAnnotation } from '../../../../cloudfunctions/core/passbook/disputes/annotations';
import {
  contestFault,
  upholdFault,
  proposeFault,
  signFault,
} from '../../../../cloudfunctions/core/passbook/rules/disputes';
import { entryView } from '../../../../cloudfunctions/core/passbook/view';

const written = new Date('2026-10-24T02:00:00.000Z');
const { entry } = post(
  null,
  {
    postingKey: 'activity:a1:p_li',
    communityId: 'xibu',
    unit: 'organization',
    personId: 'p_li',
    name: '李建国',
    memberClass: 'young',
    branchName: '西堡村党支部',
    at: written,
    cause: 'absent',
    title: '上党课',
    titleBy: null,
    points: -2,
    countDelta: 0,
    rule: { id: 'attendance-young', version: 1 },
    sourceId: 'a1',
    reversal: null,
  },
  testSalts,
);
const annotation = (more: Partial<EntryAnnotation>): EntryAnnotation => ({ ...emptyAnnotation(entry), ...more });
const contest = (state: 'open' | 'upheld' | 'reversed'): EntryAnnotation['contest'] => ({
  state,
  words: '那天我请了假',
  at: written,
  request: { requestKey: 'k', inputHash: 'h' },
  answer: null,
});
const after = (days: number): Date => new Date(written.getTime() + days * 86_400_000);

test('any line is contested once, within 30 days, gain or loss, unless it was undone', () => {
  expect(contestFault(entry, undefined, after(30), defaultPassbookPolicy)).toBeNull();
  expect(contestFault(entry, undefined, new Date(after(30).getTime() + 1), defaultPassbookPolicy)).toBe(
    'CONTEST_TOO_LATE',
  );
  expect(contestFault(entry, undefined, after(31), { contestDays: 31 })).toBeNull();
  for (const state of ['open', 'upheld', 'reversed'] as const)
    expect(contestFault(entry, annotation({ contest: contest(state) }), after(1), defaultPassbookPolicy)).toBe(
      'ALREADY_CONTESTED',
    );
  expect(contestFault(entry, annotation({ reversed: true }), after(1), defaultPassbookPolicy)).toBe('ALREADY_REVERSED');
  expect(contestFault(entry, annotation({ proposed: true }), after(1), defaultPassbookPolicy)).toBeNull();
});

test('a line is proposed to be undone once at a time, and an undo never', () => {
  expect(proposeFault(entry, undefined)).toBeNull();
  expect(proposeFault(entry, annotation({ contest: contest('upheld') }))).toBeNull();
  for (const cause of ['held', 'collected', 'released'] as const)
    expect(proposeFault({ cause }, undefined)).toBe('REDEMPTION_LINE');
  expect(proposeFault(entry, annotation({ proposed: true }))).toBe('ALREADY_PROPOSED');
  expect(proposeFault(entry, annotation({ reversed: true }))).toBe('ALREADY_REVERSED');
  expect(proposeFault({ cause: 'reversal' }, undefined)).toBe('ALREADY_REVERSED');
});

test('only an open objection is answered: not by the owner, and by the second person once an undo was proposed', () => {
  const open = annotation({ contest: contest('open') });
  expect(upholdFault(entry, open, 'p_ren')).toBeNull();
  expect(upholdFault(entry, open, 'p_li')).toBe('SECOND_PERSON_NEEDED');
  expect(upholdFault(entry, { ...open, proposed: true }, 'p_ren')).toBe('ALREADY_PROPOSED');
  for (const settled of [undefined, annotation({}), annotation({ contest: contest('upheld') })])
    expect(upholdFault(entry, settled, 'p_ren')).toBe('ALREADY_SETTLED');
});

test('nobody signs what they proposed, nor a line of their own', () => {
  expect([
    signFault('p_ren', 'p_li', 'p_hou'),
    signFault('p_ren', 'p_li', 'p_ren'),
    signFault('p_ren', 'p_li', 'p_li'),
  ]).toEqual([null, 'SECOND_PERSON_NEEDED', 'SECOND_PERSON_NEEDED']);
});

test('the words of an objection are for its owner and those who keep the books', () => {
  const seen = (personId: string, isBookkeeper: boolean) =>
    entryView(
      entry as Entry,
      annotation({ contest: { ...contest('upheld')!, answer: { words: '没有请假条', by: '侯月华' } } }),
      { personId, isBookkeeper: isBookkeeper, now: after(1), policy: defaultPassbookPolicy },
    ).contest;
  const whole = { state: 'upheld', words: '那天我请了假', answer: { words: '没有请假条', by: '侯月华' } };
  expect([seen('p_li', false), seen('p_ren', true), seen('p_inspector', false)]).toEqual([
    whole,
    whole,
    { state: 'upheld' },
  ]);
});
