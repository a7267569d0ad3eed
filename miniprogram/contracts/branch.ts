import type { BranchPointChange, BranchPointRanges, BranchPoints } from './branch-points';
import type { NameApart } from './name-apart';
import type { MemberClass } from './passbook';
import type { AttendanceStandard } from './policy';

/** What a branch is of: the community, its village, a trade such as the couriers', a work unit, a building. */
export const branchKinds = ['community', 'village', 'trade', 'unit', 'building'] as const;
export type BranchKind = (typeof branchKinds)[number];

/** The posts of a branch beside its community's first; those of the first are given at the community. */
export const branchPostHats = ['secretary', 'committee'] as const;
export type BranchPostHat = (typeof branchPostHats)[number];

export interface BranchHolder extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly hat: BranchPostHat;
}

/** One of a community's branches; each keeps its own books, activities and seal. */
export interface BranchView {
  readonly branchId: string;
  readonly name: string;
  readonly kind: BranchKind;
  /** The community's first: its posts are the community's. */
  readonly first: boolean;
  /** Members sign in by the code on the host's phone, beside the roll by hand. */
  readonly signInByCode: boolean;
  /** It has standards of attendance of its own instead of the community's. */
  readonly ownStandards: boolean;
  /** Those in force, else those to begin with, and how far one goes; of the reader's own branch alone. */
  readonly standards?: readonly AttendanceStandard[];
  readonly maxPoints?: number;
  /** It decided on points beyond attendance itself, instead of the community. */
  readonly ownPoints: boolean;
  /** Those in force, how far each goes, and what was changed last; of the reader's own branch alone. */
  readonly points?: BranchPoints;
  readonly pointRanges?: BranchPointRanges;
  readonly pointChanges?: readonly BranchPointChange[];
  /** The reader's hat acts for it. */
  readonly mine: boolean;
  readonly holders: readonly BranchHolder[];
}

/** Somebody is to belong to another branch; it waits for that branch's word. */
export interface TransferView extends NameApart {
  readonly transferId: string;
  readonly personId: string;
  readonly name: string;
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
  readonly byName: string;
  readonly at: string;
  /** Whether the reader may say yes or no. */
  readonly mayDecide: boolean;
}

export interface BranchMember extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly memberClass?: MemberClass;
  /** Of a young member. */
  readonly mentorName?: string;
  /** Who made them a member or gave them this class last, and why; for who may do so, where somebody did. */
  readonly changed?: { readonly byName: string; readonly at: string; readonly reason: string };
}

export interface BranchApi {
  /** Of the caller's community, the first one first, and the open transfers to and from the caller's branch. */
  'branch.list': {
    input: Record<string, never>;
    /** `mayCreate`: the caller makes branches and says who holds their posts. `mayTransfer`: who belongs where. */
    output: {
      branches: readonly BranchView[];
      transfers: readonly TransferView[];
      mayCreate: boolean;
      mayTransfer: boolean;
    };
  };
  'branch.create': { input: { name: string; kind: BranchKind; requestId: string }; output: BranchView };
  /** Gives a post of a branch to somebody, or takes it. */
  'branch.setPost': {
    input: { branchId: string; personId: string; hat: BranchPostHat; holds: boolean; requestId: string };
    output: BranchView;
  };
  /**
   * What the caller's branch decides for itself. `standards` stand in place of the community's; null: the community's
   * count again. `points`: the same of what is decided on points beyond attendance. What is not named stays.
   */
  'branch.savePolicy': {
    input: {
      signInByCode?: boolean;
      standards?: AttendanceStandard[] | null;
      points?: BranchPoints | null;
      requestId: string;
    };
    output: BranchView;
  };
  /** Members of the caller's branch by id; `memberClass` names one class. */
  'branch.listMembers': {
    input: { memberClass?: MemberClass; cursor?: string };
    output: { members: readonly BranchMember[]; next?: string };
  };
  /**
   * Somebody is a member of the caller's branch, of this class; null: they are none any more. What was written stays as
   * it is.
   */
  'branch.setMember': {
    input: { personId: string; memberClass: MemberClass | null; reason: string; requestId: string };
    output: BranchMember;
  };
  /** A branch lets one of its members go to another. */
  'branch.proposeTransfer': {
    input: { personId: string; toBranchId: string; reason: string; requestId: string };
    output: TransferView;
  };
  /** The other branch's word: they belong to it from then on, and what was written stays as it is. */
  'branch.decideTransfer': {
    input: { transferId: string; agree: boolean; requestId: string };
    output: { transferId: string; agreed: boolean };
  };
}
