import { call } from './platform/call';

export const under = (where: { placeId?: string; token?: string }) => call('place.listChildren', where);
