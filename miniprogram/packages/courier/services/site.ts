import type { Input } from '../../../contracts/api';
import type { TravelMode } from '../../../contracts/distance';
import { call, write } from '../../../services/platform/call';

const page = (cursor?: string): { cursor?: string } => (cursor === undefined ? {} : { cursor });

export const list = (cursor?: string) => call('site.list', page(cursor));
export const get = (siteId: string) => call('site.get', { siteId });
export const register = (siteId: string) => write('site.register', { siteId });
export const listLinks = (cursor?: string) => call('site.listLinks', page(cursor));
export const listRecords = (siteId?: string, cursor?: string) =>
  call('site.listRecords', { ...(siteId !== undefined && { siteId }), ...page(cursor) });
export const addRecord = (record: Omit<Input<'site.addRecord'>, 'requestId'>) => write('site.addRecord', record);
export const joinRecord = (recordId: string, join: boolean) => write('site.joinRecord', { recordId, join });
export const answerCare = (recordId: string, agree: boolean) => write('site.answerCare', { recordId, agree });
export const getCircle = (mode: TravelMode, at: 'day' | 'night') => call('site.getCircle', { mode, at });
