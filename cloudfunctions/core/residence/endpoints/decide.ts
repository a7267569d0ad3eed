import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { checkTexts } from '../../platform/content';
import { done, refuse } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { decideMove } from '../decide-move';
import { moveView } from '../view';

/**
 * Confirms a move, or refuses it with a reason that the head reads; nobody decides on what they registered or on
 * themselves. Confirmed, the person is registered in the household or has left it: somebody known by name and number is
 * that person, a number under other names asks who it is. A head who registered a tenant earns what the policy says.
 * Of an owner 2 reads and 2 writes less, a refusal costs less still; to tell whoever moved, one write more.
 * Somebody's first write beside orders takes one write more.
 * Cost: 10 reads, 7 writes; to notify, 1 read, 1 write.
 */
export const decideOnMove = signedInEndpoint({
  name: 'residence.decide',
  input: object({
    moveId: id,
    agree: v.boolean(),
    personId: optional(id),
    another: optional(v.boolean()),
    reason: optional(words(limits.reasonWords)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    if (!input.agree && input.reason === undefined) return refuse('INVALID_INPUT', 'reason');
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const decided = await decideMove(context, caller, input);
    if (!decided.ok) return decided;
    const { after, messages, isNew } = decided.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(moveView(after, caller));
  },
});
