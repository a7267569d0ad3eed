import type { ChangeView } from '../../../../miniprogram/contracts/person';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { readBookkeepers } from '../../passbook/disputes/holders';
import { branchIdOf } from '../../place/branch';
import { people, type Person } from '../../person/person';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, words } from '../../platform/validation';
import { announceErasure } from '../announce-change';
import { changeRequests, changeView, type ChangeRequest } from '../change-request';
import { readOwnRequests } from '../own-requests';

/**
 * Asks that somebody's name and words are erased from all books: one's own, or, by who keeps the books, those of
 * somebody who cannot ask. Another who keeps the books decides, so that two people stand for it.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const requestErasure = signedInEndpoint({
  name: 'person.requestErasure',
  input: object({ personId: optional(id), reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId = caller.login.personId, reason }) {
    if (personId !== caller.login.personId && caller.scope !== 'community') return refuse('FORBIDDEN', 'personId');
    const [asked, person, bookkeepers, refused] = await Promise.all([
      readOwnRequests(context, personId),
      context.database.get(people, personId),
      readBookkeepers(context.database, branchIdOf(caller.login.communityId)),
      checkTexts(context, { reason }),
    ]);
    for (const one of asked) {
      const replay = replayOf([one.request], context.request, () => one);
      if (replay) return replay.ok ? answerAgain(context, replay.data) : replay;
    }
    if (refused) return refused;
    if (person?.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'personId');
    if (asked.some(({ kind, state }) => kind === 'erasure' && state === 'open'))
      return refuse('ALREADY_PROPOSED', 'personId');
    const { change, messages } = announceErasure(buildErasure(context, caller, person, reason), bookkeepers);
    if (await context.database.insert(changeRequests, change)) await deliver(context, messages);
    return done(changeView(change));
  },
});

/** What the first call could not tell is told now. */
async function answerAgain(context: Context, change: ChangeRequest): Promise<Result<ChangeView>> {
  await deliverMissing(context, change.outbox ?? []);
  return done(changeView(change));
}

function buildErasure(context: Context, { login, hat }: SignedIn, person: Person, reason: string): ChangeRequest {
  const { communityId, name, phone, phoneSource } = person;
  const _id = derivedId('q', context.openid, context.requestId);
  const at = context.clock.now();
  return {
    _id,
    communityId,
    kind: 'erasure',
    state: 'open',
    personId: person._id,
    openid: context.openid,
    path: communityId,
    scopes: [communityId],
    at,
    timeKey: timeKey(at, _id),
    before: { name, phone, phoneSource },
    wanted: {},
    hats: [],
    erasure: { askedBy: { personId: login.personId, name: login.name, hat: hat.hat, at }, reason },
    decision: null,
    request: context.request,
  };
}
