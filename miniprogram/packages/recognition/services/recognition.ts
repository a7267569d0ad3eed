import type { HideReason } from '../../../contracts/moderation';
import type { RecognitionPart } from '../../../contracts/recognition';
import type { ThanksList } from '../../../contracts/thanks';
import { call, write } from '../../../services/platform/call';

/** '' is the newest list, and the reader's own branch. */
export const getCommendation = (period: string, branchId: string) =>
  call('recognition.getCommendation', { ...(period !== '' && { period }), ...(branchId !== '' && { branchId }) });

export const approveCommendation = (period: string, digest: string, leftOut: readonly string[], reason: string) =>
  write('recognition.approveCommendation', { period, digest, leftOut, ...(reason !== '' && { reason }) });

export const getRanking = () => call('recognition.getRanking', {});

export const saveChoice = (part: RecognitionPart, hidden: boolean) => write('recognition.saveChoice', { part, hidden });

export const thank = (orderId: string, words: string) => write('recognition.thank', { orderId, words });

export const listThanks = (list: ThanksList, cursor?: string) =>
  call('recognition.listThanks', { list, ...(cursor !== undefined && { cursor }) });

/** Without words as it was written. */
export const showThanks = (orderId: string, words: string) =>
  write('recognition.decideThanks', { orderId, show: true, ...(words !== '' && { words }) });

export const hideThanks = (orderId: string, reason: HideReason) =>
  write('recognition.decideThanks', { orderId, show: false, reason });

/** '' is the month before this. */
export const getStar = (month: string) => call('recognition.getStar', month === '' ? {} : { month });
export const vote = (month: string, personId: string) => write('recognition.vote', { month, personId });
export const decideStar = (month: string) => write('recognition.decideStar', { month });

export const listStarInputs = (month: string, of: 'services' | 'votes', cursor?: string) =>
  call('recognition.listStarInputs', { month, of, ...(cursor !== undefined && { cursor }) });
