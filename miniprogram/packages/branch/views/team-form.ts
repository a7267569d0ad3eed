/** Volunteers' teams as the page draws them, and one as it is submitted. */
import type { Input, Output } from '../../../contracts/api';
import type { Skill } from '../../../contracts/skill';
import { teamLimits, type TeamMemberView, type TeamView } from '../../../contracts/team';
import { nameApart } from '../../../text/person/name-apart';
import { skillName } from '../../../text/person/skills';
import { foundLine, foundNotes, sectionTeamName, teamLine, teamProblems } from '../text/teams';

export interface TeamRow {
  readonly teamId: string;
  readonly name: string;
  readonly line: string;
  /** The members' vanguard, of which the reader is one. */
  readonly isOwnVanguard: boolean;
}

/** A team as somebody changes it. */
export interface TeamForm {
  /** '' for a new one. */
  readonly teamId: string;
  readonly version: number;
  readonly name: string;
  readonly skill: Skill | '';
  readonly captainId: string;
  readonly members: readonly TeamMemberView[];
  readonly sectionId: string;
  /** What the section is called, where the team is founded for it. */
  readonly sectionName: string;
  readonly vanguard: boolean;
}

export const noTeamForm: TeamForm = {
  teamId: '',
  version: 0,
  name: '',
  skill: '',
  captainId: '',
  members: [],
  sectionId: '',
  sectionName: '',
  vanguard: false,
};

export function teamRow(
  { teamId, name, skill, captain, count, memberIds, vanguard }: TeamView,
  mine: boolean,
): TeamRow {
  const isOwnVanguard = vanguard === true && !mine && memberIds.length > 0;
  return { teamId, name, line: teamLine(skillName(skill), captain, count), isOwnVanguard };
}

export function teamFormOf(team: TeamView, members: readonly TeamMemberView[]): TeamForm {
  const { teamId, version, name, skill, captainId, sectionId = '', vanguard = false } = team;
  const named = members.map((one) => ({ personId: one.personId, name: nameApart(one) }));
  return { teamId, version, name, skill, captainId, members: named, sectionId, sectionName: '', vanguard };
}

/** A new team for a section (1+N). */
export function teamFormFor(sectionId: string, sectionName: string): TeamForm {
  return { ...noTeamForm, name: sectionTeamName(sectionName, teamLimits.name), sectionId, sectionName };
}

/** What a masked number shows at its end. */
const shownDigits = 4;

/** Somebody who may be in a team: a party member, a resident, a veteran, a volunteer (S1-12). */
export interface FoundPerson extends TeamMemberView {
  /** Tells namesakes apart. */
  readonly line: string;
  /** The name, with the end of the number where another one who was found has the same. */
  readonly fullName: string;
}

export function foundPeople({ people, hasMore }: Output<'person.find'>) {
  const found = people.map((person): FoundPerson => {
    const { personId, name, phone } = person;
    const hasNamesake = people.some((one) => one.name === name && one.personId !== personId);
    const fullName = hasNamesake && phone !== '' ? nameApart({ name, phoneEnd: phone.slice(-shownDigits) }) : name;
    return { personId, name, line: foundLine(person), fullName };
  });
  return { found, foundNote: hasMore ? foundNotes.more : found.length === 0 ? foundNotes.none : '' };
}

/** One more member; the first leads the team until somebody else is chosen. */
export function withMember(form: TeamForm, member: TeamMemberView): TeamForm {
  if (form.members.some(({ personId }) => personId === member.personId)) return form;
  return { ...form, captainId: form.captainId || member.personId, members: [...form.members, member] };
}

export function withoutMember(form: TeamForm, personId: string): TeamForm {
  const captainId = form.captainId === personId ? '' : form.captainId;
  return { ...form, captainId, members: form.members.filter((one) => one.personId !== personId) };
}

/** What is to be saved, or the first thing that it lacks. */
export function teamInputOf(form: TeamForm): Omit<Input<'team.change'>, 'requestId'> | { readonly problem: string } {
  const { teamId, version, skill, captainId, members, sectionId, vanguard } = form;
  const name = form.name.trim();
  if (name === '') return { problem: teamProblems.name };
  if (skill === '') return { problem: teamProblems.skill };
  if (captainId === '') return { problem: teamProblems.captain };
  return {
    ...(teamId !== '' && { teamId }),
    ...{ version, name, skill, captainId, memberIds: members.map(({ personId }) => personId) },
    ...(sectionId !== '' && { sectionId }),
    ...(vanguard && { vanguard }),
  };
}
