import type { Input } from '../contracts/api';
import type { BranchMember } from '../contracts/branch';
import type { MemberClass } from '../contracts/passbook';
import { call, write } from './platform/call';

export const list = () => call('branch.list', {});
export const create = (branch: Omit<Input<'branch.create'>, 'requestId'>) => write('branch.create', branch);
export const setPost = (post: Omit<Input<'branch.setPost'>, 'requestId'>) => write('branch.setPost', post);
export const savePolicy = (policy: Omit<Input<'branch.savePolicy'>, 'requestId'>) => write('branch.savePolicy', policy);
export const listMembers = (cursor?: string) => call('branch.listMembers', cursor === undefined ? {} : { cursor });
export const setMember = (member: Omit<Input<'branch.setMember'>, 'requestId'>) => write('branch.setMember', member);
export const proposeTransfer = (transfer: Omit<Input<'branch.proposeTransfer'>, 'requestId'>) =>
  write('branch.proposeTransfer', transfer);
export const decideTransfer = (transferId: string, agree: boolean) =>
  write('branch.decideTransfer', { transferId, agree });

/** Members of the reader's branch of one class, all of them: a branch has few of each. */
export async function membersOf(memberClass: MemberClass): Promise<readonly BranchMember[]> {
  const found: BranchMember[] = [];
  let cursor: string | undefined;
  do {
    const reply = await call('branch.listMembers', { memberClass, ...(cursor !== undefined && { cursor }) });
    if (!reply.ok) return found;
    found.push(...reply.data.members);
    cursor = reply.data.next;
  } while (cursor !== undefined);
  return found;
}
