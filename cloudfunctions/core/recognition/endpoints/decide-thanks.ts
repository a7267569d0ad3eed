import { limits } from '../../../../miniprogram/contracts/limits';
import { hideReasons } from '../../../../miniprogram/contracts/moderation';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { caseRequests, type CaseAct } from '../../moderation/rules/case';
import { decideCase } from '../../moderation/rules/decide-case';
import { checkTexts } from '../../platform/content';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { shownAndAwaits, thanksNotes, wordsPart } from '../thanks/thanks-note';
import { thanksView } from '../thanks/view';

const nobody: ReadonlySet<string> = new Set();

/**
 * Staff look at thanks before others read them: they show them, without a number or a name where they write the words
 * anew, or hide them for a reason. Nobody decides about what they wrote, nor about thanks to themselves.
 * Cost: 2 reads, 2 writes.
 */
export const decideThanks = signedInEndpoint({
  name: 'recognition.decideThanks',
  input: object({
    orderId: id,
    show: v.boolean(),
    words: optional(words(limits.reasonWords)),
    reason: optional(v.picklist(hideReasons)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { orderId, show, words: redacted, reason }) {
    if (!show && reason === undefined) return refuse('INVALID_INPUT', 'reason');
    const refused = await checkTexts(context, { words: redacted });
    if (refused) return refused;
    const { communityId, personId, name } = caller.login;
    const act = {
      ...{ act: show ? ('show' as const) : ('hide' as const), at: context.clock.now(), by: { personId, name } },
      ...{ hat: caller.hat.hat, reason: show ? null : (reason ?? null), words: null, request: context.request },
    } satisfies CaseAct;
    return context.database.transaction(async (transaction) => {
      const before = await transaction.get(thanksNotes, orderId);
      if (!before || before.communityId !== communityId) return refuse('NOT_FOUND', 'orderId');
      const reader = { hidden: nobody, isWhole: true, mayDecide: true };
      const replay = replayOf(caseRequests(before), context.request, () => thanksView(before, reader));
      if (replay) return replay;
      if (before.helperIds.includes(personId)) return refuse('SECOND_PERSON_NEEDED', 'orderId');
      const decided = decideCase(before, { part: wordsPart, authorId: before.authorId }, act);
      if (!decided.ok) return decided;
      const set = {
        cases: decided.data,
        ...shownAndAwaits({ cases: decided.data }),
        ...(show && redacted !== undefined && { publicWords: redacted }),
        ...withAct(before, context, caller, 'recognition.decideThanks'),
      };
      await transaction.update(thanksNotes, orderId, { set });
      return done(thanksView({ ...before, ...set }, reader));
    });
  },
});
