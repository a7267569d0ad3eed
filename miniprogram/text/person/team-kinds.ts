import type { TeamKind } from '../../contracts/team';

/** Whom a section's team has beside its party member. */
export const teamKindNames: Readonly<Record<TeamKind, string>> = {
  resident: '居民',
  veteran: '退役军人',
  volunteer: '志愿者',
};
