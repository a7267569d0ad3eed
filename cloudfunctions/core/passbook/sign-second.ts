import { deliver, deliverMissing } from '../message/notify';
import type { OutgoingMessage } from '../message/outgoing';
import { checkTexts } from '../platform/content';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { refuse, type Result } from '../platform/result';

/** What a second person says to what the first one proposed; to disagree takes a reason. */
export interface SecondSignature {
  readonly agree: boolean;
  readonly reason?: string;
}

interface SignedNews {
  /** The news of the decision; of a repeated one, all that may not have arrived. */
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

/** Checks what the second person says, lets `sign` write it in one transaction, and delivers its news. */
export async function signSecond<Signed extends SignedNews>(
  context: Context,
  { agree, reason }: SecondSignature,
  sign: (transaction: Transaction) => Promise<Result<Signed>>,
): Promise<Result<Signed>> {
  if (!agree && reason === undefined) return refuse('INVALID_INPUT', 'reason');
  const refused = await checkTexts(context, { reason });
  if (refused) return refused;
  const signed = await context.database.transaction(sign);
  if (!signed.ok) return signed;
  const { messages, isNew } = signed.data;
  await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
  return signed;
}
