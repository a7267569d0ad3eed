import type { NameApart } from './name-apart';
import type { MemberClass } from './passbook';

/** 困难帮扶 and 思想帮扶: what a case of help is about. */
export const helpKinds = ['hardship', 'outlook'] as const;
export type HelpKind = (typeof helpKinds)[number];

export const helpLimits = {
  /** Characters of what was said at a visit, of what a case is about, of a note and of an outcome. */
  words: 300,
  /** Notes of one case. */
  notes: 40,
  /** Visits that are shown of one member; older ones stay stored. */
  visits: 12,
  /** Open cases of one branch that a list shows. */
  cases: 99,
} as const;

/**
 * A member whom somebody of the committee class visits at home again and again (S3-06). `visitorName` is absent while
 * nobody was named; `dueDay`, `2026-11-28`, by then. `notSpecial`: in another class by now, so that the visits may end.
 */
export interface HomeVisitRow extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly visitorName?: string;
  readonly dueDay?: string;
  readonly lastDay?: string;
  readonly isLate: boolean;
  readonly notSpecial?: true;
  /** The reader is the one who visits. */
  readonly isMine: boolean;
}

/** A visit that was made: what was said of policy, and what they need. */
export interface HomeVisitView {
  readonly visitId: string;
  readonly day: string;
  readonly byName: string;
  readonly policy: string;
  readonly needs: string;
}

export interface HelpCaseRow extends NameApart {
  readonly caseId: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: HelpKind;
  readonly helperName: string;
  /** Since when: `2026-11-28`. */
  readonly day: string;
}

export interface HelpNoteView {
  readonly day: string;
  readonly byName: string;
  readonly words: string;
}

export interface HelpCaseView extends HelpCaseRow {
  readonly version: number;
  readonly words: string;
  readonly notes: readonly HelpNoteView[];
  /** What came of it, once it is closed. */
  readonly outcome?: HelpNoteView;
  readonly mayWrite: boolean;
}

/** Whom somebody of the branch may name. */
export interface HelpPerson extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly memberClass?: MemberClass;
}

/** What the branch keeps of one member, for those whom it concerns. */
export interface HelpMemberView {
  readonly personId: string;
  readonly name: string;
  readonly plan: HomeVisitRow | null;
  readonly visits: readonly HomeVisitView[];
  readonly cases: readonly HelpCaseView[];
  /** Of the committee class: whom the reader may name as visitor or helper; empty for who may not. */
  readonly committee: readonly HelpPerson[];
  readonly mayVisit: boolean;
}

export interface HelpApi {
  /**
   * Whom the branch visits at home, and its open cases. Who keeps the branch sees all; a member what they do
   * themselves, and what is done for them. `members`: whom a new case may be about.
   */
  'help.list': {
    input: Record<string, never>;
    output: {
      visits: readonly HomeVisitRow[];
      cases: readonly HelpCaseRow[];
      members: readonly HelpPerson[];
      mine: boolean;
    };
  };
  'help.getMember': { input: { personId: string }; output: HelpMemberView };
  /** Somebody of the committee class visits a member from now on. */
  'help.assignVisitor': {
    input: { personId: string; visitorId: string; requestId: string };
    output: { personId: string; visitorId: string; dueDay: string };
  };
  'help.recordVisit': {
    input: { personId: string; day: string; policy: string; needs: string; requestId: string };
    output: { visitId: string; dueDay: string };
  };
  'help.openCase': {
    input: { personId: string; kind: HelpKind; words: string; helperId: string; requestId: string };
    output: { caseId: string };
  };
  'help.addNote': {
    input: { caseId: string; version: number; words: string; requestId: string };
    output: { caseId: string; version: number };
  };
  /** A case ends with what came of it. */
  'help.closeCase': {
    input: { caseId: string; version: number; words: string; requestId: string };
    output: { caseId: string; version: number };
  };
}
