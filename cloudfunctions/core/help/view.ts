import type {
  HelpCaseRow,
  HelpCaseView,
  HelpNoteView,
  HelpPerson,
  HomeVisitView,
} from '../../../miniprogram/contracts/help';
import { branchOf, type SignedIn } from '../access/caller';
import type { Person } from '../person/person';
import { dayText } from '../time/shanghai';
import type { HelpCase, HelpNote } from './help-case';
import type { HomeVisit } from './home-visit';

export function caseRow({ _id, personId, name, kind, helper, openedAt }: HelpCase): HelpCaseRow {
  return { caseId: _id, personId, name, kind, helperName: helper.name, day: dayText(openedAt) };
}

const noteView = ({ at, by, words }: HelpNote): HelpNoteView => ({ day: dayText(at), byName: by.name, words });

/** A case with its notes, the latest first. */
export function caseView(one: HelpCase, caller: SignedIn): HelpCaseView {
  return {
    ...caseRow(one),
    version: one.version,
    words: one.words,
    notes: one.notes.map(noteView).reverse(),
    ...(one.outcome && { outcome: noteView(one.outcome) }),
    mayWrite: one.open && mayWrite(one, caller),
  };
}

/** Whoever keeps the branch, and the helper; the member reads it. */
export function mayWrite({ branchId, helper }: HelpCase, caller: SignedIn): boolean {
  return keepsBranch(caller, branchId) || helper.personId === caller.login.personId;
}

/** Whether the hat in use keeps this branch, and so reaches all that is done for its members. */
export function keepsBranch(caller: SignedIn, branchId: string): boolean {
  return caller.scope === 'branch' && branchOf(caller) === branchId;
}

export function visitView({ _id, day, by, policy, needs }: HomeVisit): HomeVisitView {
  return { visitId: _id, day, byName: by.name, policy, needs };
}

export function helpPerson({ _id, name, memberClass }: Person): HelpPerson {
  return { personId: _id, name, ...(memberClass && { memberClass }) };
}
