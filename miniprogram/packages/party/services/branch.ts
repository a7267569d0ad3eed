import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

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
