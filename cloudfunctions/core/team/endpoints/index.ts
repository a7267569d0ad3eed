import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { changeTeam } from './change';
import { listTeams } from './list';

/** Volunteers' teams. */
export const teamEndpoints = {
  'team.list': listTeams,
  'team.change': changeTeam,
} satisfies Partial<Routes<Caller>>;
