import type { PointUnit } from '../contracts/passbook';
import type { RightCause } from '../contracts/right-cause';
import { call, write } from './platform/call';

/** Without `personId` it is the caller's own book; with `on` as it stood at the end of that day. */
export const get = (which: { unit?: PointUnit; personId?: string; on?: string; cursor?: string }) =>
  call('passbook.get', which);

/** `name`: how it begins; '' for all. */
export const list = (unit: PointUnit, name: string, cursor?: string) =>
  call('passbook.list', { unit, ...(name !== '' && { name }), ...(cursor !== undefined && { cursor }) });

/** `cursor`: where the part before ended. */
export const verify = (unit: PointUnit, personId: string, cursor?: string) =>
  call('passbook.verify', { unit, personId, ...(cursor !== undefined && { cursor }) });

/** `month`: `2026-11` */
export const getSlip = (unit: PointUnit, month: string, personId: string) =>
  call('passbook.slip', { unit, month, ...(personId !== '' && { personId }) });

export const audit = (unit: PointUnit, cursor?: string) =>
  call('passbook.audit', cursor === undefined ? { unit } : { unit, cursor });

export const contest = (entryId: string, words: string) => write('passbook.contest', { entryId, words });

/** `right`: what stands in the line's place, of an activity. */
export const proposeReversal = (entryId: string, reason: string, right?: RightCause) =>
  write('passbook.proposeReversal', { entryId, reason, ...(right !== undefined && { right }) });

export const listReversals = (cursor?: string) =>
  call('passbook.listReversals', cursor === undefined ? {} : { cursor });

/** The objection is heard, and the line stays. */
export const uphold = (entryId: string, reason: string) => write('passbook.uphold', { entryId, reason });

export const signReversal = (reversalId: string) => write('passbook.signReversal', { reversalId, agree: true });

export const listAlarms = (state: 'open' | 'closed', cursor?: string) =>
  call('passbook.listAlarms', { state, ...(cursor !== undefined && { cursor }) });

export const closeAlarm = (alarmId: string, reason: string) => write('passbook.closeAlarm', { alarmId, reason });

/** The second person says why not. */
export const refuseReversal = (reversalId: string, reason: string) =>
  write('passbook.signReversal', { reversalId, agree: false, reason });
