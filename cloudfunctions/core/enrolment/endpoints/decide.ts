import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { deliverMissing } from '../../message/notify';
import { checkTexts } from '../../platform/content';
import { replayOf } from '../../platform/request';
import { refuse } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { announceDecision } from '../announce';
import { enrolments, type Enrolment } from '../enrolment';
import { actorOf } from '../new-enrolment';
import { nextRevision } from '../store';
import { enrolmentView, isInReach } from '../view';
import { writeAndTell } from '../write-and-tell';

/**
 * Enrols somebody who asked online, or refuses with a reason that they read; nobody decides on their own.
 * Cost: 5 reads, 6 writes; to notify, 1 read, 1 write.
 */
export const decideEnrolment = signedInEndpoint({
  name: 'enrolment.decide',
  input: object({ personId: id, agree: v.boolean(), reason: optional(words(limits.reasonWords)), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ personId }) => ({ from: enrolments, id: personId }),
  async run(context, caller, { personId, agree, reason }) {
    const before = await context.database.get(enrolments, personId);
    if (!before || !isInReach(before, caller)) return refuse('NOT_FOUND', 'personId');
    if (personId === caller.login.personId) return refuse('SECOND_PERSON_NEEDED', 'personId');
    const replay = replayOf(before.requests, context.request, () => enrolmentView(before, caller));
    if (replay) {
      await deliverMissing(context, before.outbox ?? []);
      return replay;
    }
    if (before.state !== 'asked') return refuse('ALREADY_SETTLED', 'personId');
    if (!agree && reason === undefined) return refuse('INVALID_INPUT', 'reason');
    const refused = reason === undefined ? undefined : await checkTexts(context, { reason });
    if (refused) return refused;
    const actor = actorOf(context, caller);
    const decided: Enrolment = {
      ...before,
      state: agree ? 'enrolled' : 'refused',
      decision: { ...actor, reason: reason ?? null },
      ...nextRevision(before, context),
      ...withAct(before, context, caller, 'enrolment.decide'),
    };
    const { after, messages } = announceDecision(decided, actor.at);
    return writeAndTell(context, caller, { before, after }, messages);
  },
});
