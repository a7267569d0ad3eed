import { attendanceStates } from '../../../../miniprogram/contracts/activity';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { done, refuse, type Refusal } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import type { Mark } from '../attendance';
import { isCalled, readClash } from '../read-clash';
import { findCalled, readRoll, type Called } from '../roll';
import { excuseFault } from '../rules/leave';
import { keptBy, markGroups, rollFault, type WantedMark } from '../rules/roll';
import { mayMarkAt } from '../rules/times';
import { viewOf } from '../view';
import { markOf, openRoll, writeMarks } from '../write-marks';

const state = v.picklist(attendanceStates);
const marks = v.pipe(
  v.array(object({ personId: id, was: optional(state), state, reason: optional(words(limits.reasonWords)) })),
  v.minLength(1),
  v.maxLength(limits.marks),
);

/**
 * Who came, who has leave, who did not come; it may be changed until the roll is closed. Two who call one roll do not
 * overwrite each other: a mark is made over what its maker saw, and what somebody else marked meanwhile is kept and
 * named. Nobody is present at two activities of one moment. Leave that nobody asked for is noted for a reason, and
 * never one's own. For each kind of change, and each reason, beyond two, one write more.
 * Cost: 3 reads, 3 writes.
 */
export const markActivity = signedInEndpoint({
  name: 'activity.mark',
  input: object({ activityId: id, marks, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const found = await findCalled(context, caller, input.activityId);
    if (!found.ok) return found;
    const fault = stands(found.data.roll, input.marks)
      ? undefined
      : await markFault(context, caller, found.data, input.marks);
    if (fault) return fault;
    const { roll, kept } = await mark(context, caller, found.data, input.marks);
    const view = viewOf({ ...found.data, roll }, caller, context.clock.now());
    return done({ ...view, ...(kept.length > 0 && { kept }) });
  },
});

/** Everything stands as it is wanted, as after the same call before: nothing is left to refuse. */
function stands(roll: Called['roll'], wanted: readonly WantedMark[]): boolean {
  return wanted.every((one) => roll.some(({ personId, state }) => personId === one.personId && state === one.state));
}

async function markFault(
  context: Context,
  { login }: SignedIn,
  { activity, roll }: Called,
  wanted: readonly WantedMark[],
): Promise<Refusal | undefined> {
  const closed = rollFault(activity);
  if (closed) return refuse(closed);
  const unknown = wanted.findIndex((one) => !roll.some(({ personId }) => personId === one.personId));
  if (unknown >= 0) return refuse('NOT_FOUND', `marks.${unknown}.personId`);
  const early = wanted.findIndex((one) => one.state === 'present' || one.state === 'absent');
  if (early >= 0 && !mayMarkAt(activity, context.clock.now())) return refuse('MARK_TOO_EARLY', `marks.${early}.state`);
  for (const [index, { personId, state: wish, reason }] of wanted.entries()) {
    const line = wish === 'excused' ? roll.find((one) => one.personId === personId) : undefined;
    const fault = line && excuseFault(line, reason, login.personId);
    if (fault) return refuse(fault.code, `marks.${index}.${fault.field}`);
  }
  const clash = await readClash(context, activity, wanted, isCalled);
  const reasons = wanted.map(({ reason }, index) => [`marks.${index}.reason`, reason] as const);
  if (clash === undefined) return checkTexts(context, Object.fromEntries(reasons));
  return refuse('ALREADY_PRESENT', `marks.${wanted.findIndex(({ personId }) => personId === clash)}.personId`);
}

interface Marked {
  readonly roll: Called['roll'];
  readonly kept: readonly string[];
}

/** Makes what can be made; where somebody was faster in between, the roll is read once more. */
async function mark(
  context: Context,
  { hat, login }: SignedIn,
  { activity, roll: before }: Called,
  wanted: readonly WantedMark[],
): Promise<Marked> {
  const { personId, name } = login;
  const by: Mark = { personId, name, hat: hat.hat, at: context.clock.now(), way: 'hand' };
  const groups = markGroups(before, wanted);
  const roll = groups.length > 0 ? await openRoll(context.database, activity, before) : before;
  const made = { mark: by, request: context.request };
  const marked = await writeMarks(context.database, activity, groups, made);
  const changes = new Map(groups.flatMap((group) => group.personIds.map((one) => [one, markOf(group, made)] as const)));
  const after =
    marked === changes.size
      ? roll.map((one) => ({ ...one, ...changes.get(one.personId) }))
      : await readRoll(context, activity._id);
  return { roll: after, kept: keptBy(after, wanted) };
}
