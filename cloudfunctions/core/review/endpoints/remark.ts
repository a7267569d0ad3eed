import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, optional, requestId, words } from '../../platform/validation';
import { reviewMonth } from '../inputs';
import { reviewIdOf, reviewRowIdOf, reviewRows, reviews } from '../review';
import { reviewRowView } from '../view';

const requestsKept = 10;

/**
 * Says in words how somebody's month was, beside its numbers (S2-23), as long as the month is not frozen. Nobody says
 * it of themselves.
 * Cost: 3 reads, 3 writes.
 */
export const remarkReview = signedInEndpoint({
  name: 'review.remark',
  input: object({ month: reviewMonth, personId: id, words: optional(words(limits.reasonWords)), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { month, personId, words: remark = '' }) {
    if (personId === caller.login.personId) return refuse('SECOND_PERSON_NEEDED', 'personId');
    const refused = remark === '' ? undefined : await checkTexts(context, { words: remark });
    if (refused) return refused;
    const reviewId = reviewIdOf(branchOf(caller), month);
    const rowId = reviewRowIdOf(reviewId, personId);
    return context.database.transaction(async (transaction) => {
      const review = await transaction.get(reviews, reviewId);
      const row = await transaction.get(reviewRows, rowId);
      if (!review || !row) return refuse('NOT_FOUND', review ? 'personId' : 'month');
      const answer = { row: reviewRowView({ ...row, remark }), version: review.version + 1 };
      const replay = replayOf(review.requests, context.request, () => ({ ...answer, version: review.version }));
      if (replay) return replay;
      if (review.state === 'confirmed') return refuse('ALREADY_SETTLED', 'month');
      await transaction.update(reviewRows, rowId, { set: { remark } });
      await transaction.update(reviews, reviewId, {
        set: {
          version: answer.version,
          requests: [...review.requests, context.request].slice(-requestsKept),
          ...withAct(review, context, caller, 'review.remark'),
        },
      });
      return done(answer);
    });
  },
});
