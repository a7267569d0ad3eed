import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, optional, cursor } from '../../platform/validation';
import { readActivityPage } from '../activity-page';

/** The branch's activities, latest first. Two reads. */
export const listActivities = signedInEndpoint({
  name: 'activity.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await readActivityPage(context, caller, input.cursor)),
});
