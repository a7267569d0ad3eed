import type { FindingKind } from '../../../miniprogram/contracts/finding';
import { collection } from '../platform/database';

/**
 * Something of a community that is still to be put right. `_id` is `kind:subject`, so that the same is found once;
 * nights write what they find, and what a night did not find again goes.
 */
export interface Finding {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: FindingKind;
  readonly label: string;
  readonly detail?: string;
  readonly placeId?: string;
  readonly personId?: string;
  readonly orderId?: string;
  /** The night that found it last, `2026-11-23`. */
  readonly night: string;
}

export const findings = collection<Finding>('findings');

/** How many a community has of each kind; `_id` is the community's. */
export interface FindingCounts {
  readonly _id: string;
  readonly counts: Readonly<Record<FindingKind, number>>;
  readonly countedAt: Date;
}

export const findingCounts = collection<FindingCounts>('findingCounts');

/** Before anything was counted. */
export const noFindings: FindingCounts['counts'] = {
  vacancy: 0,
  householdWithoutChief: 0,
  chiefOverloaded: 0,
  personWithoutGrid: 0,
  orderWithoutGrid: 0,
  shopWithoutGrid: 0,
  placeWithoutCard: 0,
  holderElsewhere: 0,
  leaderApart: 0,
  postMisplaced: 0,
  sectionWithoutTeam: 0,
  teamIncomplete: 0,
  fewReminders: 0,
};

/** One that was found now. */
export type Found = Omit<Finding, 'night' | 'communityId'>;
