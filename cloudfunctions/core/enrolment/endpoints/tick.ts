import { welcomeItems } from '../../../../miniprogram/contracts/enrolment';
import { memberSkills } from '../../../../miniprogram/contracts/skill';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { orders } from '../../order/document/order';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { refuse, type Refusal } from '../../platform/result';
import { id, object, optional, requestId, v } from '../../platform/validation';
import { enrolments, type Enrolment } from '../enrolment';
import { actorOf } from '../new-enrolment';
import { tickWelcome } from '../rules/welcome';
import { nextRevision } from '../store';
import { enrolmentView, isInReach } from '../view';
import { writeAndTell } from '../write-and-tell';

/** Nobody is ready for everything. */
const maxSkills = 6;
const skills = v.pipe(v.array(v.picklist(memberSkills)), v.minLength(1), v.maxLength(maxSkills));

/**
 * Ticks one of the six items of the welcome, with the day and who did it, or takes a tick back, which the grid alone
 * does. The duty says what the member is ready to do, and suggestions follow it; the suggestion names the order of
 * theirs that it became.
 * A duty costs 1 read and 1 write more, a suggestion 1 read; the last item and the first back 1 read and 1 write,
 * and somebody's first write beside orders 1 write.
 * Cost: 3 reads, 2 writes.
 */
export const tickEnrolment = signedInEndpoint({
  name: 'enrolment.tick',
  input: object({
    personId: optional(id),
    item: v.picklist(welcomeItems),
    done: v.boolean(),
    skills: optional(skills),
    orderId: optional(id),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, ...tick }) {
    const isOwn = personId === undefined || personId === caller.login.personId;
    const before = await context.database.get(enrolments, personId ?? caller.login.personId);
    if (!before || !(isOwn || isInReach(before, caller))) return refuse('NOT_FOUND', 'personId');
    const replay = replayOf(before.requests, context.request, () => enrolmentView(before, caller));
    if (replay) return replay;
    const fault = await orderFault(context, before, tick.orderId);
    if (fault) return fault;
    const ticked = tickWelcome(before, tick, actorOf(context, caller), isOwn ? 'member' : 'staff');
    if (!ticked.ok) return ticked;
    const { welcome, skills: chosen } = ticked.data;
    const change = { ...nextRevision(before, context), ...withAct(before, context, caller, 'enrolment.tick') };
    return writeAndTell(context, caller, { before, after: { ...before, ...change, welcome, skills: chosen } });
  },
});

/** The suggestion is an order that the member asked for. */
async function orderFault(
  { database }: Context,
  { _id }: Enrolment,
  orderId: string | undefined,
): Promise<Refusal | undefined> {
  if (orderId === undefined) return undefined;
  const order = await database.get(orders, orderId);
  return order?.requester.personId === _id ? undefined : refuse('NOT_FOUND', 'orderId');
}
