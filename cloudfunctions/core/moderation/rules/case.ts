import type { CaseState, HideReason } from '../../../../miniprogram/contracts/moderation';
import type { Hat } from '../../../../miniprogram/contracts/hat';
import type { RequestRecord } from '../../platform/request';

/** What a person did about something that others read: shown, hidden with a reason, or asked to be looked at again. */
export interface CaseAct {
  readonly act: 'hide' | 'show' | 'appeal';
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string };
  readonly hat: Hat;
  /** Of who hides: out of a closed list, `other` with words of their own. */
  readonly reason: HideReason | null;
  readonly words: string | null;
  readonly request: RequestRecord;
}

/**
 * One part of a document that others would read, such as its words or one of its photographs, and who decided what
 * about it. It lies in that very document, so that one write withholds a part and says why
 * (docs/adr/0068-a-person-decides-what-is-public.md).
 */
export interface ModerationCase {
  /** Which part, as its document names it. */
  readonly part: string;
  /** Who is told, and may appeal. */
  readonly authorId: string;
  readonly state: CaseState;
  /** `check`: WeChat's content check was in doubt. */
  readonly cause: 'check' | 'staff';
  readonly openedAt: Date;
  readonly acts: readonly CaseAct[];
  /** How often the clock told somebody that it waits, since it does (`case-clock.ts`); absent for never. */
  readonly told?: number;
}

/** What of a document is withheld, or was; absent where nothing ever was. */
export interface Moderated {
  readonly cases?: readonly ModerationCase[];
}

export function caseOf({ cases = [] }: Moderated, part: string): ModerationCase | undefined {
  return cases.find((one) => one.part === part);
}

/** Without what was decided about parts that others take the place of; the audit keeps it. */
export function withoutCases({ cases }: Moderated, parts: readonly string[]): Moderated {
  return cases?.some(({ part }) => parts.includes(part))
    ? { cases: cases.filter(({ part }) => !parts.includes(part)) }
    : {};
}

/** Whether nobody but its author and those who decide may read it now. */
export function isWithheld(moderated: Moderated, part: string): boolean {
  const found = caseOf(moderated, part);
  return found !== undefined && found.state !== 'shown';
}

/** Whether a person has to decide: the check was in doubt, or the author appealed. */
export function awaitsDecision({ state }: Pick<ModerationCase, 'state'>): boolean {
  return state === 'waiting' || state === 'appealed';
}

/** What was hidden last, unless it was shown since. */
export function lastHiding({ acts }: ModerationCase): CaseAct | undefined {
  const last = acts.filter(({ act }) => act !== 'appeal').at(-1);
  return last?.act === 'hide' ? last : undefined;
}

/** The author's word on it, if they said one since it was last shown. */
export function appealOf({ acts }: ModerationCase): CaseAct | undefined {
  const shown = acts.map(({ act }) => act).lastIndexOf('show');
  return acts.slice(shown + 1).find(({ act }) => act === 'appeal');
}

/** The requests by which people decided. */
export function caseRequests({ cases = [] }: Moderated): readonly RequestRecord[] {
  return cases.flatMap(({ acts }) => acts.map(({ request }) => request));
}
