import type { AlertNeed, AlertOutcome, AlertState } from '../contracts/alert';
import { call, write } from './platform/call';

/** Where: a place that was chosen, the card in hand, or, without either, where the caller lives. */
export const raise = (need: AlertNeed, where: { readonly placeId?: string; readonly token?: string }) =>
  write('alert.raise', { need, ...where });

export const list = (state: AlertState, cursor?: string) =>
  call('alert.list', { state, ...(cursor !== undefined && { cursor }) });

export const settle = (alertId: string, outcome: AlertOutcome) => write('alert.settle', { alertId, outcome });
