import type { EnrolmentChannel } from '../../../../miniprogram/contracts/enrolment';
import { signedInEndpoint } from '../../access/endpoint';
import { deliverMissing } from '../../message/notify';
import { communities, type Community } from '../../place/community';
import { replayOf } from '../../platform/request';
import { refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { siteLinks, type SiteLink } from '../../site/site';
import { announceAsked } from '../announce';
import { channelName } from '../channels';
import { enrolments } from '../enrolment';
import { askedEnrolment } from '../new-enrolment';
import { enrolmentView } from '../view';
import { writeAndTell } from '../write-and-tell';

/**
 * Asks online to be enrolled in one grid, which somebody there decides on, since a member is offered orders. A courier
 * who is registered with a site comes by the channel that the community keeps for it (S5-09). Who was refused may ask
 * again.
 * The first one of a community costs one write more.
 * Cost: 4 reads, 4 writes; to notify, 1 read, 1 write.
 */
export const requestEnrolment = signedInEndpoint({
  name: 'enrolment.request',
  input: object({ gridId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { gridId }) {
    const { database, clock, request } = context;
    const { personId, name, communityId, phoneVerified } = caller.login;
    const [community, before, link] = await Promise.all([
      database.get(communities, communityId),
      database.get(enrolments, personId),
      database.get(siteLinks, personId),
    ]);
    const replay = before && replayOf(before.requests, request, () => enrolmentView(before, caller));
    if (replay) {
      await deliverMissing(context, before?.outbox ?? []);
      return replay;
    }
    if (before?.state === 'asked') return refuse('ALREADY_PROPOSED', 'gridId');
    if (before && before.state !== 'refused') return refuse('ALREADY_SETTLED', 'gridId');
    if (!phoneVerified) return refuse('PHONE_UNPROVED', 'phone');
    const grid = community?.grids.find((one) => one.gridId === gridId);
    if (!community || !grid) return refuse('NOT_FOUND', 'gridId');
    const channel = channelOf(community, link, clock.now());
    const arrival = { person: { _id: personId, name }, community, grid, channel };
    const { after, messages } = announceAsked(askedEnrolment(context, caller, arrival, before), community);
    return writeAndTell(context, caller, { before, after }, messages);
  },
});

function channelOf(community: Community, link: SiteLink | undefined, now: Date): EnrolmentChannel {
  const channel = community.policy.enrolment?.siteChannel;
  const isNamed = channel !== undefined && channelName(community, channel) !== undefined;
  return isNamed && link && link.expiresAt > now ? channel : 'online';
}
