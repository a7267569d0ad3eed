import type { SuggestionView } from '../../../../../miniprogram/contracts/suggestion';
import { scopeOf } from '../../../access/permissions';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { people } from '../../../person/person';
import type { Context } from '../../../platform/context';
import { done, refuse } from '../../../platform/result';
import { id, object } from '../../../platform/validation';
import { availableActions } from '../../rules/available-actions';
import { reachesPlace } from '../../rules/relations';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import type { Order } from '../../document/order';
import { presentOrder } from '../../flow/present-order';
import { orderActor } from '../../flow/order-actor';
import { suggestTeamMembers, suggestHelpers } from '../../matching/suggest';

/** Members of a grid, and a team that has the skill: more are not looked at. */
const scanLimit = 99;

/**
 * Who could go, best first, with reasons: for staff anybody of the grid and teams with the skill, for a captain their
 * own team.
 * Cost: 3 reads.
 */
export const suggestMembers = signedInEndpoint({
  name: 'order.suggest',
  input: object({ orderId: id }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId }) {
    const found = await findOrder(context, caller, orderId);
    if (!found.ok) return found;
    const suggestions = await readSuggestions(context, caller, found.data);
    if (!suggestions) return refuse('NOT_FOUND', 'orderId');
    const shown = await presentOrder(context, caller, found.data);
    return shown.ok ? done({ order: shown.data, suggestions }) : shown;
  },
});

/** @returns undefined for whoever has nobody to send */
async function readSuggestions(
  context: Context,
  caller: SignedIn,
  order: Order,
): Promise<readonly SuggestionView[] | undefined> {
  const actor = orderActor(caller);
  const { communityId, place, category } = order;
  const now = context.clock.now();
  if (reachesPlace(order, actor) && scopeOf(actor.hat, 'order.dispatch') !== 'none') {
    const anyOf = [
      { communityId, 'serves.gridId': place.gridId, reachable: true },
      { communityId, 'team.skill': category, reachable: true },
    ];
    return suggestHelpers(order, await context.database.find(people, { anyOf, limit: scanLimit }), now);
  }
  if (actor.teamId === null || !availableActions(order, actor).includes('accept')) return undefined;
  const team = await context.database.find(people, {
    where: { communityId, teamId: actor.teamId, reachable: true },
    limit: scanLimit,
  });
  return suggestTeamMembers(order, team, actor.personId, now);
}
