import type { PointUnit } from '../contracts/passbook';
import { call, write } from './platform/call';

/** Without `personId` it is the caller's own book. */
export const open = (which: { unit?: PointUnit; personId?: string; cursor?: string }) => call('passbook.get', which);

/** `name`: how it begins; '' for all. */
export const people = (unit: PointUnit, name: string, cursor?: string) =>
  call('passbook.list', { unit, ...(name !== '' && { name }), ...(cursor !== undefined && { cursor }) });

export const verify = (unit: PointUnit, personId: string) => call('passbook.verify', { unit, personId });

export const audit = (unit: PointUnit, cursor?: string) =>
  call('passbook.audit', cursor === undefined ? { unit } : { unit, cursor });

export const contest = (entryId: string, words: string) => write('passbook.contest', { entryId, words });

export const propose = (entryId: string, reason: string) => write('passbook.proposeReversal', { entryId, reason });

export const reversals = () => call('passbook.listReversals', {});

/** The objection is heard, and the line stays. */
export const keep = (entryId: string, reason: string) => write('passbook.uphold', { entryId, reason });

export const sign = (reversalId: string) => write('passbook.signReversal', { reversalId, agree: true });

/** The second person says why not. */
export const refuse = (reversalId: string, reason: string) =>
  write('passbook.signReversal', { reversalId, agree: false, reason });
