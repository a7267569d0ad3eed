import type { TeamView } from '../../../miniprogram/contracts/team';
import type { SignedIn } from '../access/caller';
import { scopeOf } from '../access/permissions';
import type { Post } from '../place/post';
import type { Team } from '../place/team';

/** Whether the caller decides on teams. */
export function mayChangeTeams({ hat }: SignedIn): boolean {
  return scopeOf(hat.hat, 'team.change') === 'community';
}

/** Who is in a team is read by whoever decides on teams, and by those who are in it. */
export function maySeeMembers({ memberIds }: Team, caller: SignedIn): boolean {
  return mayChangeTeams(caller) || memberIds.includes(caller.login.personId);
}

/** A team as the caller may see it; its captain is whoever holds the post. */
export function teamView(team: Team, captain: Post['holder'], caller: SignedIn): TeamView {
  const { _id: teamId, name, skill, captainId, memberIds, sectionId, vanguard, version = 0 } = team;
  return {
    ...{ teamId, name, skill, version, count: memberIds.length },
    captainId: maySeeMembers(team, caller) ? captainId : '',
    memberIds: maySeeMembers(team, caller) ? memberIds : [],
    ...(captain && { captain: captain.name }),
    ...(sectionId !== undefined && { sectionId }),
    ...(vanguard && { vanguard }),
  };
}
