import { teamLimits } from '../../../../miniprogram/contracts/team';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { people } from '../../person/person';
import { tellPeopleApart } from '../../person/rules/namesakes';
import { posts } from '../../place/post';
import { teams } from '../../place/team';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { mayChangeTeams, maySeeMembers, teamView } from '../view';

/**
 * The teams of the caller's community with their captains; `teamId`: with the names of that one's members, for whoever
 * decides on teams and for those who are in it.
 * Names cost one read more.
 * Cost: 2 reads.
 */
export const listTeams = signedInEndpoint({
  name: 'team.list',
  input: object({ teamId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { teamId }) {
    const { communityId } = caller.login;
    const [found, captains] = await Promise.all([
      database.find(teams, { where: { communityId }, sort: { name: 'asc' }, limit: teamLimits.teams }),
      database.find(posts, { where: { communityId, hat: 'teamCaptain' }, limit: teamLimits.teams }),
    ]);
    const shown = found.map((team) => {
      const post = captains.find((one) => one.team?.teamId === team._id);
      return teamView(team, post?.holder, caller);
    });
    const mine = mayChangeTeams(caller);
    if (teamId === undefined) return done({ teams: shown, mine });
    const team = found.find(({ _id }) => _id === teamId);
    if (!team) return refuse('NOT_FOUND', 'teamId');
    if (!maySeeMembers(team, caller)) return done({ teams: shown, mine });
    const where = { _id: { oneOf: team.memberIds } };
    const members = await database.find(people, { where, limit: teamLimits.members });
    const apart = tellPeopleApart(members, apartBy(caller.hat.hat));
    const named = members.map(({ _id: personId, name }) => ({ personId, name, ...apart(personId) }));
    return done({ teams: shown, mine, members: named });
  },
});
