import type { EnrolmentView } from '../../../miniprogram/contracts/enrolment';
import type { SignedIn } from '../access/caller';
import { deliver } from '../message/notify';
import type { OutgoingMessage } from '../message/outgoing';
import type { Context } from '../platform/context';
import { done, type Result } from '../platform/result';
import type { Enrolment } from './enrolment';
import { writeEnrolment, type EnrolmentChange } from './store';
import { enrolmentView } from './view';

/** Writes a change, tells its news, and answers what the caller sees of it. */
export async function writeAndTell(
  context: Context,
  caller: SignedIn,
  change: EnrolmentChange,
  messages: readonly OutgoingMessage[] = [],
): Promise<Result<EnrolmentView>> {
  const written: Result<Enrolment> = await writeEnrolment(context, change);
  if (!written.ok) return written;
  if (messages.length > 0) await deliver(context, messages);
  return done(enrolmentView(written.data, caller));
}
