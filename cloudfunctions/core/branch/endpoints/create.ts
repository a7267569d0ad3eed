import { branchKinds } from '../../../../miniprogram/contracts/branch';
import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { branchIdOf } from '../../place/branch';
import { checkTexts } from '../../platform/content';
import { done, refuse } from '../../platform/result';
import { line, object, requestId, v } from '../../platform/validation';
import { branches, isSameName, namedBranchId, type Branch } from '../branch';
import { branchView } from '../view';

/**
 * A branch beside the community's others. Its id follows from its name, so that a name stands once in a community.
 * Cost: 2 reads, 2 writes.
 */
export const createBranch = signedInEndpoint({
  name: 'branch.create',
  input: object({ name: line(limits.branchName), kind: v.picklist(branchKinds), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { name, kind }) {
    const { database, request } = context;
    const { communityId } = caller.login;
    const [first, refused] = await Promise.all([
      database.get(branches, branchIdOf(communityId)),
      checkTexts(context, { name }),
    ]);
    if (refused) return refused;
    if (first && isSameName(first.name, name)) return refuse('BRANCH_KNOWN', 'name');
    const _id = namedBranchId(communityId, name);
    const acts = withAct({}, context, caller, 'branch.create');
    const branch: Branch = { _id, communityId, name, kind, request, ...acts };
    if (await database.insert(branches, branch)) return done(branchView(branch, [], caller));
    const known = await database.get(branches, _id);
    const isRepeated = known?.request?.requestKey === request.requestKey;
    return known && isRepeated ? done(branchView(known, [], caller)) : refuse('BRANCH_KNOWN', 'name');
  },
});
