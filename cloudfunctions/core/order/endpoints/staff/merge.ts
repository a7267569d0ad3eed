import { deliver } from '../../../message/notify';
import type { OutgoingMessage } from '../../../message/outgoing';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import type { Context } from '../../../platform/context';
import type { Transaction } from '../../../platform/database';
import { done, refuse, type Result } from '../../../platform/result';
import { id, object } from '../../../platform/validation';
import { orders, type Order } from '../../document/order';
import { decideForCaller } from '../../flow/decide-for-caller';
import { moveKeys } from '../../flow/inputs';
import { commandContext, earlierAnswer, type MoveInput } from '../../flow/move-order';
import { presentAgain, withNews } from '../../flow/news';
import { changeBetween } from '../../flow/order-store';
import { presentOrder } from '../../flow/present-order';
import { evolve } from '../../rules/evolve';
import { absorb, mayGoOnFor } from '../../rules/moves/merge';

/**
 * Closes an order in favour of another open one of the same community, whose followers its people become, in one
 * transaction: of two orders that are merged into each other one stays open.
 * Cost: 3 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const mergeOrder = signedInEndpoint({
  name: 'order.merge',
  input: object({ ...moveKeys, intoId: id }),
  identity: 'caller',
  idempotency: 'inDocument',
  async run(context, caller, input) {
    const merged = await context.database.transaction((transaction) => mergeBoth(transaction, context, caller, input));
    if (!merged.ok) return merged;
    const { after, messages } = merged.data;
    if (!messages) return presentAgain(context, caller, after);
    await deliver(context, messages);
    return presentOrder(context, caller, after);
  },
});

/** There are no messages where the call was answered already and nothing was written. */
async function mergeBoth(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: MoveInput & { readonly intoId: string },
): Promise<Result<{ messages?: readonly OutgoingMessage[]; after: Order }>> {
  const { communityId } = caller.login;
  const before = await transaction.get(orders, input.orderId);
  if (before?.communityId !== communityId) return refuse('NOT_FOUND', 'orderId');
  const command = { action: 'merge', intoId: input.intoId } as const;
  const answered = earlierAnswer(context, caller, command, before);
  if (answered) return answered.ok ? done({ after: answered.data }) : answered;
  const move = commandContext(context, caller, input);
  const decided = decideForCaller(caller, before, command, move);
  if (!decided.ok) return decided;
  const into = await transaction.get(orders, input.intoId);
  if (into?.communityId !== communityId) return refuse('NOT_FOUND', 'intoId');
  if (into.closed) return refuse('WRONG_STATUS', 'intoId');
  if (!mayGoOnFor(before, into)) return refuse('NOT_MERGEABLE', 'intoId');
  const { order: after, messages } = withNews(before, evolve(before, decided.data));
  await transaction.update(orders, into._id, changeBetween(into, absorb(into, before, move)));
  await transaction.update(orders, before._id, changeBetween(before, after));
  return done({ messages, after });
}
