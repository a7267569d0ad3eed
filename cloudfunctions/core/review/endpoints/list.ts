import { limits } from '../../../../miniprogram/contracts/limits';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { object, optional } from '../../platform/validation';
import { reviewMonth } from '../inputs';
import { reviews } from '../review';
import { reviewLine } from '../view';

/**
 * The months of the caller's branch, the newest first.
 * Cost: 2 reads.
 */
export const listReviews = signedInEndpoint({
  name: 'review.list',
  input: object({ cursor: optional(reviewMonth) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { cursor }) {
    const found = await database.find(reviews, {
      where: { branchId: branchOf(caller), month: belowCursor(cursor) },
      sort: { month: 'desc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ month }) => month);
    return done({ reviews: shown.map(reviewLine), ...(next !== undefined && { next }) });
  },
});
