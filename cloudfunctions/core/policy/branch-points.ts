import {
  branchPointSettings,
  type BranchPointRanges,
  type BranchPoints,
} from '../../../miniprogram/contracts/branch-points';
import { allCarriedOver, defaultPassbookPolicy, expiryOf, grantCapOf } from '../passbook/policy';
import { object, v } from '../platform/validation';
import type { Policy } from './policy';

/** What one branch decided on points. */
export interface OwnPoints extends BranchPoints {
  readonly branchId: string;
}

/** A community's policy, and what its branches decided in its place. */
export interface DecidedPolicy {
  readonly policy: Policy;
  /** Absent, and of each branch that is not in it: the community's hold. */
  readonly branchPoints?: readonly OwnPoints[];
}

export const branchPointRanges: BranchPointRanges = {
  contestDays: { min: 1, max: 366 },
  grantCap: { min: 0, max: 1_000 },
  pairCap: { min: 1, max: 100 },
  organizationMonths: { min: 0, max: 120 },
  organizationCarryOver: { min: 0, max: allCarriedOver },
  serviceMonths: { min: 0, max: 120 },
  serviceCarryOver: { min: 0, max: allCarriedOver },
};

const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** All of them together: what a branch takes over it answers for whole. */
export const branchPointsSchema = object({
  contestDays: within(branchPointRanges.contestDays),
  grantCap: within(branchPointRanges.grantCap),
  pairCap: within(branchPointRanges.pairCap),
  organizationMonths: within(branchPointRanges.organizationMonths),
  organizationCarryOver: within(branchPointRanges.organizationCarryOver),
  serviceMonths: within(branchPointRanges.serviceMonths),
  serviceCarryOver: within(branchPointRanges.serviceCarryOver),
});

/** What a branch decided itself; undefined where the community's hold. */
export function ownPointsOf({ branchPoints = [] }: DecidedPolicy, branchId: string): OwnPoints | undefined {
  return branchPoints.find((one) => one.branchId === branchId);
}

/** What counts for the books and activities of a branch: its own, else its community's. Pure. */
export function policyOfBranch(decided: DecidedPolicy, branchId: string): Policy {
  const { policy } = decided;
  const own = ownPointsOf(decided, branchId);
  if (!own) return policy;
  const passbook = { ...defaultPassbookPolicy, ...policy.passbook };
  return {
    ...policy,
    activity: { ...policy.activity, pairCap: own.pairCap },
    passbook: {
      ...passbook,
      contestDays: own.contestDays,
      grantCap: own.grantCap,
      expiry: {
        organization: { months: own.organizationMonths, carryOver: own.organizationCarryOver },
        service: { months: own.serviceMonths, carryOver: own.serviceCarryOver },
        courtyard: expiryOf(passbook, 'courtyard'),
      },
    },
  };
}

/** The settings that are in force for a branch. */
export function pointsInForce(decided: DecidedPolicy, branchId: string): BranchPoints {
  const { activity, passbook = defaultPassbookPolicy } = policyOfBranch(decided, branchId);
  const [organization, service] = [expiryOf(passbook, 'organization'), expiryOf(passbook, 'service')];
  return {
    contestDays: passbook.contestDays,
    grantCap: grantCapOf(passbook),
    pairCap: activity.pairCap,
    organizationMonths: organization.months,
    organizationCarryOver: organization.carryOver,
    serviceMonths: service.months,
    serviceCarryOver: service.carryOver,
  };
}

/** The community's list with what a branch decides now; null: the community's hold for it again. */
export function withOwnPoints(
  { branchPoints = [] }: DecidedPolicy,
  branchId: string,
  points: BranchPoints | null,
): readonly OwnPoints[] {
  const others = branchPoints.filter((one) => one.branchId !== branchId);
  return points ? [...others, { branchId, ...points }] : others;
}

/** What of it is other than before; a setting that is the community's is undefined. */
export function changedPoints(before: OwnPoints | undefined, after: BranchPoints | null) {
  return branchPointSettings
    .map((setting) => ({ setting, from: before?.[setting], to: after?.[setting] }))
    .filter(({ from, to }) => from !== to);
}
