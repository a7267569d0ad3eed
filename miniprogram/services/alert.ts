import type { AlertNeed, AlertOutcome, AlertState } from '../contracts/alert';
import { call, write } from './platform/call';

/** `token`: of the card in hand; '' for where the caller lives. */
export const raise = (need: AlertNeed, token: string) =>
  write('alert.raise', token === '' ? { need } : { need, token });

export const list = (state: AlertState, cursor?: string) =>
  call('alert.list', { state, ...(cursor !== undefined && { cursor }) });

export const settle = (alertId: string, outcome: AlertOutcome) => write('alert.settle', { alertId, outcome });
