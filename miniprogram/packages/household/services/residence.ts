import type { Input } from '../../../contracts/api';
import type { MoveState } from '../../../contracts/residence';
import { call, write } from '../../../services/platform/call';

export const registerIn = (move: Omit<Input<'residence.registerIn'>, 'requestId'>) =>
  write('residence.registerIn', move);
export const registerOut = (placeId: string, personId: string, day: string) =>
  write('residence.registerOut', { placeId, personId, day });
export const list = (state: MoveState, cursor?: string) =>
  call('residence.list', { state, ...(cursor !== undefined && { cursor }) });
export const withdraw = (moveId: string) => write('residence.withdraw', { moveId });
export const decide = (decision: Omit<Input<'residence.decide'>, 'requestId'>) => write('residence.decide', decision);
