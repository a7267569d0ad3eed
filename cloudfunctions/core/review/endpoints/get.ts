import { limits } from '../../../../miniprogram/contracts/limits';
import { branchOf, reachesBranch } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy, scopeOf } from '../../access/permissions';
import { namedByKey, readApart } from '../../person/read-apart';
import { cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, id, object, optional } from '../../platform/validation';
import { reviewMonth } from '../inputs';
import { reviewIdOf, reviewRows, reviews } from '../review';
import { reviewHead, reviewRowView } from '../view';

/**
 * A month of the caller's branch, or of any that they read, its members by name. Where two have one name, one read
 * more.
 * Cost: 2 reads.
 */
export const getReview = signedInEndpoint({
  name: 'review.get',
  input: object({ month: reviewMonth, branchId: optional(id), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, input) {
    const reviewId = reviewIdOf(input.branchId ?? branchOf(caller), input.month);
    const [review, rows] = await Promise.all([
      database.get(reviews, reviewId),
      database.find(reviewRows, {
        where: { reviewId, nameKey: { gt: input.cursor ?? '' } },
        sort: { nameKey: 'asc' },
        ...pageQuery(limits.pageSize),
      }),
    ]);
    if (!review || !reachesBranch(caller, review)) return refuse('NOT_FOUND', 'month');
    const { shown, next } = cutPage(rows, limits.pageSize, ({ nameKey }) => nameKey);
    const apart = await readApart(database, rows, apartBy(caller.hat.hat), namedByKey(input.cursor));
    const isOpen = review.state !== 'confirmed';
    return done({
      ...reviewHead(review),
      rows: shown.map((row) => ({ ...reviewRowView(row), ...apart(row.personId) })),
      mine: isOpen && scopeOf(caller.hat.hat, 'review.remark') !== 'none',
      mayConfirm: review.state === 'draft' && scopeOf(caller.hat.hat, 'review.confirm') !== 'none',
      ...(next !== undefined && { next }),
    });
  },
});
