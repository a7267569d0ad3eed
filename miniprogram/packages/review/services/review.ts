import { call, write } from '../../../services/platform/call';

const after = (cursor?: string) => (cursor === undefined ? {} : { cursor });

/** '' is the reader's own branch. */
const ofBranch = (branchId: string) => (branchId === '' ? {} : { branchId });

/** The newest first. */
export const list = (branchId: string, cursor?: string) =>
  call('review.list', { ...ofBranch(branchId), ...after(cursor) });
export const get = (month: string, branchId: string, cursor?: string) =>
  call('review.get', { month, ...ofBranch(branchId), ...after(cursor) });

/** What stands out in a month of the books of all branches. */
export const getPatterns = (month: string) => call('passbook.getPatterns', { month });
export const confirm = (month: string, version: number) => write('review.confirm', { month, version });
export const getYear = (year: number, personId: string) =>
  call('review.getYear', { year, ...(personId !== '' && { personId }) });

/** Without words what was said is taken away. */
export const remark = (month: string, personId: string, words: string) =>
  write('review.remark', { month, personId, ...(words !== '' && { words }) });

const of = (personId: string) => (personId === '' ? {} : { personId });

export const getRecord = (personId: string) => call('review.getRecord', of(personId));
export const share = (agreed: boolean) => write('review.share', { agreed });
export const sendNote = (personId: string, words: string) => write('review.sendNote', { personId, words });
export const listShared = (cursor?: string) => call('review.listShared', after(cursor));
