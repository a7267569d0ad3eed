import type { PublicPartsPage } from '../../../../../miniprogram/contracts/moderation';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import type { Context } from '../../../platform/context';
import { belowCursor, cutPage, pageQuery } from '../../../platform/page';
import { done, refuse, type Result } from '../../../platform/result';
import { cursor, id, object, optional } from '../../../platform/validation';
import { orders, type Order } from '../../document/order';
import { findOrder } from '../../flow/find-order';
import { orderActor } from '../../flow/order-actor';
import { linkedPhotos, publicPartsView } from '../../flow/public-parts-view';
import { mayJudge } from '../../rules/judges';
import { publicPartsOf } from '../../rules/public-parts';
import type { OrderActor } from '../../rules/relations';

/** Orders of a page; each may have several parts, and no request links to more than 50 files. */
const pageSize = 8;
const linksAtOnce = 50;
const unread = ['wordPairs', 'requests', 'outbox', 'repeatRequests'];

/**
 * What waits for a person to decide whether others read it, in the place of the hat, newest first; or everything that
 * others may read of one order. Of a private order, to whoever may read it; what its author appealed against the
 * secretary, alone to those who take the second look.
 * Cost: 2 reads.
 */
export const listWithheld = signedInEndpoint({
  name: 'order.listWithheld',
  input: object({ orderId: optional(id), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: (context, caller, input) =>
    input.orderId === undefined ? waiting(context, caller, input.cursor) : whole(context, caller, input.orderId),
});

async function whole(context: Context, caller: SignedIn, orderId: string): Promise<Result<PublicPartsPage>> {
  const order = await findOrder(context, caller, orderId);
  if (!order.ok) return order;
  const actor = orderActor(caller);
  if (!isJudge(order.data, actor)) return refuse('NOT_FOUND', 'orderId');
  const urls = await linksTo(context, linkedPhotos(order.data));
  return done({ orders: [publicPartsView(order.data, { actor, urls, now: context.clock.now() })] });
}

async function waiting(
  context: Context,
  caller: SignedIn,
  after: string | undefined,
): Promise<Result<PublicPartsPage>> {
  const actor = orderActor(caller);
  const found = await context.database.find(orders, {
    where: { scopes: caller.hat.placeId, awaitsModeration: true, createdKey: belowCursor(after) },
    sort: { createdKey: 'desc' },
    exclude: unread,
    ...pageQuery(pageSize),
  });
  const { shown, next } = cutPage<Order>(found, pageSize, ({ createdKey }) => createdKey);
  const readable = shown.filter((order) => isJudge(order, actor));
  const urls = await linksTo(
    context,
    readable.flatMap((order) => linkedPhotos(order, 'waiting')),
  );
  return done({
    orders: readable.map((order) => publicPartsView(order, { actor, urls, now: context.clock.now(), only: 'waiting' })),
    ...(next !== undefined && { next }),
  });
}

/** Whether there is a part that they may decide about. */
function isJudge(order: Order, actor: OrderActor): boolean {
  return publicPartsOf(order).some(({ part }) => mayJudge(order, part, actor));
}

async function linksTo({ storage }: Context, fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const linked = fileIds.slice(0, linksAtOnce);
  return linked.length === 0 ? new Map() : storage.urls(linked);
}
