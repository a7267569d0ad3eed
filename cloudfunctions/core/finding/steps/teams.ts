import { teamLimits } from '../../../../miniprogram/contracts/team';
import { people } from '../../person/person';
import type { Community } from '../../place/community';
import { hasLevel } from '../../place/rules/levels';
import { defaultTeamKinds } from '../../place/policy';
import { teams, type Team } from '../../place/team';
import type { Database } from '../../platform/database';
import { sectionGap, teamGap } from '../rules/gaps';
import { nextOf, nothing, open, placesOf, readAtOnce, type Step } from './share';

/** Sections without a team, where the community has lane chiefs for a section's team to stand beside (S1-12). */
export const sections: Step = async (database, community, after) => {
  if (!hasLevel(community, 'laneChief')) return nothing;
  const [page, all] = await Promise.all([
    placesOf(database, community, 'section', after),
    teamsOf(database, community),
  ]);
  const found = open(page).flatMap((place) => sectionGap(place, all));
  return { found, next: nextOf(page, readAtOnce, ({ path }) => path) };
};

/** Sections' teams that lack their party member, or everybody else. One team a share. */
export const sectionTeams: Step = async (database, community, after) => {
  const all = (await teamsOf(database, community)).filter(
    ({ _id, sectionId }) => sectionId !== undefined && _id > after,
  );
  const [team, ...others] = all;
  if (!team) return nothing;
  const where = { _id: { oneOf: team.memberIds } };
  const members = team.memberIds.length === 0 ? [] : await database.find(people, { where, limit: teamLimits.members });
  const wanted = community.policy.place?.teamKinds ?? defaultTeamKinds;
  return { found: teamGap(team, members, wanted), next: others.length > 0 ? team._id : null };
};

async function teamsOf(database: Database, { _id: communityId }: Community): Promise<readonly Team[]> {
  const found = await database.find(teams, { where: { communityId }, limit: teamLimits.teams });
  return found.sort((one, other) => (one._id < other._id ? -1 : 1));
}
