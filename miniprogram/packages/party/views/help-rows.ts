import { dayName } from '../../../text/dates';
import type { HelpCaseRow, HelpCaseView, HelpNoteView, HomeVisitRow, HomeVisitView } from '../../../contracts/help';
import { joinParts } from '../../../text/join';
import { nameApart } from '../../../text/person/name-apart';
import { caseLine, helpKindName, helperLine, lastVisitLine, nobodyVisits, visitLine, visitTitle } from '../text/help';

export interface HelpRow {
  readonly key: string;
  readonly personId: string;
  readonly title: string;
  readonly line: string;
}

export function visitRow(row: HomeVisitRow): HelpRow {
  return { key: row.personId, personId: row.personId, title: nameApart(row), line: visitLine(row) };
}

export function caseRow(row: HelpCaseRow): HelpRow {
  return { key: row.caseId, personId: row.personId, title: nameApart(row), line: caseLine(row) };
}

/** Who visits a member, and when they did last. */
export function planLines(plan: HomeVisitRow | null): readonly string[] {
  return plan === null ? [nobodyVisits] : [visitLine(plan), lastVisitLine(plan)];
}

export interface VisitCard {
  readonly visitId: string;
  readonly title: string;
  readonly policy: string;
  readonly needs: string;
}

export function visitCard({ visitId, day, byName, policy, needs }: HomeVisitView): VisitCard {
  return { visitId, title: visitTitle(day, byName), policy, needs };
}

export interface NoteLine {
  readonly key: string;
  readonly words: string;
  readonly line: string;
}

export interface CaseCard {
  readonly caseId: string;
  readonly version: number;
  readonly title: string;
  readonly line: string;
  readonly words: string;
  readonly notes: readonly NoteLine[];
  readonly outcome: string;
  readonly outcomeLine: string;
  readonly mayWrite: boolean;
}

const signed = ({ day, byName }: HelpNoteView): string => joinParts(dayName(day), byName);

export function caseCard(one: HelpCaseView): CaseCard {
  return {
    caseId: one.caseId,
    version: one.version,
    title: helpKindName(one.kind),
    line: helperLine(one),
    words: one.words,
    notes: one.notes.map((note, index) => ({ key: String(index), words: note.words, line: signed(note) })),
    outcome: one.outcome?.words ?? '',
    outcomeLine: one.outcome ? signed(one.outcome) : '',
    mayWrite: one.mayWrite,
  };
}
