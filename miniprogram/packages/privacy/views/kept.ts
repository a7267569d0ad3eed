/** What is kept about somebody, as their own page draws it. */
import type { KeptView, PrivacyView } from '../../../contracts/privacy';
import { className } from '../../../text/passbook/classes';
import { skillName } from '../../../text/person/skills';
import { agreedWords, hoursKept, keptWords, provedPhone, veteran, volunteer } from '../text/privacy';

interface KeptRow {
  readonly name: string;
  readonly value: string;
  readonly purpose: string;
}

export interface Kept {
  /** Empty for a visitor. */
  readonly rows: readonly KeptRow[];
  readonly agreed: readonly { readonly name: string; readonly purpose: string }[];
}

export function kept({ kept: view }: PrivacyView): Kept {
  if (!view) return { rows: [], agreed: [] };
  const { alone, portrait, centreHousehold } = view.agreed;
  return {
    rows: rowsOf(view).filter(({ value }) => value !== ''),
    agreed: [
      ...(alone ? [agreedWords.alone] : []),
      ...(portrait ? [agreedWords.portrait] : []),
      ...(centreHousehold ? [agreedWords.centreHousehold] : []),
    ],
  };
}

function rowsOf(view: KeptView): readonly KeptRow[] {
  const { memberClass, skills } = view;
  return [
    { ...keptWords.name, value: view.name },
    { ...keptWords.phone, value: view.isPhoneProved ? provedPhone(view.phone) : view.phone },
    { ...keptWords.home, value: view.homeLabel ?? '' },
    { ...keptWords.serves, value: view.servesLabel ?? '' },
    { ...keptWords.branch, value: view.branchName ?? '' },
    { ...keptWords.memberClass, value: memberClass ? className(memberClass) : '' },
    { ...keptWords.employer, value: view.employer ?? '' },
    { ...keptWords.skills, value: skills.map(skillName).join('、') },
    { ...keptWords.hours, value: view.hasHours ? hoursKept : '' },
    { ...keptWords.roles, value: rolesOf(view).join('、') },
  ];
}

function rolesOf({ isVeteran, isVolunteer }: KeptView): readonly string[] {
  return [...(isVeteran ? [veteran] : []), ...(isVolunteer ? [volunteer] : [])];
}
