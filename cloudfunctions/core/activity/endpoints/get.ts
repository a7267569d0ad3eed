import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, id } from '../../platform/validation';
import { prefetchActivity, findActivity } from '../store';
import { viewOf } from '../view';

/** One activity with its people. Two reads. */
export const getActivity = signedInEndpoint({
  name: 'activity.get',
  input: object({ activityId: id }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: prefetchActivity,
  async run(context, caller, { activityId }) {
    const activity = await findActivity(context, caller, activityId);
    return activity.ok ? done(viewOf(activity.data, caller, context.clock.now())) : activity;
  },
});
