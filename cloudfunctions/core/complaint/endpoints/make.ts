import { complaintsADay, complaintSubjects, type ComplaintView } from '../../../../miniprogram/contracts/complaint';
import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, refuseUntil, type Result } from '../../platform/result';
import { object, requestId, v, words } from '../../platform/validation';
import { dayStart, dayText, nextDayStart } from '../../time/shanghai';
import { complaints, type Complaint } from '../complaint';
import { readReceivers } from '../holders';
import { complaintPolicyOf } from '../policy';
import { receiverOf, told } from '../rules/receiver';
import { complaintView } from '../view';

const dayMs = 86_400_000;

/**
 * Somebody complains or suggests something. It goes to the secretary, or to the inspector where it is about those who
 * lead or from the secretary; nobody else reads it, and within as many days as the community decided it is answered.
 * Where nobody could answer it is refused, so that it goes past the community instead of nowhere.
 * Somebody's first write beside orders takes one write more.
 * Cost: 3 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const makeComplaint = signedInEndpoint({
  name: 'complaint.make',
  input: object({ about: v.picklist(complaintSubjects), words: words(limits.orderWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, clock, request } = context;
    const { communityId, personId } = caller.login;
    const at = clock.now();
    const [community, today] = await Promise.all([
      database.get(communities, communityId),
      database.find(complaints, {
        where: { 'author.personId': personId, listKey: { gte: dayStart(at).toISOString() } },
        sort: { listKey: 'desc' },
        limit: complaintsADay,
      }),
    ]);
    const earlier = today.find(({ requests }) => requests.some((one) => one.requestKey === request.requestKey));
    if (earlier) return answerAgain(context, caller, earlier);
    if (today.length >= complaintsADay) return refuseUntil(nextDayStart(at));
    const refused = await checkTexts(context, { words: input.words });
    if (refused) return refused;
    const holders = community && (await readReceivers(database, community));
    const receiver = holders && receiverOf(input.about, personId, holders);
    if (!receiver) return refuse('NOBODY_ANSWERS', 'about');
    const _id = derivedId('co', personId, dayText(at), String(today.length));
    const { answerWithinDays } = complaintPolicyOf(community);
    const answerBy = new Date(at.getTime() + answerWithinDays * dayMs);
    const messages = outgoingMessages(`${_id}:made`, at, [
      { personIds: told(receiver, personId, holders), content: { kind: 'complaint-made', until: answerBy } },
    ]);
    const complaint: Complaint = {
      ...{ _id, communityId, about: input.about, words: input.words, state: 'open', receiver, isLate: false },
      author: { personId, name: caller.login.name },
      ...{ at, listKey: timeKey(at, _id), answerBy, nextAt: answerBy, updatedAt: at, requests: [request] },
      ...withAct({}, context, caller, 'complaint.make'),
      ...addToOutbox({}, messages),
    };
    if (await database.insert(complaints, complaint)) {
      await deliver(context, messages);
      return done(complaintView(complaint, caller));
    }
    const stored = await database.get(complaints, _id);
    return stored ? answerAgain(context, caller, stored) : refuse('BUSY');
  },
});

/** Of two taps of one moment one is written, and the other finds it; another complaint there has to be sent again. */
async function answerAgain(context: Context, caller: SignedIn, stored: Complaint): Promise<Result<ComplaintView>> {
  const replay = replayOf(stored.requests, context.request, () => stored);
  if (!replay) return refuse('BUSY');
  if (!replay.ok) return replay;
  await deliverMissing(context, stored.outbox ?? []);
  return done(complaintView(stored, caller));
}
