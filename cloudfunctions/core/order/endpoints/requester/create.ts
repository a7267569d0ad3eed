import { signedInEndpoint } from '../../../access/endpoint';
import { findDoubts } from '../../../platform/content';
import type { PlaceRef } from '../../../place/place';
import type { Context } from '../../../platform/context';
import { derivedId } from '../../../platform/ids';
import { refuse } from '../../../platform/result';
import { fileIds, id, object, optional, requestId, v } from '../../../platform/validation';
import { createFinishCode } from '../../document/finish-code';
import { category, orderWords, token, visitTime } from '../../flow/inputs';
import { offeredCategory } from '../../rules/categories';
import { buildOrder, type OrderDraft } from '../../document/create-order';
import { readHead } from '../../flow/read-head';
import { removeFiles } from '../../../photo/receive-photos';
import { removeUnused, storePhotos } from '../../flow/check-photos';
import { withDoubtedParts } from '../../flow/doubts';
import { insertOrder, replayedOrder } from '../../flow/order-store';
import { limitsOfOrder, wantedSlots } from '../../limits/daily-limit';
import { defaultDailyLimits, type DailyLimits } from '../../limits/policy';
import { orderPlace, orderPlaceLookUps, orderPlaceRecipients, requesterOf } from '../../flow/order-place';

/**
 * A resident's order. Its id comes from the request, so that a repeat finds it.
 * Each photograph costs a download, an upload and a removal more, and all of them together a write. Where somebody has
 * ordered very often that day, 2 reads and 1 write more, seldom again.
 * An errand costs one read more, for the head of its courtyard.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const createOrder = signedInEndpoint({
  name: 'order.create',
  input: object({
    category,
    words: orderWords,
    when: visitTime,
    fileIds,
    token,
    placeId: optional(id),
    private: optional(v.boolean()),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'inDocument',
  lookUps: (input, { request, clock }) => [
    ...orderPlaceLookUps(input, wantedSlots(request.requestKey, clock.now())),
    orderPlaceRecipients(input),
  ],
  async run(context, caller, input) {
    const orderId = derivedId('o', context.openid, context.requestId);
    if (caller.login.phone === '') return refuse('PHONE_NEEDED', 'phone');
    const at = context.clock.now();
    const limitsOf = (limits: DailyLimits, urgent: boolean) => limitsOfOrder(caller.login, urgent, limits, at);
    const found = orderPlace(context, caller, input);
    if (!found.ok) return found;
    const doubted = await findDoubts(context, { words: input.words });
    if (!doubted.ok) return doubted;
    const { community, place, taken } = found.data;
    const offered = offeredCategory(community.policy.order, input.category);
    if (!offered) return refuse('INVALID_INPUT', 'category');
    const photos = await storePhotos(context, input.fileIds, { field: 'fileIds', holderId: orderId });
    // A repeated request finds its order, and no longer the files that it came with.
    if (!photos.ok) return (await replayedOrder(context, caller, orderId)) ?? photos;
    const { personId, name } = caller.login;
    const draft = {
      ...(offered.kind === 'agency' && (await draftHead(context, place))),
      _id: orderId,
      category: input.category,
      words: input.words,
      when: input.when,
      ...(input.private !== undefined && { private: input.private }),
      place,
      requester: requesterOf(caller.login),
      source: 'card',
      photos: photos.data,
      finishCode: createFinishCode(context.ids),
      by: { personId, name, hat: caller.hat.hat },
      request: context.request,
    } as const;
    const slots = { limits: limitsOf(community.policy.order.limits ?? defaultDailyLimits, offered.emergency), taken };
    const made = withDoubtedParts(buildOrder(draft, community, at), doubted.data, at);
    const inserted = await insertOrder(context, caller, made, slots);
    if (inserted.ok) await removeFiles(context, input.fileIds);
    else await removeUnused(context, orderId, photos.data, inserted);
    return inserted;
  },
});

/** Who vouches for an errand before anybody is sent. */
async function draftHead(context: Context, place: PlaceRef): Promise<Pick<OrderDraft, 'head'>> {
  const head = await readHead(context, place);
  return head ? { head } : {};
}
