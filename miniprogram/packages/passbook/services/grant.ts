import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

/** The newest first. */
export const list = (state: 'open' | 'settled', cursor?: string) =>
  call('passbook.listGrants', { state, ...(cursor !== undefined && { cursor }) });

export const propose = (proposal: Omit<Input<'passbook.proposeGrant'>, 'requestId'>) =>
  write('passbook.proposeGrant', proposal);

export const sign = (grantId: string) => write('passbook.signGrant', { grantId, agree: true });

/** The second person says why not. */
export const refuse = (grantId: string, reason: string) =>
  write('passbook.signGrant', { grantId, agree: false, reason });
