import { signedInEndpoint } from '../../person/endpoint';
import { people } from '../../person/person';
import { done, refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { findOrder, orderAhead } from '../move';
import { reachesPlace } from '../actor';
import { actorOf, summaries } from '../reader';
import { suggestionsFor } from '../suggest';

/** Members of a grid, and a team that has the skill: more are not looked at. */
const looked = 99;

/** Who could go, best first, with reasons. Three reads. */
export const suggestMembers = signedInEndpoint({
  name: 'order.suggest',
  input: object({ orderId: id }),
  identity: 'caller',
  idempotency: 'read',
  ahead: orderAhead,
  async run(context, caller, { orderId }) {
    const found = await findOrder(context, caller, orderId);
    if (!found.ok) return found;
    if (!reachesPlace(found.data, actorOf(caller))) return refuse('NOT_FOUND', 'orderId');
    const now = context.clock.now();
    const { communityId, place, category } = found.data;
    const anyOf = [
      { communityId, 'serves.gridId': place.gridId, reachable: true },
      { communityId, 'team.skill': category, reachable: true },
    ];
    const able = await context.database.find(people, { anyOf, limit: looked });
    const [order] = summaries(caller, [found.data], now);
    return order ? done({ order, suggestions: suggestionsFor(found.data, able, now) }) : refuse('NOT_FOUND', 'orderId');
  },
});
