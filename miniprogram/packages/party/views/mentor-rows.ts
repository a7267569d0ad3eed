import { mentorLimits, type MentorPerson, type MentorView } from '../../../contracts/mentor';
import { nameApart } from '../../../text/person/name-apart';
import { adviceLines, guidedByLine, notYoungLine } from '../text/mentors';

export interface MentorRow {
  readonly personId: string;
  readonly name: string;
  readonly advice: string;
  readonly apprentices: readonly { readonly personId: string; readonly name: string; readonly line: string }[];
  /** There is room for one more. */
  readonly mayTake: boolean;
}

export function mentorRow(view: MentorView): MentorRow {
  const { personId, apprentices, advice } = view;
  return {
    personId,
    name: nameApart(view),
    advice: advice ? adviceLines[advice] : '',
    apprentices: apprentices.map((one) => ({
      personId: one.personId,
      name: nameApart(one),
      line: one.notYoung ? notYoungLine : '',
    })),
    mayTake: advice !== 'notCommittee' && apprentices.length < mentorLimits.most,
  };
}

/** Somebody whom a mentor could guide; `line`: who does now. */
export interface Candidate extends MentorPerson {
  readonly line: string;
}

/** Young members who are not with this mentor: those without one first. */
export function candidatesFor(
  mentorId: string,
  rows: readonly MentorRow[],
  without: readonly MentorPerson[],
): readonly Candidate[] {
  const others = rows.filter(({ personId }) => personId !== mentorId);
  return [
    ...without.map(({ personId, name }) => ({ personId, name, line: '' })),
    ...others.flatMap(({ name, apprentices }) =>
      apprentices
        .filter(({ line }) => line === '')
        .map((one) => ({ personId: one.personId, name: one.name, line: guidedByLine(name) })),
    ),
  ];
}
