import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { signedInEndpoint } from '../endpoint';
import { logins } from '../login';
import { pushRequest, unlessNoted } from '../recent-requests';
import { loginSessionView } from '../session-view';

/**
 * Puts on another of one's own hats. A hat that the caller does not have is `FORBIDDEN`.
 * Cost: 1 read, 1 write.
 */
export const switchHat = signedInEndpoint({
  name: 'person.switchHat',
  input: object({ hat: id, requestId }),
  identity: 'caller',
  idempotency: 'inCaller',
  async run(context, { login }, { hat }) {
    if (!login.hats.some(({ key }) => key === hat)) return refuse('FORBIDDEN', 'hat');
    const replay = replayOf(login.recentRequests, context.request, () => loginSessionView(login));
    if (replay) return replay;
    const change = { set: { hatInUse: hat }, push: pushRequest(context.request) };
    await context.database.updateWhere(logins, unlessNoted(login._id, context.request), change);
    return done(loginSessionView({ ...login, hatInUse: hat }));
  },
});
