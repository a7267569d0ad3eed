import { call, write } from './platform/call';

const after = (cursor?: string) => (cursor === undefined ? {} : { cursor });

/** The newest first. */
export const list = (cursor?: string) => call('review.list', after(cursor));
export const get = (month: string, cursor?: string) => call('review.get', { month, ...after(cursor) });
export const confirm = (month: string, version: number) => write('review.confirm', { month, version });
export const getYear = (year: number, personId: string) =>
  call('review.getYear', { year, ...(personId !== '' && { personId }) });

/** Without words what was said is taken away. */
export const remark = (month: string, personId: string, words: string) =>
  write('review.remark', { month, personId, ...(words !== '' && { words }) });
