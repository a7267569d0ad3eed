import type { Input } from '../contracts/api';
import { call, write } from './platform/call';

export const listChildren = (where: Input<'place.listChildren'>) => call('place.listChildren', where);
export const listGrids = (whole?: string) => call('place.listGrids', whole === undefined ? {} : { whole });
export const get = (placeId: string, cursor?: string) =>
  call('place.get', { placeId, ...(cursor !== undefined && { cursor }) });
export const create = (input: Omit<Input<'place.create'>, 'requestId'>) => write('place.create', input);
export const save = (input: Omit<Input<'place.save'>, 'requestId'>) => write('place.save', input);
export const move = (placeId: string, version: number, parentId: string) =>
  write('place.move', { placeId, version, parentId });
export const close = (placeId: string, version: number) => write('place.close', { placeId, version });
export const listApart = (list: 'ungridded' | 'closed', cursor?: string) =>
  call('place.listApart', { list, ...(cursor !== undefined && { cursor }) });
