import { attendanceStates } from '../../../../miniprogram/contracts/activity';
import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v, version } from '../../platform/validation';
import { readClash } from '../read-clash';
import { prefetchActivity, afterLostRace, findActivity, replaceActivity, requestLimit } from '../store';
import { viewOf } from '../view';

const marks = v.pipe(
  v.array(object({ personId: id, state: v.picklist(attendanceStates) })),
  v.minLength(1),
  v.maxLength(limits.activityPeople),
);

/**
 * Who came, who asked for leave, who did not; it may be changed until the roll is closed. Nobody is present at two
 * activities of one moment.
 * Cost: 3 reads, 2 writes.
 */
export const markActivity = signedInEndpoint({
  name: 'activity.mark',
  input: object({ activityId: id, version, marks, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: prefetchActivity,
  async run(context, caller, input) {
    const found = await findActivity(context, caller, input.activityId);
    if (!found.ok) return found;
    const before = found.data;
    const replay = replayOf(before.requests, context.request, () => viewOf(before, caller, context.clock.now()));
    if (replay) return replay;
    if (before.state !== 'open') return refuse('ACTIVITY_CLOSED');
    if (before.version !== input.version) return refuse('STALE_VERSION', 'version');
    const unknown = input.marks.findIndex((mark) => !before.people.some(({ personId }) => personId === mark.personId));
    if (unknown >= 0) return refuse('NOT_FOUND', `marks.${unknown}.personId`);
    const clash = await readClash(context, before, input.marks, () => true);
    if (clash !== undefined) {
      const index = input.marks.findIndex(({ personId }) => personId === clash);
      return refuse('ALREADY_PRESENT', `marks.${index}.personId`);
    }
    const states = new Map(input.marks.map(({ personId, state }) => [personId, state]));
    const people = before.people.map((one) => ({ ...one, state: states.get(one.personId) ?? one.state }));
    const requests = [...before.requests, context.request].slice(-requestLimit);
    const after = { ...before, people, requests, ...withAct(before, context, caller, 'activity.mark') };
    if (!(await replaceActivity(context, before, after))) {
      const again = await afterLostRace(context, before._id);
      return again.ok ? done(viewOf(again.data, caller, context.clock.now())) : again;
    }
    return done(viewOf({ ...after, version: before.version + 1 }, caller, context.clock.now()));
  },
});
