import type { Result } from '../../platform/result';
import { appealOf, caseOf, lastHiding, type CaseAct, type Moderated, type ModerationCase } from './case';

/** A part, and whose it is. */
export interface CasePart {
  readonly part: string;
  readonly authorId: string;
}

/** More turns than anybody takes about one thing. */
const maxActs = 20;

/** WeChat's check was in doubt about these parts: each waits for a person, unless one is hidden already. */
export function withDoubts(
  moderated: Moderated,
  doubted: readonly CasePart[],
  at: Date,
): { readonly cases?: readonly ModerationCase[] } {
  return doubted.reduce((current, { part, authorId }) => {
    const found = caseOf(current, part);
    if (found && found.state !== 'shown') return current;
    const opened = { part, authorId, state: 'waiting', cause: 'check', openedAt: at, acts: found?.acts ?? [] } as const;
    return withCase(current, opened);
  }, casesOnly(moderated));
}

/**
 * What staff decide about a part. A part that is shown is hidden, one that waits for a person is shown or stays hidden,
 * and a hidden one is shown again. Nobody decides about their own words, and whoever hid something decides no appeal
 * against it. Refusals: `SECOND_PERSON_NEEDED`, `WRONG_STATUS` (it is so already), `TRAIL_FULL`.
 */
export function decideCase(
  moderated: Moderated,
  { part, authorId }: CasePart,
  act: CaseAct & { readonly act: 'hide' | 'show' },
): Result<readonly ModerationCase[]> {
  const found = caseOf(moderated, part);
  const state = found?.state ?? 'shown';
  if (act.by.personId === authorId) return { ok: false, code: 'SECOND_PERSON_NEEDED' };
  if (state === 'appealed' && found && lastHiding(found)?.by.personId === act.by.personId)
    return { ok: false, code: 'SECOND_PERSON_NEEDED' };
  if (act.act === 'show' ? state === 'shown' : state === 'hidden') return { ok: false, code: 'WRONG_STATUS' };
  const opened = found ?? { part, authorId, state, cause: 'staff' as const, openedAt: act.at, acts: [] };
  if (opened.acts.length >= maxActs) return { ok: false, code: 'TRAIL_FULL' };
  const cause = state === 'shown' ? 'staff' : opened.cause;
  const decided = {
    ...opened,
    cause,
    state: act.act === 'show' ? 'shown' : 'hidden',
    acts: [...opened.acts, act],
  } as const;
  return { ok: true, data: withCase(moderated, decided).cases };
}

/** Whether the author may ask that somebody else looks at it: once for each time that it was hidden. */
export function mayAppeal(found: ModerationCase): boolean {
  return found.state === 'hidden' && appealOf(found) === undefined && found.acts.length < maxActs;
}

/** The author asks once that somebody else decides. */
export function appealCase(
  moderated: Moderated,
  part: string,
  act: CaseAct & { readonly act: 'appeal' },
): Result<readonly ModerationCase[]> {
  const found = caseOf(moderated, part);
  if (!found || found.authorId !== act.by.personId) return { ok: false, code: 'NOT_FOUND' };
  if (!mayAppeal(found)) return { ok: false, code: 'WRONG_STATUS' };
  const appealed = { ...found, state: 'appealed', told: 0, acts: [...found.acts, act] } as const;
  return { ok: true, data: withCase(moderated, appealed).cases };
}

/** The clock told somebody once more that a part waits. */
export function toldOnce(moderated: Moderated, found: ModerationCase): Moderated {
  return withCase(moderated, { ...found, told: (found.told ?? 0) + 1 });
}

/** The same cases, with one part under another name: its photograph was drawn anew. */
export function renamedCase(moderated: Moderated, from: string, to: string): Moderated {
  if (!moderated.cases) return {};
  return { cases: moderated.cases.map((one) => (one.part === from ? { ...one, part: to } : one)) };
}

function casesOnly({ cases }: Moderated): Moderated {
  return cases ? { cases } : {};
}

function withCase({ cases = [] }: Moderated, changed: ModerationCase) {
  const isKnown = cases.some(({ part }) => part === changed.part);
  return { cases: isKnown ? cases.map((one) => (one.part === changed.part ? changed : one)) : [...cases, changed] };
}
