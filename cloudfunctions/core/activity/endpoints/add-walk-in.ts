import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people, type Person } from '../../person/person';
import { marksOf } from '../../person/rules/namesakes';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { id, line, object, optional, requestId, v } from '../../platform/validation';
import type { Activity } from '../activity';
import type { Attendance, Mark } from '../attendance';
import { markPresent } from '../mark-present';
import { findCalled, firstWalkIn } from '../roll';
import { rollFault } from '../rules/roll';
import { mayMarkAt } from '../rules/times';
import { viewOf } from '../view';
import { walkIn } from '../walk-in';

/** More of one name are told apart by more of their number than this endpoint reads. */
const namesakes = 20;

/**
 * Whoever keeps a roll writes in somebody of another branch who came: the same line as by the code (`activity.signIn`),
 * so that their own branch is asked and they earn in their own book. Members are found by their whole name, and by the
 * end of their number where several have it, so that no list of another branch's members is shown. Who stands in the
 * roll already is marked as there.
 * Of somebody of the same branch, or who is there already, fewer; from somebody's second write beside orders on, one
 * write less.
 * Cost: 7 reads, 3 writes; to notify, 1 read, 1 write.
 */
export const addWalkIn = signedInEndpoint({
  name: 'activity.addWalkIn',
  input: object({
    activityId: id,
    name: line(limits.personName),
    phoneEnd: optional(v.pipe(v.string(), v.regex(/^\d{4}$/))),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const found = await findCalled(context, caller, input.activityId);
    if (!found.ok) return found;
    const { activity, roll } = found.data;
    const fault = rollFault(activity) ?? (mayMarkAt(activity, context.clock.now()) ? null : 'MARK_TOO_EARLY');
    if (fault) return refuse(fault, 'activityId');
    const member = await findMember(context, activity, input);
    if (!member.ok) return member;
    const own = roll.find(({ personId }) => personId === member.data._id);
    const order = firstWalkIn + roll.filter((one) => one.order >= firstWalkIn).length;
    const added = await add(context, caller, { activity, member: member.data, own, order });
    if (!added.ok) return added;
    const others = roll.filter(({ _id }) => _id !== added.data._id);
    const after = own ? roll.map((one) => (one._id === own._id ? added.data : one)) : [...others, added.data];
    return done(viewOf({ ...found.data, roll: after }, caller, context.clock.now()));
  },
});

interface Addition {
  readonly activity: Activity;
  readonly member: Person;
  readonly own: Attendance | undefined;
  /** Behind the guests who stand there already. */
  readonly order: number;
}

async function add(
  context: Context,
  { login, hat }: SignedIn,
  { activity, member, own, order }: Addition,
): Promise<Result<Attendance>> {
  const { personId, name } = login;
  const by: Mark = { personId, name, hat: hat.hat, at: context.clock.now(), way: 'hand' };
  if (own) return markPresent(context, activity, own, by);
  const branchId = member.branchId ?? activity.branchId;
  const { _id, name: guestName, memberClass = null } = member;
  const guest = { personId: _id, name: guestName, apart: marksOf(member), memberClass, branchId, order };
  return walkIn(context, activity, guest, by);
}

/** The one member of the community who is meant. One read. */
async function findMember(
  { database }: Context,
  { communityId }: Activity,
  { name, phoneEnd = '' }: { readonly name: string; readonly phoneEnd?: string | undefined },
): Promise<Result<Person>> {
  const named = await database.find(people, { where: { communityId, name }, sort: { _id: 'asc' }, limit: namesakes });
  const meant = named.filter(
    ({ kinds, leftAt, phone = '' }) => kinds.includes('branchMember') && !leftAt && phone.endsWith(phoneEnd),
  );
  const [member, other] = meant;
  if (!member) return refuse('NOT_FOUND', phoneEnd === '' ? 'name' : 'phoneEnd');
  return other ? refuse('INVALID_INPUT', 'phoneEnd') : done(member);
}
