import {
  branchPostHats,
  type BranchHolder,
  type BranchView,
  type TransferView,
} from '../../../miniprogram/contracts/branch';
import { branchOf, type SignedIn } from '../access/caller';
import { apartBy, scopeOfHat } from '../access/permissions';
import { marksOf, tellApart, type Apart } from '../person/rules/namesakes';
import { isFirstBranch, postsOfBranch } from '../place/branch';
import { posts, type Post } from '../place/post';
import type { Database, Question } from '../platform/database';
import type { Branch } from './branch';
import { decideTransferFault } from './rules/transfer-rules';
import type { Transfer } from './transfer';

/** All branches of a community have fewer secretaries and committee members. */
const maxHolders = 99;

/** Standards of attendance in force, and how far one goes. */
export type OwnStandards = Required<Pick<BranchView, 'standards' | 'maxPoints'>>;

/** What a branch decides on points beyond attendance, as it is in force. */
type OwnPointsView = Pick<BranchView, 'ownPoints' | 'points' | 'pointRanges' | 'pointChanges'>;

/** What counts in a branch for attendance and for points. */
export interface BranchDecisions {
  readonly standards: OwnStandards;
  readonly points: OwnPointsView;
}

/**
 * A branch with those of these posts that are its own.
 * @param decided what counts there, which is shown of the reader's own branch alone
 */
export function branchView(
  branch: Branch,
  held: readonly Post[],
  caller: SignedIn,
  decided?: BranchDecisions,
): BranchView {
  const { _id: branchId, name, kind } = branch;
  const isFirst = isFirstBranch(branchId);
  const own = held.filter((post) => (isFirst ? post.branchId === undefined : post.branchId === branchId));
  const apart = holdersApart(own, caller);
  const mine = scopeOfHat(caller.hat, 'branch.proposeTransfer') !== 'none' && branchId === branchOf(caller);
  return {
    branchId,
    name,
    kind,
    first: isFirst,
    signInByCode: branch.signInByCode === true,
    ownStandards: branch.attendance !== undefined,
    mine,
    ownPoints: decided?.points.ownPoints ?? false,
    ...(mine && decided && { ...decided.standards, ...decided.points }),
    holders: branchPostHats.flatMap((hat) =>
      own.filter((post) => post.hat === hat).flatMap((post) => holderView(post, hat, apart)),
    ),
  };
}

/** Who of a branch's posts shares a name; of a post's holder no grid is known. */
function holdersApart(held: readonly Post[], { hat }: SignedIn): Apart {
  const holders = held.flatMap(({ holder }) => holder ?? []);
  return tellApart(
    holders.map(({ personId, name, phone }) => ({ personId, name, ...marksOf({ phone }) })),
    apartBy(hat.hat),
  );
}

function holderView({ holder }: Post, hat: BranchHolder['hat'], apart: Apart): readonly BranchHolder[] {
  return holder ? [{ personId: holder.personId, name: holder.name, ...apart(holder.personId), hat }] : [];
}

/** Who leads the branches of a community. */
export function holdersOf(communityId: string): Question<Post> {
  return { of: posts, where: { communityId, hat: { oneOf: branchPostHats } }, limit: maxHolders };
}

/** Who leads one branch. One read. */
export function readHoldersAt(database: Database, branchId: string): Promise<readonly Post[]> {
  const where = { ...postsOfBranch(branchId), hat: { oneOf: branchPostHats } };
  return database.find(posts, { where, limit: maxHolders });
}

export function transferView(transfer: Transfer, caller: SignedIn): TransferView {
  const { _id: transferId, personId, name, from, to, reason, proposed } = transfer;
  const decides = scopeOfHat(caller.hat, 'branch.decideTransfer') !== 'none' && to.branchId === branchOf(caller);
  return {
    transferId,
    personId,
    name,
    fromName: from.name,
    toName: to.name,
    reason,
    byName: proposed.name,
    at: proposed.at.toISOString(),
    mayDecide: decides && decideTransferFault(transfer, caller.login.personId) === null,
  };
}
