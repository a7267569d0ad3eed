import type { OrderState } from '../document/order';
import { titleOf } from '../document/title';
import type { Posting } from '../../passbook/entry';
import { awardKey } from '../../passbook/rules/ledger';

/**
 * What a confirmed order posts to whoever did it; null where its terms award nothing, or somebody did it by post. The
 * rule is the one of its terms.
 */
export function awardPosting(order: OrderState, at: Date): Posting | null {
  const { assignee, terms } = order;
  if (!assignee || assignee.staff || order.outcome !== 'solved' || terms.award.points <= 0) return null;
  return {
    postingKey: awardKey(order._id),
    communityId: order.communityId,
    unit: 'service',
    personId: assignee.personId,
    name: assignee.name,
    memberClass: null,
    branchName: order.branchName,
    at,
    cause: 'order',
    title: order.private ? order.number : titleOf(order.words),
    titleBy: order.private ? null : order.requester.personId,
    points: terms.award.points,
    countDelta: 1,
    rule: { id: terms.award.ruleId, version: terms.award.version },
    sourceId: order._id,
    reversal: null,
  };
}
