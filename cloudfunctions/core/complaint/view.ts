import type { ComplaintReceiver, ComplaintView } from '../../../miniprogram/contracts/complaint';
import type { SignedIn } from '../access/caller';
import type { Complaint } from './complaint';

/** The post for which the hat in use answers complaints; undefined for any other hat, and for a branch's secretary. */
export function receiverPost({ hat }: Pick<SignedIn, 'hat'>): ComplaintReceiver | undefined {
  if (hat.branchId !== undefined) return undefined;
  return hat.hat === 'secretary' || hat.hat === 'inspector' ? hat.hat : undefined;
}

/** Whether the caller answers it: it came to their post, and they did not write it. */
export function receives(
  { communityId, receiver, author }: Pick<Complaint, 'communityId' | 'receiver' | 'author'>,
  caller: Pick<SignedIn, 'hat' | 'login'>,
): boolean {
  const isTheirs = communityId === caller.login.communityId && receiver === receiverPost(caller);
  return isTheirs && author.personId !== caller.login.personId;
}

/** As who wrote it, or who answers, sees it. */
export function complaintView(
  complaint: Omit<Complaint, 'requests' | 'acts' | 'outbox'>,
  caller: Pick<SignedIn, 'hat' | 'login'>,
): ComplaintView {
  const { _id, about, words, at, state, receiver, answerBy, isLate, author, answer } = complaint;
  const isReceiver = receives(complaint, caller);
  return {
    ...{ complaintId: _id, about, words, state, receiver, isLate },
    at: at.toISOString(),
    answerBy: answerBy.toISOString(),
    ...(isReceiver && { byName: author.name }),
    ...(answer && {
      answer: { words: answer.words, name: answer.name, hat: answer.hat, at: answer.at.toISOString() },
    }),
    mayAnswer: isReceiver && state === 'open',
  };
}
