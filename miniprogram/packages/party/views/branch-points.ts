import {
  branchPointSettings,
  type BranchPointRanges,
  type BranchPoints,
  type BranchPointSetting,
} from '../../../contracts/branch-points';
import { pointLine, pointMeaning, pointProblem, pointRange, pointUnit } from '../text/branch-points';

/** One setting as it is filled in. */
export interface PointForm {
  readonly setting: BranchPointSetting;
  readonly meaning: string;
  readonly unit: string;
  readonly typed: string;
  readonly range: string;
  readonly min: number;
  readonly max: number;
}

export function pointForms(points: BranchPoints, ranges: BranchPointRanges): readonly PointForm[] {
  return branchPointSettings.map((setting) => ({
    setting,
    meaning: pointMeaning(setting),
    unit: pointUnit(setting),
    typed: String(points[setting]),
    range: pointRange(ranges[setting]),
    ...ranges[setting],
  }));
}

export function withTyped(
  forms: readonly PointForm[],
  setting: BranchPointSetting,
  typed: string,
): readonly PointForm[] {
  return forms.map((form) => (form.setting === setting ? { ...form, typed } : form));
}

/** What was filled in, or which of it cannot be so. */
export function enteredPoints(
  forms: readonly PointForm[],
): { readonly points: BranchPoints } | { readonly missing: string } {
  const wrong = forms.find(({ typed, min, max }) => {
    const value = Number(typed);
    return typed.trim() === '' || !Number.isInteger(value) || value < min || value > max;
  });
  if (wrong) return { missing: pointProblem(wrong.setting, wrong.range) };
  const valueOf = (setting: BranchPointSetting) => Number(forms.find((form) => form.setting === setting)?.typed ?? 0);
  return {
    points: {
      contestDays: valueOf('contestDays'),
      grantCap: valueOf('grantCap'),
      pairCap: valueOf('pairCap'),
      organizationMonths: valueOf('organizationMonths'),
      organizationCarryOver: valueOf('organizationCarryOver'),
      serviceMonths: valueOf('serviceMonths'),
      serviceCarryOver: valueOf('serviceCarryOver'),
    },
  };
}

/** One line a setting, of those in force. */
export function pointLines(points: BranchPoints | undefined): readonly string[] {
  return points === undefined ? [] : branchPointSettings.map((setting) => pointLine(setting, points[setting]));
}
