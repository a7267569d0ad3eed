import type { BranchMember } from '../../../contracts/branch';
import type { MemberClass } from '../../../contracts/passbook';
import { call } from '../../../services/platform/call';

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
