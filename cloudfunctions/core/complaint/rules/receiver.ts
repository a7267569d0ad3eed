import type { ComplaintReceiver, ComplaintSubject } from '../../../../miniprogram/contracts/complaint';

/** Who holds the two posts that answer complaints. */
export interface ReceiverHolders {
  readonly secretaryId?: string;
  readonly inspectorIds: readonly string[];
}

/**
 * Who answers a complaint: the secretary, or the inspector where it is about those who lead, where the secretary wrote
 * it, and where nobody is secretary. Undefined where nobody holds the post, or its only holder wrote it. Pure.
 */
export function receiverOf(
  about: ComplaintSubject,
  authorId: string,
  { secretaryId, inspectorIds }: ReceiverHolders,
): ComplaintReceiver | undefined {
  if (about !== 'leaders' && secretaryId !== undefined && secretaryId !== authorId) return 'secretary';
  return inspectorIds.some((personId) => personId !== authorId) ? 'inspector' : undefined;
}

/**
 * Who answers from the moment at which nobody did in time: the inspector, where somebody holds that post; else it stays
 * where it is. Pure.
 */
export function receiverWhenLate(
  { receiver, authorId }: { readonly receiver: ComplaintReceiver; readonly authorId: string },
  { inspectorIds }: ReceiverHolders,
): ComplaintReceiver {
  return inspectorIds.some((personId) => personId !== authorId) ? 'inspector' : receiver;
}

/** Who hears of it: whoever holds the receiver's post, but not who wrote it. Pure. */
export function told(
  receiver: ComplaintReceiver,
  authorId: string,
  { secretaryId, inspectorIds }: ReceiverHolders,
): readonly string[] {
  const holders = receiver === 'inspector' ? inspectorIds : [secretaryId].flatMap((one) => one ?? []);
  return holders.filter((personId) => personId !== authorId);
}
