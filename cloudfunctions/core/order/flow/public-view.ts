import type { PublicPreview } from '../../../../miniprogram/contracts/public-preview';
import type { Order } from '../document/order';
import type { OrderActor } from '../rules/relations';
import { visibilityOf } from '../rules/visibility';
import { summaryOf, viewOf } from './order-view';

/** Any member of the community who has no part in an order. */
function anyMember({ communityId }: Order): OrderActor {
  const nobody = { personId: '', name: '', phone: '', openid: null, courtyardId: null, teamId: null };
  return { ...nobody, hat: 'member', path: communityId, communityId };
}

/** An order as members find it in the pool, in the list and opened; undefined where they do not. */
export function publicView(order: Order, now: Date): PublicPreview | undefined {
  const actor = anyMember(order);
  const visibility = visibilityOf(order, actor);
  if (!visibility || !order.claimable) return undefined;
  return {
    listed: summaryOf(order, visibility, actor, now),
    opened: viewOf(order, visibility, { actor, now, urls: new Map() }),
  };
}
