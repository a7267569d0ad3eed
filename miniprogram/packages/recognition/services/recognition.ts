import type { RecognitionPart } from '../../../contracts/recognition';
import { call, write } from '../../../services/platform/call';

/** '' is the newest list, and the reader's own branch. */
export const getCommendation = (period: string, branchId: string) =>
  call('recognition.getCommendation', { ...(period !== '' && { period }), ...(branchId !== '' && { branchId }) });

export const approveCommendation = (period: string, digest: string, leftOut: readonly string[], reason: string) =>
  write('recognition.approveCommendation', { period, digest, leftOut, ...(reason !== '' && { reason }) });

export const getRanking = () => call('recognition.getRanking', {});

export const saveChoice = (part: RecognitionPart, hidden: boolean) => write('recognition.saveChoice', { part, hidden });
