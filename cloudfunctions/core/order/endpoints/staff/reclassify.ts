import { orderKinds } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { communities, type Community } from '../../../place/community';
import type { Context } from '../../../platform/context';
import { checkTexts, findDoubts } from '../../../platform/content';
import { done, refuse, type Result } from '../../../platform/result';
import { object, optional, v, words } from '../../../platform/validation';
import { rewardPolicyOf } from '../../../reward/community-policy';
import { limits } from '../../../../../miniprogram/contracts/limits';
import { termsOf } from '../../document/terms';
import { findOrder, prefetchMove } from '../../flow/find-order';
import { category, moveKeys, note } from '../../flow/inputs';
import { moveFoundOrder, type BeforeWrite } from '../../flow/move-order';
import { readHead } from '../../flow/read-head';
import { withDoubtedParts } from '../../flow/doubts';
import { withholdWords } from '../../flow/withhold-words';
import { defaultWishCapYuan } from '../../policy';
import type { CommandFor } from '../../rules/command';
import { offeredCategory } from '../../rules/categories';
import { publicWordsPart } from '../../rules/public-parts';

/**
 * Triage, before anybody is sent: what an order is about, how urgent it is, whether it is a hand, a paper or a wish.
 * Who looked, and when, stands in the trail beside who sends somebody (S2-11).
 * What becomes urgent tells the grid worker, which costs a read and a write more. What becomes private takes its words
 * out of messages already written: a read, and a write for each person who was told. What becomes an errand costs a
 * read more, for the head of its courtyard, and as much again to tell them.
 * Cost: 2 reads, 1 write.
 */
export const reclassifyOrder = signedInEndpoint({
  name: 'order.reclassify',
  input: object({
    ...moveKeys,
    category,
    kind: v.picklist(orderKinds),
    urgent: v.boolean(),
    private: optional(v.boolean()),
    wish: optional(
      object({
        valueYuan: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
        words: words(limits.orderWords),
      }),
    ),
    note,
  }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  async run(context, caller, { category: key, kind, urgent, private: isPrivate, wish, note: text, ...input }) {
    const order = await findOrder(context, caller, input.orderId);
    if (!order.ok) return order;
    const isErrand = kind === 'agency' && order.data.kind !== 'agency';
    const [community, head, doubted, refused] = await Promise.all([
      context.database.get(communities, caller.login.communityId),
      isErrand ? readHead(context, order.data.place) : undefined,
      findDoubts(context, { 'wish.words': wish?.words }),
      checkTexts(context, { note: text }),
    ]);
    if (!doubted.ok) return doubted;
    if (refused) return refused;
    if (!community) return refuse('NOT_FOUND');
    const found = termsFor(community, key, urgent);
    if (!found.ok) return found;
    const command = {
      ...found.data,
      action: 'reclassify',
      ...{ kind, urgent, private: isPrivate ?? false, note: text ?? null },
      ...(head && { head }),
      wish: wish ? { valueYuan: wish.valueYuan, publicWords: wish.words } : null,
    } as const;
    const beforeWrite = withDoubts(context, doubted.data.length > 0);
    return moveFoundOrder(context, caller, { input, command, beforeWrite }, order.data);
  },
});

/** What becomes private loses its words everywhere; what everybody would read of a wish may wait for a person. */
function withDoubts(context: Context, isDoubted: boolean): BeforeWrite {
  const withhold = withholdWords(context);
  return async (after, before) => {
    const checked = (await withhold(after, before)) ?? after;
    if (!('_id' in checked)) return checked;
    return withDoubtedParts(checked, isDoubted ? [publicWordsPart] : [], checked.updatedAt);
  };
}

type Found = Pick<CommandFor<'reclassify'>, 'category' | 'terms' | 'wishCapYuan'>;

function termsFor({ policy, ...community }: Community, key: string, urgent: boolean): Result<Found> {
  const found = offeredCategory(policy.order, key);
  if (!found) return refuse('INVALID_INPUT', 'category');
  // What is urgent now has an emergency's time, whatever its category promises on other days.
  const promised = urgent && !found.emergency ? {} : found.promise && { promise: found.promise };
  const terms = termsOf(policy.order, rewardPolicyOf({ ...community, policy }), { emergency: urgent, ...promised });
  return done({ category: found, terms, wishCapYuan: policy.order.wishCapYuan ?? defaultWishCapYuan });
}
