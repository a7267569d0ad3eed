import { otherTextSources, type OtherTextSource } from '../../../../miniprogram/contracts/privacy';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { attendances } from '../../activity/attendance';
import { complaints } from '../../complaint/complaint';
import { blackedOut } from '../../order/rules/own-texts';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { shownAndAwaits, thanksNotes } from '../../recognition/thanks/thanks-note';

type BlackOut = (
  transaction: Transaction,
  acting: { readonly context: Context; readonly caller: SignedIn },
  id: string,
) => Promise<Result<{ readonly id: string }>>;

/**
 * Blacks out for good what the caller wrote outside of orders, which have their own: thanks, which leave the wall with
 * it, a complaint, whose answer stays, a reason to stay away from a meeting. What is black already stays so; what
 * somebody else wrote is not found.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const blackOutText = signedInEndpoint({
  name: 'privacy.blackOut',
  input: object({ source: v.picklist(otherTextSources), id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, { source, id }) =>
    context.database.transaction((transaction) => ways[source](transaction, { context, caller }, id)),
});

const ways: Readonly<Record<OtherTextSource, BlackOut>> = {
  async thanks(transaction, { context, caller }, id) {
    const note = await transaction.get(thanksNotes, id);
    if (note?.authorId !== caller.login.personId) return refuse('NOT_FOUND', 'id');
    if (note.words === blackedOut) return done({ id });
    const set = {
      ...{ words: blackedOut, cases: [], ...shownAndAwaits({ cases: [] }) },
      ...withAct(note, context, caller, 'privacy.blackOut'),
    };
    await transaction.update(thanksNotes, id, { set, unset: ['publicWords'] });
    return done({ id });
  },
  async complaint(transaction, { context, caller }, id) {
    const complaint = await transaction.get(complaints, id);
    if (complaint?.author.personId !== caller.login.personId) return refuse('NOT_FOUND', 'id');
    if (complaint.words === blackedOut) return done({ id });
    const acts = withAct(complaint, context, caller, 'privacy.blackOut');
    await transaction.update(complaints, id, { set: { words: blackedOut, ...acts } });
    return done({ id });
  },
  async leave(transaction, { caller }, id) {
    const attendance = await transaction.get(attendances, id);
    const leave = attendance?.leave;
    if (!leave || leave.asked.personId !== caller.login.personId) return refuse('NOT_FOUND', 'id');
    if (leave.reason === blackedOut) return done({ id });
    await transaction.update(attendances, id, { set: { leave: { ...leave, reason: blackedOut } } });
    return done({ id });
  },
};
