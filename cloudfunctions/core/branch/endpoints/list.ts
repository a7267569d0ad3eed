import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy, scopeOfHat } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { communities, type Community } from '../../place/community';
import type { Post } from '../../place/post';
import type { Question } from '../../platform/database';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { branches, type Branch } from '../branch';
import { transfers, type Transfer } from '../transfer';
import { changesOfBranch, type BranchPointLine } from '../branch-point-audit';
import { decisionsOf } from './own-standards';
import { branchView, holdersOf, transferView } from '../view';

/** A community has a handful; 99 is what one query returns. */
const maxBranches = 99;
const maxTransfers = 20;

/**
 * The branches of the caller's community, or, in a post of another branch than its first, that branch alone to read of
 * and all to transfer to; with the transfers that wait for the caller's branch and those that it waits for. Where two
 * of one name are to go, one read more.
 * Cost: 2 reads.
 */
export const listBranches = signedInEndpoint({
  name: 'branch.list',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller) {
    const { communityId } = caller.login;
    const mayTransfer = scopeOfHat(caller.hat, 'branch.proposeTransfer') !== 'none';
    const all: Question<Branch> = { of: branches, where: { communityId }, sort: { _id: 'asc' }, limit: maxBranches };
    const moving = mayTransfer ? waiting(caller) : [];
    const own: Question<Community> = { of: communities, where: { _id: communityId }, limit: 1 };
    const asked: readonly [
      Question<Branch>,
      Question<Post>,
      Question<Community>,
      Question<BranchPointLine>,
      ...Question<Transfer>[],
    ] = [all, holdersOf(communityId), own, changesOfBranch(communityId, branchOf(caller)), ...moving];
    const [listed = [], held = [], [community] = [], changes = [], ...open] =
      (await database.findTogether(branches, asked)) ?? [];
    const moved = open.flat();
    const apart = await readApart(database, moved, apartBy(caller.hat.hat));
    return done({
      branches: listed.map((branch) =>
        branchView(
          branch,
          held,
          caller,
          community && decisionsOf(branch, community, branch._id === branchOf(caller) ? changes : []),
        ),
      ),
      transfers: moved.map((transfer) => ({ ...transferView(transfer, caller), ...apart(transfer.personId) })),
      mayCreate: scopeOfHat(caller.hat, 'branch.create') !== 'none',
      mayTransfer,
    });
  },
});

function waiting(caller: SignedIn): readonly Question<Transfer>[] {
  const branchId = branchOf(caller);
  return [{ 'to.branchId': branchId }, { 'from.branchId': branchId }].map((where) => ({
    of: transfers,
    where: { ...where, open: true },
    sort: { _id: 'asc' },
    limit: maxTransfers,
  }));
}
