import type { Skill } from '../../../miniprogram/contracts/skill';
import { teamLimits } from '../../../miniprogram/contracts/team';
import { people, type Person } from '../person/person';
import { communities } from '../place/community';
import { places } from '../place/place';
import { posts } from '../place/post';
import { teams, type Team } from '../place/team';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';

/** A team as somebody wants it to be. */
export interface WantedTeam {
  readonly _id: string;
  readonly isNew: boolean;
  readonly version: number;
  readonly name: string;
  readonly skill: Skill;
  readonly captainId: string;
  readonly memberIds: readonly string[];
  readonly sectionId?: string;
  readonly vanguard?: boolean;
}

/** What a change of a team has to do with. */
export interface TeamSources {
  readonly captain: Person;
  /** The captain's post: as it is called, or will be. */
  readonly postId: string;
  readonly communityName: string;
}

/**
 * Reads the community, its teams and captains' posts, and the people of a wanted team. The refusal names what cannot
 * be: a member of another community or team (`memberIds.2`), a captain who is no member or has no WeChat. Four reads,
 * and one more for a section.
 */
export async function readTeamSources(
  { database }: Pick<Context, 'database'>,
  communityId: string,
  wanted: WantedTeam,
): Promise<Result<TeamSources>> {
  const { _id, isNew, captainId, memberIds, sectionId } = wanted;
  const [community, others, captains, members, section] = await Promise.all([
    database.get(communities, communityId),
    database.find(teams, { where: { communityId }, limit: teamLimits.teams }),
    database.find(posts, { where: { communityId, hat: 'teamCaptain' }, limit: teamLimits.teams }),
    database.find(people, { where: { _id: { oneOf: memberIds } }, limit: teamLimits.members }),
    sectionId === undefined ? undefined : database.get(places, sectionId),
  ]);
  if (!community || (!isNew && !others.some((one) => one._id === _id))) return refuse('NOT_FOUND', 'teamId');
  const isRoom = !isNew || others.length < teamLimits.teams || others.some((one) => one._id === _id);
  if (!isRoom) return refuse('LIST_FULL', 'name');
  const rest = others.filter((one) => one._id !== _id);
  const unfit = unfitMember(memberIds, { communityId, members, others: rest });
  if (unfit !== undefined) return refuse('INVALID_INPUT', `memberIds.${unfit}`);
  if (rest.some(({ name }) => name === wanted.name)) return refuse('INVALID_INPUT', 'name');
  if (wanted.vanguard && rest.some(({ vanguard }) => vanguard)) return refuse('INVALID_INPUT', 'vanguard');
  if (sectionId !== undefined && (section?.communityId !== communityId || section.kind !== 'section'))
    return refuse('NOT_FOUND', 'sectionId');
  const captain = members.find((one) => one._id === captainId);
  if (!captain) return refuse('INVALID_INPUT', 'captainId');
  if (!captain.reachable) return refuse('MEMBER_UNREACHABLE', 'captainId');
  const postId = captains.find(({ team }) => team?.teamId === _id)?._id ?? `${communityId}_teamCaptain_${_id}`;
  return done({ captain, postId, communityName: community.name });
}

/** The place of the first member who is named twice, unknown here, or in another team. */
function unfitMember(
  memberIds: readonly string[],
  {
    communityId,
    members,
    others,
  }: { readonly communityId: string; readonly members: readonly Person[]; readonly others: readonly Team[] },
): number | undefined {
  const here = members.filter((one) => one.communityId === communityId && !one.leftAt);
  const index = memberIds.findIndex(
    (personId, at) =>
      memberIds.indexOf(personId) < at ||
      !here.some(({ _id }) => _id === personId) ||
      others.some((team) => team.memberIds.includes(personId)),
  );
  return index < 0 ? undefined : index;
}
