import { memberClasses } from '../../../miniprogram/contracts/passbook';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';

/** What one class of members gains or loses for one activity; whole points, `absent` at or below zero. */
export interface ClassStandard {
  readonly attended: number;
  readonly absent: number;
  /** On stage: for the organiser, in place of `attended` (S3-09). */
  readonly organised: number;
  /** Behind it: for the guide, in place of `attended`. */
  readonly guided: number;
}

/** The points rules of a community: data with a version, which every entry names. */
export interface PointsRules {
  readonly version: number;
  readonly organization: Readonly<Record<MemberClass, ClassStandard>>;
}

export const standardRules: PointsRules = {
  version: 1,
  organization: {
    committee: { attended: 3, absent: -4, organised: 6, guided: 6 },
    young: { attended: 3, absent: -2, organised: 6, guided: 3 },
    senior: { attended: 3, absent: -1, organised: 6, guided: 3 },
    special: { attended: 3, absent: 0, organised: 6, guided: 3 },
  },
};

/**
 * Names what breaks a rule set, null where it holds: whole numbers in their bounds, nobody held to more than the
 * committee (S3-07), special members never deducted (S3-13).
 */
export function faultOf(rules: PointsRules): string | null {
  for (const memberClass of memberClasses) {
    const standard = rules.organization[memberClass];
    const gains = [standard.attended, standard.organised, standard.guided];
    if (![...gains, standard.absent].every(Number.isSafeInteger)) return `organization.${memberClass}`;
    if (gains.some((points) => points < 0 || points > 100)) return `organization.${memberClass}`;
    if (standard.absent > 0 || standard.absent < -100) return `organization.${memberClass}.absent`;
    if (standard.absent < rules.organization.committee.absent) return 'organization.committee.absent';
  }
  return rules.organization.special.absent === 0 ? null : 'organization.special.absent';
}
