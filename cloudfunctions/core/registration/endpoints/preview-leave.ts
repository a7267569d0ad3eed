import type { HeldOrder } from '../../../../miniprogram/contracts/post';
import { signedInEndpoint } from '../../access/endpoint';
import { listedOrders, unlisted, type ListedOrder } from '../../order/document/order';
import { people } from '../../person/person';
import { personView } from '../../person/person-view';
import { posts, type Post } from '../../place/post';
import { done, refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { leavesOf } from '../rules/leaving';

/** Somebody holds so many posts at most, or is to hold them. */
const maxPosts = 50;
const maxOrders = 60;

/**
 * What becomes of what somebody has in hand, should they leave now: by the number of the order alone, since the
 * administrator reads no orders.
 * Cost: 2 reads.
 */
export const previewLeave = signedInEndpoint({
  name: 'person.previewLeave',
  input: object({ personId: id }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId } }, { personId }) {
    const [person, held, coming, inHand] = await Promise.all([
      database.get(people, personId),
      database.find(posts, { where: { 'holder.personId': personId }, limit: maxPosts }),
      database.find(posts, { where: { 'next.holder.personId': personId }, limit: maxPosts }),
      database.find(listedOrders, {
        where: { responsibleIds: personId, closed: false, createdKey: { gt: '' } },
        sort: { createdKey: 'desc' },
        limit: maxOrders,
        exclude: unlisted,
      }),
    ]);
    if (person?.communityId !== communityId || person.leftAt) return refuse('NOT_FOUND', 'personId');
    const leaving = leavesOf(personId, inHand);
    return done({
      person: personView(person),
      posts: [...new Map([...held, ...coming].map((post) => [post._id, post])).values()].map(seatView),
      lapsing: leaving.lapsing.map(heldOrder),
      returning: leaving.returning.map(heldOrder),
      paying: leaving.paying.map(heldOrder),
      hasMore: inHand.length === maxOrders,
    });
  },
});

function seatView({ hat, placeName, team }: Post) {
  return { hat, placeName, ...(team && { teamName: team.name }) };
}

function heldOrder({ _id, number }: ListedOrder): HeldOrder {
  return { orderId: _id, number };
}
