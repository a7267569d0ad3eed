import { hideReasons } from '../../../../../miniprogram/contracts/moderation';
import { caseOf } from '../../../moderation/rules/case';
import { decideCase } from '../../../moderation/rules/decide-case';
import { withholdTitles } from '../../../message/withhold-titles';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { done, refuse } from '../../../platform/result';
import { id, object, optional, requestId, v } from '../../../platform/validation';
import { findOrder, prefetchMove } from '../../flow/find-order';
import { note } from '../../flow/inputs';
import { actOf, withCases, writeDecision } from '../../flow/moderate-order';
import { decisionNews } from '../../flow/moderation-news';
import { orderActor } from '../../flow/order-actor';
import { linkedPhotos, publicPartsView } from '../../flow/public-parts-view';
import { mayJudge } from '../../rules/judges';
import { publicPartsOf, wordsPart } from '../../rules/public-parts';
import type { Order } from '../../document/order';
import { part } from './inputs';

/**
 * Staff decide whether others read a part of an order: they hide it with a reason, or show what waited, was hidden or
 * was appealed against. Nobody decides about their own words, nor about an appeal against themselves. Its author is
 * told, and the audit has a line. Hiding the words takes them out of messages already written, here of one person: a
 * read, and a write for each who was told. To show what waited takes a read and a write less.
 * Cost: 3 reads, 3 writes; to notify, 1 write.
 */
export const moderateOrder = signedInEndpoint({
  name: 'order.moderate',
  input: object({
    orderId: id,
    part,
    show: v.boolean(),
    reason: optional(v.picklist(hideReasons)),
    words: note,
    requestId,
  }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  async run(context, caller, { orderId, part: name, show, reason, words }) {
    if (!show && reason === undefined) return refuse('INVALID_INPUT', 'reason');
    if (!show && reason === 'other' && words === undefined) return refuse('INVALID_INPUT', 'words');
    const actor = orderActor(caller);
    const mayDecide = (order: Order) => mayJudge(order, name, actor);
    const found = await findOrder(context, caller, orderId);
    if (!found.ok) return found;
    if (!mayDecide(found.data)) return refuse('NOT_FOUND', 'orderId');
    const refused = await checkTexts(context, { words });
    if (refused) return refused;
    const withholdsWords = !show && name === wordsPart;
    if (withholdsWords) await withholdTitles(context, orderId);
    const act = actOf(context, caller, {
      act: show ? ('show' as const) : ('hide' as const),
      reason: show ? null : (reason ?? null),
      words: words ?? null,
    });
    const wasAppealed = caseOf(found.data, name)?.state === 'appealed';
    const decided = await writeDecision(context, caller, {
      orderId,
      part: name,
      act: act.act,
      reason: act.reason,
      withholdsWords,
      change(order) {
        if (!mayDecide(order)) return refuse('NOT_FOUND', 'orderId');
        const decidedPart = publicPartsOf(order).find((one) => one.part === name);
        if (!decidedPart) return refuse('NOT_FOUND', 'part');
        return withCases(decideCase(order, decidedPart, act));
      },
      news: (after) => decisionNews(after, name, show ? 'part-shown' : wasAppealed ? 'hiding-kept' : 'part-hidden'),
    });
    if (!decided.ok) return decided;
    const links = linkedPhotos(decided.data);
    const urls = links.length === 0 ? new Map<string, string>() : await context.storage.urls(links);
    return done(publicPartsView(decided.data, { actor, urls, now: context.clock.now() }));
  },
});
