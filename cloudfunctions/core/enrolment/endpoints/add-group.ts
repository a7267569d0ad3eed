import { enrolmentChannels, groupLimit, type GroupOutcome } from '../../../../miniprogram/contracts/enrolment';
import { reaches, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { communities } from '../../place/community';
import type { Context } from '../../platform/context';
import { done, refuse } from '../../platform/result';
import { id, object, personName, personPhone, requestId, v } from '../../platform/validation';
import { channelsInUse } from '../channels';
import { enrolments } from '../enrolment';
import { findMember, readMembers, type FoundMember } from '../find-member';
import { enrolledAtOnce, type Arrival } from '../new-enrolment';
import { memberFields, writeEnrolment } from '../store';

const member = object({ name: personName, phone: personPhone });

/**
 * Enrols several at once in one grid, as the party group of the grid does, or an office of whoever came there. A name
 * with the number that the community knows is that person; a number that nobody has makes somebody new, whom their own
 * phone finds later; nobody is enrolled twice. A call that broke off goes on where it stopped.
 * Each member costs 4 to 6 reads and 4 to 6 writes.
 * Cost: grows with the members.
 */
export const addGroup = signedInEndpoint({
  name: 'enrolment.addGroup',
  input: object({
    channel: v.picklist(enrolmentChannels),
    gridId: id,
    members: v.pipe(v.array(member), v.minLength(1), v.maxLength(groupLimit)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { channel, gridId, members }) {
    const community = await context.database.get(communities, caller.login.communityId);
    const grid = community?.grids.find((one) => one.gridId === gridId);
    if (!community || !grid || !reaches(caller, { communityId: community._id, path: grid.path }))
      return refuse('NOT_FOUND', 'gridId');
    if (!channelsInUse(community).some((one) => one.channel === channel)) return refuse('INVALID_INPUT', 'channel');
    const named = readMembers(members, community);
    if (!named.ok) return named;
    const numbers = [...new Set(named.data.map(({ phone }) => phone))];
    const known = await context.database.find(people, {
      where: { communityId: community._id, phone: { oneOf: numbers } },
      limit: 99,
    });
    const outcomes: { name: string; outcome: GroupOutcome }[] = [];
    for (const one of named.data) {
      const found = findMember(one, known, community);
      const outcome = found
        ? await enrol(context, caller, { ...found, community, grid, channel })
        : ('otherName' as const);
      if (outcome === 'busy') return refuse('BUSY');
      outcomes.push({ name: one.name, outcome });
    }
    return done({ outcomes });
  },
});

/** One after the other, since all of them are counted in one place. */
async function enrol(
  context: Context,
  caller: SignedIn,
  { isNew, ...arrival }: Arrival & FoundMember,
): Promise<GroupOutcome | 'busy'> {
  const before = await context.database.get(enrolments, arrival.person._id);
  const isSame = before?.requests.some(({ requestKey }) => requestKey === context.request.requestKey);
  if (isSame) return 'enrolled';
  if (before?.state === 'enrolled') return 'already';
  const after = enrolledAtOnce(context, caller, arrival, before);
  const newcomer = isNew ? { ...arrival.person, ...memberFields(arrival.person, after) } : undefined;
  const written = await writeEnrolment(context, { before, after, ...(newcomer && { newcomer }) });
  return written.ok ? 'enrolled' : 'busy';
}
