import type { CaseAct, Moderated } from '../../../cloudfunctions/core/moderation/rules/case';
import { awaitsDecision, caseOf, isWithheld } from '../../../cloudfunctions/core/moderation/rules/case';
import {
  appealCase,
  decideCase,
  mayAppeal,
  renamedCase,
  withDoubts,
} from '../../../cloudfunctions/core/moderation/rules/decide-case';

const at = new Date('2026-11-23T02:00:00Z');
const part = { part: 'words', authorId: 'author' };
const act = <Act extends CaseAct['act']>(what: Act, personId: string) => ({
  act: what,
  at,
  by: { personId, name: personId },
  hat: 'secretary' as const,
  reason: what === 'hide' ? ('untrue' as const) : null,
  words: null,
  request: { requestKey: `${what}-${personId}`, inputHash: 'hash' },
});
const after = (decided: ReturnType<typeof decideCase>): Moderated => {
  if (!decided.ok) throw new Error(decided.code);
  return { cases: decided.data };
};
const doubted = (before: Moderated = {}): Moderated => withDoubts(before, [part], at);
const hide = (before: Moderated, who = 'one') => decideCase(before, part, act('hide', who));
const show = (before: Moderated, who = 'one') => decideCase(before, part, act('show', who));
const appeal = (before: Moderated, who = 'author') => appealCase(before, 'words', act('appeal', who));
const stateOf = (moderated: Moderated) => caseOf(moderated, 'words')?.state;

test('what the check doubts waits, withheld, and is shown or hidden by somebody else than its author', () => {
  const waiting = doubted();
  expect([isWithheld(waiting, 'words'), isWithheld(waiting, 'rating')]).toEqual([true, false]);
  expect(show(waiting, 'author')).toEqual({ ok: false, code: 'SECOND_PERSON_NEEDED' });
  expect(stateOf(after(show(waiting)))).toBe('shown');
  expect(isWithheld(after(show(waiting)), 'words')).toBe(false);
  expect(stateOf(after(hide(waiting)))).toBe('hidden');
});

test('an appeal is made once by its author, and decided by somebody who did not hide it', () => {
  const hidden = after(hide({}));
  expect(caseOf(hidden, 'words')).toMatchObject({ cause: 'staff', state: 'hidden' });
  expect(appeal(hidden, 'neighbour')).toEqual({ ok: false, code: 'NOT_FOUND' });
  const appealed = after(appeal(hidden));
  expect(awaitsDecision(caseOf(appealed, 'words')!)).toBe(true);
  expect(appeal(appealed)).toEqual({ ok: false, code: 'WRONG_STATUS' });
  for (const decide of [show, hide])
    expect(decide(appealed, 'one')).toEqual({ ok: false, code: 'SECOND_PERSON_NEEDED' });
  expect(stateOf(after(show(appealed, 'other')))).toBe('shown');
  const kept = after(hide(appealed, 'other'));
  expect([stateOf(kept), mayAppeal(caseOf(kept, 'words')!)]).toEqual(['hidden', false]);
});

test('what was shown again may be hidden again, and appealed against again', () => {
  const again = after(hide(after(show(after(appeal(after(hide({})))), 'other'))));
  expect([stateOf(again), mayAppeal(caseOf(again, 'words')!)]).toEqual(['hidden', true]);
});

test('nothing is decided twice, and a new doubt about something hidden opens nothing', () => {
  expect(show({})).toEqual({ ok: false, code: 'WRONG_STATUS' });
  const hidden = after(hide({}));
  expect(hide(hidden)).toEqual({ ok: false, code: 'WRONG_STATUS' });
  expect(doubted(hidden)).toEqual(hidden);
  expect(stateOf(doubted(after(show(hidden))))).toBe('waiting');
});

test('turns have an end', () => {
  let moderated: Moderated = {};
  for (let turn = 0; turn < 10; turn += 1) moderated = after(show(after(hide(moderated))));
  expect(hide(moderated)).toEqual({ ok: false, code: 'TRAIL_FULL' });
});

test('a case goes over to the part that takes the place of its own', () => {
  expect(caseOf(renamedCase(doubted(), 'words', 'other'), 'other')).toMatchObject({ state: 'waiting' });
  expect(renamedCase({}, 'words', 'other')).toEqual({});
});
