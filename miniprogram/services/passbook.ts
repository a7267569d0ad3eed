import type { PointUnit } from '../contracts/passbook';
import { call, write } from './platform/call';

/** Without `personId` it is the caller's own book. */
export const open = (which: { unit?: PointUnit; personId?: string; cursor?: string }) => call('passbook.open', which);

export const people = (unit: PointUnit, cursor?: string) => call('passbook.people', cursor === undefined ? { unit } : { unit, cursor });

export const verify = (unit: PointUnit, personId: string) => call('passbook.verify', { unit, personId });

export const audit = (unit: PointUnit, cursor?: string) => call('passbook.audit', cursor === undefined ? { unit } : { unit, cursor });

export const contest = (entryId: string, words: string) => write('passbook.contest', { entryId, words });

export const propose = (entryId: string, reason: string) => write('passbook.propose', { entryId, reason });

export const reversals = () => call('passbook.reversals', {});

export const sign = (reversalId: string, agree: boolean) => write('passbook.sign', { reversalId, agree });
