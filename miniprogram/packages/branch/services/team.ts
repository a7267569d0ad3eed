import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

/** `teamId`: with the names of its members. */
export const list = (teamId?: string) => call('team.list', teamId === undefined ? {} : { teamId });

export const change = (team: Omit<Input<'team.change'>, 'requestId'>) => write('team.change', team);
