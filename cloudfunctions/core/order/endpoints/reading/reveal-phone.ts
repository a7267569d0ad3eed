import { wholePhone } from '../../../person/phone';
import { signedInEndpoint } from '../../../access/endpoint';
import { communities, type Community } from '../../../place/community';
import { done, refuse } from '../../../platform/result';
import { id, object, optional, requestId, v } from '../../../platform/validation';
import { defaultDailyLimits, type DailyLimits } from '../../limits/policy';
import { maybeHeldSlots, writeReveal } from '../../limits/write-reveal';
import { mergedCallers, relationsOf, type OrderActor } from '../../rules/relations';
import { isInHand } from '../../rules/lifecycle';
import { seatOf } from '../../rules/seats';
import { orders, type Order, type Party } from '../../document/order';
import { revealLine } from '../../flow/reveal-line';
import { orderActor } from '../../flow/order-actor';
import { visibilityOf } from '../../rules/visibility';

type PartyName = 'requester' | 'assignee';

/**
 * A party's whole number, of each of several who do it, too, for staff who may see the party and for the other party;
 * for staff also of who asked without WeChat in an order that was merged into it. Its owner sees who looked. So often a
 * day, and of a closed order for as long as the community's policy says. Where they looked very often that day, 2
 * reads and 1 write more, seldom again.
 * From somebody's second write beside orders on, one write less.
 * Cost: 2 reads, 3 writes.
 */
export const revealPhone = signedInEndpoint({
  name: 'order.revealPhone',
  input: object({ orderId: id, party: v.picklist(['requester', 'assignee']), personId: optional(id), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { orderId, party, personId }) {
    const held = maybeHeldSlots(context, caller.login.personId);
    const found = await context.database.getWith(orders, orderId, { in: communities, by: 'communityId' }, held);
    if (found?.document.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'orderId');
    const order = found.document;
    const limits = limitsOf(found.other);
    const shown = partyOf(order, party, personId);
    if (!visibilityOf(order, orderActor(caller))) return refuse('NOT_FOUND', 'orderId');
    if (!mayCall(order, orderActor(caller), { party, isMerged: party === 'requester' && personId !== undefined }))
      return refuse('FORBIDDEN', 'party');
    if (!shown) return refuse('NOT_FOUND', 'party');
    if (isLongClosed(order, limits, context.clock.now())) return refuse('REVEAL_TOO_LATE', 'orderId');
    const refused = await writeReveal(context, revealLine(context, caller, order, shown), limits, found.held);
    return refused ?? done({ name: shown.name, phone: wholePhone(shown) });
  },
});

/** Of several who do it, or whose orders were merged into this one, the one who was named; else the first. */
function partyOf(order: Order, party: PartyName, personId: string | undefined): Party | null {
  if (party === 'requester' && personId === undefined) return order.requester;
  if (party === 'requester') return mergedCallers(order).find((one) => one.personId === personId) ?? null;
  return personId === undefined ? order.assignee : (seatOf(order, personId) ?? null);
}

function limitsOf(community: Community | undefined): DailyLimits {
  return community?.policy.order.limits ?? defaultDailyLimits;
}

function isLongClosed({ closedAt }: Order, { revealDays }: DailyLimits, now: Date): boolean {
  return closedAt !== null && now.getTime() - closedAt.getTime() > revealDays * 86_400_000;
}

/** Whoever does it rings who asked for it; whose order was merged is rung by staff. */
function mayCall(
  order: Order,
  actor: OrderActor,
  { party, isMerged }: { readonly party: PartyName; readonly isMerged: boolean },
): boolean {
  const relations = relationsOf(order, actor);
  const visibility = visibilityOf(order, actor);
  if (visibility?.others) return true;
  if (!isInHand(order.status) || isMerged) return false;
  return party === 'requester' ? relations.has('assignee') : relations.has('requester');
}
