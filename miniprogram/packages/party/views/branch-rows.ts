import type { BranchHolder, BranchView, TransferView } from '../../../contracts/branch';
import type { Choice } from '../../../text/choice';
import { attendanceLine } from '../../../text/passbook/standards';
import { joinParts } from '../../../text/join';
import { nameApart } from '../../../text/person/name-apart';
import { pointChangeLine, pointsLine } from '../text/branch-points';
import {
  branchKindName,
  branchPostName,
  ownBranchNote,
  standardsLine,
  transferLine,
  transferTitle,
} from '../text/branches';
import { pointLines } from './branch-points';

export interface HolderRow extends BranchHolder {
  readonly key: string;
  readonly post: string;
}

export interface BranchRow {
  readonly branchId: string;
  readonly name: string;
  readonly line: string;
  readonly holders: readonly HolderRow[];
  /** Its posts are given on this page, by this reader. */
  readonly setsPosts: boolean;
  readonly isMine: boolean;
  /** It decides for itself, by this reader. */
  readonly setsPolicy: boolean;
  readonly signInByCode: boolean;
  readonly ownStandards: boolean;
  readonly standards: string;
  readonly ownPoints: boolean;
  readonly points: string;
  /** One line a setting, of those in force for the reader's own branch; and what it changed last. */
  readonly pointLines: readonly string[];
  readonly pointChanges: readonly string[];
  /** One line a class, of those in force for the reader's own branch. */
  readonly classes: readonly string[];
}

/** What the reader may do beside reading. */
interface Reader {
  readonly mayCreate: boolean;
  readonly isSecretary: boolean;
}

export function branchRow(branch: BranchView, { mayCreate, isSecretary }: Reader): BranchRow {
  const { branchId, name, kind, first, mine, signInByCode, ownStandards, ownPoints } = branch;
  return {
    branchId,
    name,
    line: joinParts(branchKindName(kind), mine ? ownBranchNote : ''),
    holders: branch.holders.map((holder) => ({
      ...holder,
      name: nameApart(holder),
      key: `${holder.hat}-${holder.personId}`,
      post: branchPostName(holder.hat),
    })),
    setsPosts: mayCreate && !first,
    isMine: mine,
    setsPolicy: mine && isSecretary,
    signInByCode,
    ownStandards,
    ownPoints,
    points: pointsLine(ownPoints),
    pointLines: pointLines(branch.points),
    pointChanges: (branch.pointChanges ?? []).map(pointChangeLine),
    classes: (branch.standards ?? []).map(attendanceLine),
    standards: standardsLine(ownStandards),
  };
}

/** The branches to which a member of the reader's own may go. */
export function otherBranches(branches: readonly BranchView[]): readonly Choice[] {
  return branches.filter(({ mine }) => !mine).map(({ branchId, name }) => ({ value: branchId, text: name }));
}

export interface TransferRow {
  readonly transferId: string;
  readonly name: string;
  readonly title: string;
  readonly reason: string;
  readonly line: string;
  readonly mayDecide: boolean;
}

export function transferRow(transfer: TransferView): TransferRow {
  const { transferId, reason, mayDecide } = transfer;
  return {
    transferId,
    name: nameApart(transfer),
    title: transferTitle(transfer),
    reason,
    line: transferLine(transfer),
    mayDecide,
  };
}
