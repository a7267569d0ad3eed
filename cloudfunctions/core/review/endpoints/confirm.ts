import { keeperIdOf } from '../../place/branch';
import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { object, requestId, version } from '../../platform/validation';
import { countWaiting } from '../../statistics/waiting-lines';
import { reviewMonth } from '../inputs';
import { reviewIdOf, reviews, type Review } from '../review';
import { reviewLine } from '../view';

const requestsKept = 10;

/**
 * Freezes a month as the secretary read it: nothing rewrites it any more, and what is written later counts in the next
 * one. While the job rewrites its rows, and before its last Saturday, it cannot be confirmed.
 * Cost: 2 reads, 3 writes.
 */
export const confirmReview = signedInEndpoint({
  name: 'review.confirm',
  input: object({ month: reviewMonth, version, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const reviewId = reviewIdOf(branchOf(caller), input.month);
    const { personId, name } = caller.login;
    const at = context.clock.now();
    return context.database.transaction(async (transaction) => {
      const review = await transaction.get(reviews, reviewId);
      if (!review) return refuse('NOT_FOUND', 'month');
      const replay = replayOf(review.requests, context.request, () => reviewLine(review));
      if (replay) return replay;
      if (review.state === 'confirmed') return refuse('ALREADY_SETTLED', 'month');
      if (review.state === 'gathering') return refuse('REVIEW_TOO_EARLY', 'month');
      if (review.draftingSince) return refuse('BUSY');
      if (review.version !== input.version) return refuse('STALE_VERSION', 'version');
      const frozen: Review = {
        ...review,
        state: 'confirmed',
        confirmed: { personId, name, at },
        version: review.version + 1,
        requests: [...review.requests, context.request].slice(-requestsKept),
        ...withAct(review, context, caller, 'review.confirm'),
      };
      const { state, confirmed, version: next, requests, acts = [] } = frozen;
      await transaction.update(reviews, reviewId, { set: { state, confirmed, version: next, requests, acts } });
      await countWaiting(transaction, keeperIdOf(review.branchId), { reviews: -1 }, at);
      return done(reviewLine(frozen));
    });
  },
});
