import { deliver } from '../../../message/notify';
import type { OutgoingMessage } from '../../../message/outgoing';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { people } from '../../../person/person';
import { awardLookUps, awardOrder } from '../../flow/award-order';
import { awardVouching } from '../../flow/award-vouching';
import { findDoubts } from '../../../platform/content';
import type { Context } from '../../../platform/context';
import type { Transaction } from '../../../platform/database';
import { withKnown } from '../../../platform/known';
import { nothingFound } from '../../../platform/look-up';
import { done, refuse, type Result } from '../../../platform/result';
import { object } from '../../../platform/validation';
import type { CommandFor } from '../../rules/command';
import { decideForCaller } from '../../flow/decide-for-caller';
import { evolve } from '../../rules/evolve';
import { ratingPart } from '../../rules/public-parts';
import { withDoubtedParts } from '../../flow/doubts';
import { confirmInput, moveKeys } from '../../flow/inputs';
import { earlierAnswer, commandContext, type MoveInput } from '../../flow/move-order';
import { presentAgain, withNews } from '../../flow/news';
import { orders, type Order } from '../../document/order';
import { prefetchMove } from '../../flow/find-order';
import { presentOrder } from '../../flow/present-order';
import { changeBetween } from '../../flow/order-store';

/** Who hears of a confirmation beside those whom any move tells: who did it, and who had to step in. */
const awardedFields = ['named.assignee.personId', 'named.helpers.personId', 'named.secretary.personId'];

/**
 * The requester's word that it is solved, with stars or without, and the member's points, in one transaction. For
 * somebody without WeChat it is the word of staff who had no hand in the order and asked on the phone. The first time
 * that words of either stand in a book makes a salt, a write more. An errand that a courtyard head vouched for pays
 * them, too.
 * Cost: 2 reads, 5 writes; to notify, 1 write.
 */
export const confirmOrder = signedInEndpoint({
  name: 'order.confirm',
  input: object({
    ...moveKeys,
    ...confirmInput,
  }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input, { fields: awardedFields }),
  lookUps: (_input, { clock }) => awardLookUps(clock.now()),
  async run(context, caller, { stars, tags: given, words: text, ...input }) {
    const doubted = await findDoubts(context, { words: text });
    if (!doubted.ok) return doubted;
    const command = { action: 'confirm', stars, tags: given, words: text ?? null } as const;
    const { found = nothingFound } = context;
    let attempts = 0;
    const closed = await context.database.transaction((transaction) => {
      attempts += 1;
      // The order itself is read in the transaction in any case; after a conflict, all of it is.
      const known = attempts === 1 ? withKnown(transaction, found, awardLookUps(context.clock.now())) : transaction;
      return close(known, { context, caller, input, command, isDoubted: doubted.data.length > 0 });
    });
    if (!closed.ok) return closed;
    const { after, messages } = closed.data;
    if (!messages) return presentAgain(context, caller, after);
    await deliver(context, messages);
    return presentOrder(context, caller, after);
  },
});

interface Closing {
  readonly context: Context;
  readonly caller: SignedIn;
  readonly input: MoveInput;
  readonly command: CommandFor<'confirm'>;
  /** A person has to look at its words before others read them. */
  readonly isDoubted: boolean;
}

/** There are no messages where the call was answered already and nothing was written. */
async function close(
  transaction: Transaction,
  { context, caller, input, command, isDoubted }: Closing,
): Promise<Result<{ messages?: readonly OutgoingMessage[]; after: Order }>> {
  const before = await transaction.get(orders, input.orderId);
  if (!before || before.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'orderId');
  const answered = earlierAnswer(context, caller, command, before);
  if (answered) return answered.ok ? done({ after: answered.data }) : answered;
  const decided = decideForCaller(caller, before, command, commandContext(context, caller, input));
  if (!decided.ok) return decided;
  const requester = await transaction.get(people, before.requester.personId);
  const closed = evolve(before, decided.data);
  // They have come to WeChat since the call: from now on only their own word counts.
  if (closed.rating?.via === 'call' && requester?.reachable) return refuse('REQUESTER_CONFIRMS', 'orderId');
  const { at } = decided.data.line;
  const paid = await awardOrder(transaction, closed, requester, at);
  const awarded = await awardVouching(transaction, paid, requester, at);
  const told = withDoubtedParts(awarded, isDoubted ? [ratingPart] : [], at);
  const { order: after, messages } = withNews(before, told);
  await transaction.update(orders, before._id, changeBetween(before, after));
  return done({ messages, after });
}
