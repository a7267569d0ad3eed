import { call, write } from '../../../services/platform/call';

export const list = (cursor?: string) => call('employer.list', cursor === undefined ? {} : { cursor });
export const grantHat = (employerId: string, personId: string) => write('employer.grantHat', { employerId, personId });
export const revokeHat = (employerId: string, personId: string) =>
  write('employer.revokeHat', { employerId, personId });
