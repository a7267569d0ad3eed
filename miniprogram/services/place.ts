import { call } from './platform/call';

export const listChildren = (where: { placeId?: string; token?: string }) => call('place.listChildren', where);
