import type { OrderSummary, OrderView } from '../../../miniprogram/contracts/order';
import type { SignedIn } from '../person/actor';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import type { OrderActor } from './actor';
import type { ListedOrder, Order } from './order';
import { sightOf } from './sight';
import { summaryOf, viewOf } from './view';

/** The caller as the rules of orders see them. A captain leads their team in whatever hat they wear. */
export function actorOf({ login, hat }: SignedIn): OrderActor {
  return {
    personId: login.personId,
    name: login.name,
    phone: login.phone,
    openid: login._id,
    hat: hat.hat,
    path: hat.path,
    communityId: login.communityId,
    courtyardId: login.home?.courtyardId ?? null,
    teamId: login.hats.find((one) => one.hat === 'teamCaptain')?.teamId ?? null,
    ...(!isMember(login) && { staff: true }),
  };
}

/** Members of a branch, here or at work, earn points for what they do. */
export function isMember({ kinds }: Pick<SignedIn['login'], 'kinds'>): boolean {
  return kinds.includes('serviceMember') || kinds.includes('branchMember');
}

/**
 * The order as the caller sees it, with links to the photos that passed their check; one that they may not see is not
 * found.
 */
export async function show(context: Context, caller: SignedIn, order: Order): Promise<Result<OrderView>> {
  const actor = actorOf(caller);
  const sight = sightOf(order, actor);
  if (!sight) return refuse('NOT_FOUND', 'orderId');
  const shown = [...order.photos, ...(order.evidence?.photos ?? [])].filter((photo) => photo.state === 'shown');
  const urls =
    sight.record && shown.length > 0
      ? await context.storage.urls(shown.map((photo) => photo.fileId))
      : new Map<string, string>();
  const view = viewOf(order, sight, { actor, now: context.clock.now(), urls });
  const team = view.actions.includes('accept') ? teamOf(caller) : undefined;
  return done(team === undefined ? view : { ...view, team });
}

/** The name of the team that the caller leads in the hat that they wear. */
function teamOf({ hat }: SignedIn): string | undefined {
  return hat.hat === 'teamCaptain' ? (hat.detail ?? hat.placeName) : undefined;
}

/** Lines of a list; what the caller may not see is left out. */
export function summaries(caller: SignedIn, found: readonly ListedOrder[], now: Date): readonly OrderSummary[] {
  const actor = actorOf(caller);
  return found.flatMap((order) => {
    const sight = sightOf(order, actor);
    return sight ? [summaryOf(order, sight, actor, now)] : [];
  });
}
