import { branchPostHats } from '../../../../miniprogram/contracts/branch';
import { signedInEndpoint } from '../../access/endpoint';
import { writeAssignments } from '../../access/write-assignments';
import { people } from '../../person/person';
import { branchOfPerson, isFirstBranch } from '../../place/branch';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { branches } from '../branch';
import { branchPost } from '../branch-post';
import { branchView, readHoldersAt } from '../view';

/**
 * Somebody leads a branch beside the community's first from now on, or does not any more; they wear the hat with the
 * timer's next run. Posts of the first branch are the community's (`post.assign`). Who leads a branch belongs to it.
 * Cost: 5 reads, 4 writes.
 */
export const setBranchPost = signedInEndpoint({
  name: 'branch.setPost',
  input: object({ branchId: id, personId: id, hat: v.picklist(branchPostHats), holds: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { branchId, personId, hat, holds }) {
    const { database, clock } = context;
    const { communityId } = caller.login;
    const [branch, person, held] = await Promise.all([
      database.get(branches, branchId),
      database.get(people, personId),
      readHoldersAt(database, branchId),
    ]);
    if (branch?.communityId !== communityId || isFirstBranch(branchId)) return refuse('NOT_FOUND', 'branchId');
    if (person?.communityId !== communityId || (holds && person.leftAt)) return refuse('NOT_FOUND', 'personId');
    if (holds && branchOfPerson(person) !== branchId) return refuse('OTHER_BRANCH', 'personId');
    const made = branchPost(branch, { personId, hat }, clock.now());
    const known = held.find(({ _id }) => _id === made._id);
    if (!holds && !known) return refuse('NOT_FOUND', 'personId');
    const holder = holds ? { personId, name: person.name, phone: person.phone } : null;
    const assignment = { holder, from: clock.now(), action: 'branch.setPost' } as const;
    const written = await writeAssignments(context, caller, [known ?? made], assignment);
    if (!written.ok) return written;
    const others = held.filter(({ _id }) => _id !== made._id);
    return done(branchView(branch, [...others, written.data], caller));
  },
});
