import { call, write } from './platform/call';

export const open = (token: string) => call('card.get', { token });

export const list = (cursor?: string) => call('card.list', cursor === undefined ? {} : { cursor });

export const issue = (placeId: string, size: 'normal' | 'large') => write('card.issue', { placeId, size });

export const reissue = (token: string, reason: string) => write('card.reissue', { token, reason });

export const code = (token: string) => call('card.getCode', { token });
