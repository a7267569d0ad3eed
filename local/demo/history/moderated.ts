import { withDoubtedParts } from '../../../cloudfunctions/core/order/flow/doubts';
import { withIndexFields } from '../../../cloudfunctions/core/order/document/index-fields';
import { photosOf } from '../../../cloudfunctions/core/order/document/held-files';
import { photoPart, wordsPart } from '../../../cloudfunctions/core/order/rules/public-parts';
import type { CaseAct, ModerationCase } from '../../../cloudfunctions/core/moderation/rules/case';
import { appealCase, decideCase } from '../../../cloudfunctions/core/moderation/rules/decide-case';
import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import { derivedId } from '../../../cloudfunctions/core/platform/ids';
import type { Result } from '../../../cloudfunctions/core/platform/result';
import { within } from '../places/tree';
import type { OrderInProgress } from './order-steps';
import { after, hourMs } from './time';

/** WeChat's check was in doubt about its pictures: somebody has to look at them. */
export function doubtPhotos({ simulation, at }: OrderInProgress): void {
  const { order } = simulation;
  const parts = photosOf(order).map(({ fileId }) => photoPart(fileId));
  simulation.order = withDoubtedParts(order, parts, at);
}

/** The grid's leader keeps its words from others, and whoever asked says that they may stand. */
export function hideWords({ simulation, context, request, at }: OrderInProgress): void {
  const { order } = simulation;
  const by = context.participants.holder('gridLeader', within(request.requester.home, 'courtyard'));
  const actOf = <Act extends CaseAct['act']>(act: Act, who: OrderActor, hours: number) => ({
    act,
    at: after(at, hours * hourMs),
    by: { personId: who.personId, name: who.name },
    hat: who.hat,
    reason: act === 'hide' ? ('personal-data' as const) : null,
    words: act === 'appeal' ? '没写名字，街坊都认得这个坡' : null,
    request: { requestKey: derivedId('', 'demo', order._id, act), inputHash: 'demo' },
  });
  const part = { part: wordsPart, authorId: order.requester.personId };
  const hidden = casesOf(decideCase(order, part, actOf('hide', by, 0)));
  const appeal = actOf('appeal', context.participants.resident(request.requester), 6);
  const cases = casesOf(appealCase({ cases: hidden }, wordsPart, appeal));
  simulation.order = withIndexFields({ ...order, cases });
}

/** @throws where the rules refuse it */
function casesOf(decided: Result<readonly ModerationCase[]>): readonly ModerationCase[] {
  if (!decided.ok) throw new Error(`the demo's decision was refused: ${decided.code}`);
  return decided.data;
}
