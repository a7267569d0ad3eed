import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { EnrolmentView } from '../../../miniprogram/contracts/enrolment';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { replayOf } from '../platform/request';
import { refuse, type Result } from '../platform/result';
import { enrolments, type Enrolment } from './enrolment';
import { nextRevision } from './store';
import { enrolmentView } from './view';
import { writeAndTell } from './write-and-tell';

/** A member changes something of their own enrolment: once they are enrolled, and once for each request. */
export async function changeOwn(
  context: Context,
  caller: SignedIn,
  action: EndpointName,
  fields: Partial<Pick<Enrolment, 'centre' | 'hours'>>,
): Promise<Result<EnrolmentView>> {
  const before = await context.database.get(enrolments, caller.login.personId);
  if (!before) return refuse('NOT_FOUND');
  const replay = replayOf(before.requests, context.request, () => enrolmentView(before, caller));
  if (replay) return replay;
  if (before.state !== 'enrolled') return refuse('NOT_ENROLLED');
  const change = { ...nextRevision(before, context), ...withAct(before, context, caller, action) };
  return writeAndTell(context, caller, { before, after: { ...before, ...fields, ...change } });
}
