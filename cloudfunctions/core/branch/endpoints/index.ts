import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { createBranch } from './create';
import { decideTransfer } from './decide-transfer';
import { listBranches } from './list';
import { listBranchMembers } from './list-members';
import { proposeTransfer } from './propose-transfer';
import { saveBranchPolicy } from './save-policy';
import { setBranchMember } from './set-member';
import { setBranchPost } from './set-post';

/** The branches of a community, who leads them, and who goes from one to another. */
export const branchEndpoints = {
  'branch.list': listBranches,
  'branch.create': createBranch,
  'branch.setPost': setBranchPost,
  'branch.savePolicy': saveBranchPolicy,
  'branch.listMembers': listBranchMembers,
  'branch.setMember': setBranchMember,
  'branch.proposeTransfer': proposeTransfer,
  'branch.decideTransfer': decideTransfer,
} satisfies Partial<Routes<Caller>>;
