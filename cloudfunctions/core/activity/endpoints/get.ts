import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, id } from '../../platform/validation';
import { findCalled } from '../roll';
import { keepsRoll, viewOf } from '../view';

/**
 * One activity with its people, for a member their own line.
 * Cost: 2 reads.
 */
export const getActivity = signedInEndpoint({
  name: 'activity.get',
  input: object({ activityId: id }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { activityId }) {
    const called = await findCalled(context, caller, activityId, keepsRoll(caller));
    return called.ok ? done(viewOf(called.data, caller, context.clock.now())) : called;
  },
});
