import type { ComplaintList, ComplaintSubject } from '../../../contracts/complaint';
import { call, write } from '../../../services/platform/call';

export const make = (about: ComplaintSubject, words: string) => write('complaint.make', { about, words });

export const list = (which: ComplaintList, cursor?: string) =>
  call('complaint.list', { list: which, ...(cursor !== undefined && { cursor }) });

export const answer = (complaintId: string, words: string) => write('complaint.answer', { complaintId, words });
