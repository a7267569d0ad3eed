import { teamLimits } from '../../../../miniprogram/contracts/team';
import { signedInEndpoint } from '../../access/endpoint';
import { memberSkills } from '../../../../miniprogram/contracts/skill';
import { renewPost } from '../../place/write-post';
import { checkTexts } from '../../platform/content';
import { derivedId } from '../../platform/ids';
import { done } from '../../platform/result';
import { id, line, object, optional, requestId, v, version } from '../../platform/validation';
import { readTeamSources } from '../read-sources';
import { teamView } from '../view';
import { writeTeam } from '../write-team';

/**
 * Secretary or committee decide what a team is called, what it helps with, who leads it and who is in it. The captain's
 * post changes in the same transaction, their hat and the others' teams follow with the next run.
 * Cost: grows with the people whose hats change.
 */
export const changeTeam = signedInEndpoint({
  name: 'team.change',
  input: object({
    teamId: optional(id),
    version,
    name: line(teamLimits.name),
    skill: v.picklist(memberSkills),
    captainId: id,
    memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(teamLimits.members)),
    sectionId: optional(id),
    vanguard: optional(v.boolean()),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { teamId, ...wanted }) {
    const { communityId } = caller.login;
    const _id = teamId ?? derivedId('t', context.openid, context.requestId);
    const [sources, refused] = await Promise.all([
      readTeamSources(context, communityId, { _id, isNew: teamId === undefined, ...wanted }),
      checkTexts(context, { name: wanted.name }),
    ]);
    if (!sources.ok) return sources;
    if (refused) return refused;
    const written = await writeTeam(context, caller, { _id, isNew: teamId === undefined, ...wanted }, sources.data);
    if (!written.ok) return written;
    await renewPost(context, sources.data.postId);
    return done(teamView(written.data, { name: sources.data.captain.name, personId: '', phone: '' }, caller));
  },
});
