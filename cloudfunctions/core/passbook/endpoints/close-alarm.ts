import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { alarms, type Alarm } from '../alarm/alarm';
import { settleAlarm } from '../alarm/alarm-store';
import { alarmView } from '../alarm/alarm-view';
import { closeFault, isSettled } from '../rules/alarm-closing';

/**
 * Says that a finding was looked into, and what came of it: the inspector alone, else one bookkeeper and then another.
 * Nothing is deleted.
 * Cost: 3 reads, 4 writes.
 */
export const closeAlarm = signedInEndpoint({
  name: 'passbook.closeAlarm',
  input: object({ alarmId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const closed = await context.database.transaction((transaction) => close(transaction, context, caller, input));
    return closed.ok ? done(alarmView(closed.data, caller.login.personId)) : closed;
  },
});

async function close(
  transaction: Transaction,
  context: Context,
  { login, hat }: SignedIn,
  { alarmId, reason }: { readonly alarmId: string; readonly reason: string },
): Promise<Result<Alarm>> {
  const before = await transaction.get(alarms, alarmId);
  if (before?.communityId !== login.communityId) return refuse('NOT_FOUND', 'alarmId');
  const replay = replayOf(before.requests, context.request, () => before);
  if (replay) return replay;
  const fault = closeFault(before, login.personId);
  if (fault) return refuse(fault, 'alarmId');
  const at = context.clock.now();
  const { personId, name } = login;
  const closings = [...before.closings, { personId, name, hat: hat.hat, at, reason }];
  const change = { closings, open: !isSettled(closings), requests: [...before.requests, context.request] };
  await transaction.update(alarms, alarmId, { set: change });
  if (!change.open) await settleAlarm(transaction, before, at);
  return done({ ...before, ...change });
}
