import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

export const listHouseholds = (cursor?: string) => call('visit.listHouseholds', cursor === undefined ? {} : { cursor });
export const getHousehold = (placeId: string, cursor?: string) =>
  call('visit.getHousehold', { placeId, ...(cursor !== undefined && { cursor }) });
/** Without a day nothing is planned. */
export const plan = (placeId: string, day = '') => write('visit.plan', { placeId, ...(day !== '' && { day }) });
export const record = ({ note = '', ...visit }: Omit<Input<'visit.record'>, 'requestId'>) =>
  write('visit.record', { ...visit, ...(note !== '' && { note }) });
export const recordAlone = (placeId: string, personId: string, alone: boolean) =>
  write('visit.recordAlone', { placeId, personId, alone });
export const revealPhone = (placeId: string, personId: string) => write('visit.revealPhone', { placeId, personId });
export const listToConfirm = (cursor?: string) => call('visit.listToConfirm', cursor === undefined ? {} : { cursor });
export const confirm = (visitId: string, agree: boolean) => write('visit.confirm', { visitId, agree });
