import { helperHats } from '../../../../../miniprogram/contracts/hat';
import { limits } from '../../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { done, refuse, type Result } from '../../../platform/result';
import { id, object, optional, v } from '../../../platform/validation';
import type { Candidate } from '../../rules/command';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';
import { headOf } from '../../flow/order-actor';

const memberIds = v.pipe(
  v.array(id),
  v.maxLength(limits.dispatchMembers),
  v.check((ids) => new Set(ids).size === ids.length),
);

/** How many do it together. */
const capacity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.helpers));

/**
 * Offers an order to members who can be reached, or puts it into the pool.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const dispatchOrder = signedInEndpoint({
  name: 'order.dispatch',
  input: object({ ...moveKeys, memberIds, pool: optional(v.boolean()), note, capacity: optional(capacity) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input, { personIds: input.memberIds }),
  relatedPersonIds: ({ memberIds: ids }) => ids,
  async run(context, caller, { memberIds: ids, pool = false, note: text, capacity: seats, ...input }) {
    const members = candidates(caller, ids);
    if (!members.ok) return members;
    const command = {
      action: 'dispatch',
      members: members.data,
      pool,
      note: text ?? null,
      ...(seats !== undefined && { capacity: seats }),
    } as const;
    return moveOrder(context, caller, { input, command, beforeWrite: () => checkTexts(context, { note: text }) });
  },
});

/** Nobody without a login can be offered an order, since nobody could answer it (docs/adr/0002-one-look-up.md). */
function candidates({ relatedLogins, login }: SignedIn, ids: readonly string[]): Result<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const [index, memberId] of ids.entries()) {
    const other = relatedLogins.find((one) => one.personId === memberId && one.communityId === login.communityId);
    if (!other || !helps(other)) return refuse('MEMBER_UNREACHABLE', `memberIds.${index}`);
    found.push({
      personId: memberId,
      name: other.name,
      phone: other.phone,
      openid: other._id,
      teamId: null,
      ...headOf(other),
    });
  }
  return done(found);
}

/** Members serve, and so do those whose post it is to. */
function helps({ hats }: SignedIn['login']): boolean {
  return hats.some(({ hat }) => helperHats.some((one) => one === hat));
}
