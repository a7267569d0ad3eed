import { limits } from '../../../../miniprogram/contracts/limits';
import { branchOf } from '../../access/caller';
import { scopeOfHat } from '../../access/permissions';
import { signedInEndpoint } from '../../access/endpoint';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import type { Question } from '../../platform/database';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { reviewMonth } from '../inputs';
import { branches, type Branch } from '../../branch/branch';
import { reviews, type Review } from '../review';
import { listedReview } from '../view';

/** A community has a handful; 99 is what one query returns. */
const maxBranches = 99;

/**
 * The months of the caller's branch, the newest first; for who reads all branches those of the one that is named, and
 * which there are.
 * Cost: 2 reads.
 */
export const listReviews = signedInEndpoint({
  name: 'review.list',
  input: object({ branchId: optional(id), cursor: optional(reviewMonth) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { branchId = branchOf(caller), cursor }) {
    const { communityId } = caller.login;
    const isReadingAll = caller.scope === 'community';
    if (!isReadingAll && branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'branchId');
    const months: Question<Review> = {
      of: reviews,
      where: { branchId, month: belowCursor(cursor) },
      sort: { month: 'desc' },
      ...pageQuery(limits.pageSize),
    };
    const all: Question<Branch> = { of: branches, where: { communityId }, sort: { _id: 'asc' }, limit: maxBranches };
    const [found = [], listed = []] =
      (await database.findTogether(reviews, isReadingAll ? ([months, all] as const) : ([months] as const))) ?? [];
    if (isReadingAll && !listed.some(({ _id }) => _id === branchId)) return refuse('NOT_FOUND', 'branchId');
    const { shown, next } = cutPage(found, limits.pageSize, ({ month }) => month);
    const choice = isReadingAll && { branches: listed.map(({ _id, name }) => ({ branchId: _id, name })) };
    const mayInspect = scopeOfHat(caller.hat, 'passbook.getPatterns') !== 'none';
    return done({
      reviews: shown.map((review) => listedReview(review, caller)),
      ...choice,
      mayInspect,
      ...(next !== undefined && { next }),
    });
  },
});
