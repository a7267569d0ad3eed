import { memberHats } from '../../../../../miniprogram/contracts/hat';
import { needDays } from '../../../../../miniprogram/contracts/need';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { teams } from '../../../place/team';
import type { Context } from '../../../platform/context';
import { done, refuse } from '../../../platform/result';
import { object, optional, v } from '../../../platform/validation';
import { needsCursor, readNeeds } from '../../lists/needs';

/**
 * The needs ledger: what is wanted on a day of the week and in which hours, how many members are free then, and the
 * orders of that day, a page of them. Counts of a further page are those of what is left.
 * Of members, those of the vanguard read it, whose team is one read more: the ledger of the community, and of its
 * orders those that they may see.
 * Cost: 2 reads.
 */
export const listNeeds = signedInEndpoint({
  name: 'order.listNeeds',
  input: object({ day: optional(v.picklist(needDays)), cursor: optional(needsCursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { day, cursor }) {
    if (!isMember(caller)) return done(await readNeeds(context, caller, { day, cursor }));
    if (!(await isOfVanguard(context, caller))) return refuse('FORBIDDEN', 'teamId');
    return done({ ...(await readNeeds(context, caller, { day, cursor })), vanguard: true });
  },
});

function isMember({ hat }: SignedIn): boolean {
  return memberHats.some((one) => one === hat.hat);
}

/** Whether they are in the members' vanguard; a captain's hat names the team that they lead. */
async function isOfVanguard({ database }: Context, { login, hat }: SignedIn): Promise<boolean> {
  const teamId = hat.teamId ?? login.teamId;
  const team = teamId === undefined ? undefined : await database.get(teams, teamId);
  return team?.vanguard === true && team.memberIds.includes(login.personId);
}
