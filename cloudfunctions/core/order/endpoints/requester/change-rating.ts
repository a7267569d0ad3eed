import { signedInEndpoint } from '../../../access/endpoint';
import { people } from '../../../person/person';
import { findDoubts } from '../../../platform/content';
import { refuse } from '../../../platform/result';
import { object } from '../../../platform/validation';
import { moveKeys, ratingInput } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';
import { withDoubtedParts } from '../../flow/doubts';
import { ratingPart } from '../../rules/public-parts';

/**
 * Another rating in the place of the first, for some days: by the requester, or by staff who asked again on the phone
 * where the first one was entered by staff, which costs a read more.
 * Cost: 1 read, 1 write.
 */
export const changeOrderRating = signedInEndpoint({
  name: 'order.changeRating',
  input: object({ ...moveKeys, ...ratingInput }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, { stars, tags, words, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'changeRating', stars, tags, words: words ?? null },
      async beforeWrite(after) {
        const { rating, requester, updatedAt } = after;
        const doubted = await findDoubts(context, { words });
        if (!doubted.ok) return doubted;
        const withheld = withDoubtedParts(after, doubted.data.length > 0 ? [ratingPart] : [], updatedAt);
        if (rating?.via !== 'call') return withheld;
        // They have come to WeChat since the call: from then on only their own word counts.
        const person = await context.database.get(people, requester.personId);
        return person?.reachable ? refuse('REQUESTER_CONFIRMS', 'orderId') : withheld;
      },
    }),
});
