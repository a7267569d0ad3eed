import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy, scopeOf } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { branches } from '../../branch/branch';
import { communities } from '../../place/community';
import { branchIdOf } from '../../place/branch';
import type { Context } from '../../platform/context';
import type { Question } from '../../platform/database';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { reviews } from '../../review/review';
import { recognitionPolicyOf } from '../community-policy';
import { commendations, type Commendation } from '../commendation/commendation';
import { draftCommendation } from '../commendation/draft';
import { frozenMonths, monthsOfBranch } from '../commendation/frozen';
import { approvedView, draftView } from '../commendation/view';
import { period } from '../inputs';
import { newestFirst, periodsOf } from '../rules/commend';

const listsKept = 60;

/**
 * Who is commended for a month or a year of the branch, the newest where none is named: what was approved for its
 * members, drafts too for who reads its reviews.
 * Cost: grows with the months of the period.
 */
export const getCommendation = signedInEndpoint({
  name: 'recognition.getCommendation',
  input: object({ period: optional(period), branchId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const { database } = context;
    const { communityId } = caller.login;
    const branchId = input.branchId ?? branchOf(caller);
    const isOwn = branchId === branchOf(caller);
    if (!isOwn && (caller.scope !== 'community' || !(await isBranchOf(context, communityId, branchId))))
      return refuse('NOT_FOUND', 'branchId');
    const approvedOnes: Question<Commendation> = {
      of: commendations,
      where: { branchId },
      sort: { period: 'desc' },
      limit: listsKept,
    };
    const [months = [], approved = []] =
      (await database.findTogether(reviews, [monthsOfBranch(branchId), approvedOnes] as const)) ?? [];
    const keepsBooks = scopeOf(caller.hat.hat, 'review.get') !== 'none';
    const frozen = frozenMonths(months);
    const periods = newestFirst([...approved.map((one) => one.period), ...(keepsBooks ? periodsOf(frozen) : [])]);
    const wanted = input.period ?? periods[0];
    if (wanted === undefined) return done({ periods });
    if (!periods.includes(wanted)) return refuse('NOT_FOUND', 'period');
    const found = approved.find((one) => one.period === wanted);
    const by = apartBy(caller.hat.hat);
    if (found) {
      const apart = await readApart(database, found.people, by);
      return done({ periods, commendation: approvedView(found, keepsBooks, apart) });
    }
    const { month, year } = recognitionPolicyOf(await database.get(communities, communityId));
    const rule = wanted.length > 4 ? month : year;
    const draft = await draftCommendation(database, branchId, { period: wanted, frozen, rule });
    const mayApprove = isOwn && scopeOf(caller.hat.hat, 'recognition.approveCommendation') !== 'none';
    const apart = await readApart(database, draft.people, by);
    return done({ periods, commendation: draftView(draft, mayApprove, apart) });
  },
});

/** Whether a branch is one of the community: its first has no document of its own everywhere. */
async function isBranchOf({ database }: Context, communityId: string, branchId: string): Promise<boolean> {
  if (branchId === branchIdOf(communityId)) return true;
  return (await database.get(branches, branchId))?.communityId === communityId;
}
