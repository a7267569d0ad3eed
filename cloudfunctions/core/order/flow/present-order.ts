import type { OrderSummary, OrderView } from '../../../../miniprogram/contracts/order';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { photosOf } from '../document/held-files';
import type { ListedOrder, Order } from '../document/order';
import { visibilityOf } from '../rules/visibility';
import { summaryOf, viewOf } from './order-view';
import { orderActor } from './order-actor';

/**
 * The order as the caller sees it, with links to the photos that passed their check; one that they may not see is not
 * found.
 */
export async function presentOrder(context: Context, caller: SignedIn, order: Order): Promise<Result<OrderView>> {
  const actor = orderActor(caller);
  const visibility = visibilityOf(order, actor);
  if (!visibility) return refuse('NOT_FOUND', 'orderId');
  const shown = photosOf(order).filter((photo) => photo.state === 'shown');
  const urls =
    visibility.record && shown.length > 0
      ? await context.storage.urls(shown.map((photo) => photo.fileId))
      : new Map<string, string>();
  const view = viewOf(order, visibility, { actor, now: context.clock.now(), urls });
  const team = view.actions.includes('accept') ? teamOf(caller) : undefined;
  return done(team === undefined ? view : { ...view, team });
}

/** The name of the team that the caller leads in the hat in use. */
function teamOf({ hat }: SignedIn): string | undefined {
  return hat.hat === 'teamCaptain' ? (hat.detail ?? hat.placeName) : undefined;
}

/** Lines of a list; what the caller may not see is left out. */
export function presentSummaries(caller: SignedIn, found: readonly ListedOrder[], now: Date): readonly OrderSummary[] {
  const actor = orderActor(caller);
  return found.flatMap((order) => {
    const visibility = visibilityOf(order, actor);
    return visibility ? [summaryOf(order, visibility, actor, now)] : [];
  });
}
