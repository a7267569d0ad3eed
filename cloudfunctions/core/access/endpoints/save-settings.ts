import { replayOf } from '../../platform/request';
import { done } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { signedInEndpoint } from '../endpoint';
import { logins } from '../login';
import { pushRequest, unlessNoted } from '../recent-requests';
import { loginSessionView } from '../session-view';

/**
 * Elder mode, kept with the person so that every phone of theirs shows it.
 * Cost: 1 read, 1 write.
 */
export const saveSettings = signedInEndpoint({
  name: 'person.saveSettings',
  input: object({ elder: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'inCaller',
  async run(context, { login }, { elder }) {
    const replay = replayOf(login.recentRequests, context.request, () => loginSessionView(login));
    if (replay) return replay;
    const change = { set: { elder }, push: pushRequest(context.request) };
    await context.database.updateWhere(logins, unlessNoted(login._id, context.request), change);
    return done(loginSessionView({ ...login, elder }));
  },
});
