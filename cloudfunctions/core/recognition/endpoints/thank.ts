import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { withDoubts } from '../../moderation/rules/decide-case';
import { withoutCases } from '../../moderation/rules/case';
import { orders } from '../../order/document/order';
import { holdersOf } from '../../order/rules/seats';
import { communities } from '../../place/community';
import { findDoubts } from '../../platform/content';
import { timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { isShown } from '../community-policy';
import { mayThank } from '../rules/may-thank';
import { shownAndAwaits, thanksNotes, wordsPart, type ThanksNote } from '../thanks/thanks-note';
import { thanksView } from '../thanks/view';

const requestsKept = 10;
const nobody: ReadonlySet<string> = new Set();

/**
 * A resident thanks whoever did their order, once it is closed. A person looks at the words before anybody else reads
 * them; written again they take the place of the former, and are looked at again. Of a private order nobody is thanked
 * in public.
 * Cost: 4 reads, 2 writes.
 */
export const thankForOrder = signedInEndpoint({
  name: 'recognition.thank',
  input: object({ orderId: id, words: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { orderId, words: said }) {
    const { communityId, personId } = caller.login;
    const [order, community] = await Promise.all([
      context.database.get(orders, orderId),
      context.database.get(communities, communityId),
    ]);
    if (!order || order.communityId !== communityId || order.requester.personId !== personId)
      return refuse('NOT_FOUND', 'orderId');
    if (!isShown(community, 'thanks')) return refuse('NOT_SHOWN');
    if (!mayThank(order)) return refuse('WRONG_STATUS', 'orderId');
    const doubted = await findDoubts(context, { words: said });
    if (!doubted.ok) return doubted;
    const at = context.clock.now();
    const helpers = holdersOf(order).map((one) => ({ personId: one.personId, name: one.name }));
    return context.database.transaction(async (transaction) => {
      const before = await transaction.get(thanksNotes, orderId);
      const own = { hidden: nobody, isWhole: true, mayDecide: false };
      const replay = before && replayOf(before.requests, context.request, () => thanksView(before, own));
      if (replay) return replay;
      const cases = withDoubts(withoutCases(before ?? {}, [wordsPart]), [{ part: wordsPart, authorId: personId }], at);
      const after: ThanksNote = {
        ...{ _id: orderId, communityId, gridName: order.place.gridName, authorId: personId },
        ...{ helpers, helperIds: helpers.map((one) => one.personId), words: said, at, timeKey: timeKey(at, orderId) },
        ...cases,
        ...shownAndAwaits(cases),
        requests: [...(before?.requests ?? []), context.request].slice(-requestsKept),
        ...withAct(before ?? {}, context, caller, 'recognition.thank'),
      };
      const { _id, ...fields } = after;
      if (before) await transaction.update(thanksNotes, _id, { set: fields, unset: ['publicWords'] });
      else await transaction.insert(thanksNotes, after);
      return done(thanksView(after, own));
    });
  },
});
