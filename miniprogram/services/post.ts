import type { Input } from '../contracts/api';
import { call, write } from './platform/call';

export const list = (placeId?: string) => call('post.list', placeId === undefined ? {} : { placeId });
export const assign = (input: Omit<Input<'post.assign'>, 'requestId'>) => write('post.assign', input);
export const findPeople = (words: string) => call('person.find', { words });
export const previewLeave = (personId: string) => call('person.previewLeave', { personId });
export const settle = (personId: string, placeId: string) => write('person.settle', { personId, placeId });
export const leave = (personId: string) => write('person.leave', { personId });
