/**
 * What a branch decides on points beyond attendance, in its community's place: until when a line may be contested, how
 * much one person may give by hand in a month, how often the same two close and sign, and when points run out.
 */
export const branchPointSettings = [
  'contestDays',
  'grantCap',
  'pairCap',
  'organizationMonths',
  'organizationCarryOver',
  'serviceMonths',
  'serviceCarryOver',
] as const;
export type BranchPointSetting = (typeof branchPointSettings)[number];
export type BranchPoints = Readonly<Record<BranchPointSetting, number>>;

/** How far each may go. */
export type BranchPointRanges = Readonly<Record<BranchPointSetting, { readonly min: number; readonly max: number }>>;

/** Who changed one of them, and when; undefined where the community's counted before, or counts since. */
export interface BranchPointChange {
  readonly setting: BranchPointSetting;
  readonly from?: number;
  readonly to?: number;
  readonly at: string;
  readonly name: string;
}
