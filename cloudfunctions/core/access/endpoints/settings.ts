import { isRepeated } from '../../platform/request';
import { done } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { signedInEndpoint } from '../endpoint';
import { logins } from '../login';
import { remember } from '../recent-requests';
import { sessionOfLogin } from '../session-view';

/** Elder mode, kept with the person so that every phone of theirs shows it. Two reads, one write. */
export const settings = signedInEndpoint({
  name: 'person.settings',
  input: object({ elder: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'inCaller',
  async run(context, { login }, { elder }) {
    const repeated = isRepeated(login.recent, context.request);
    if (typeof repeated === 'object') return repeated;
    if (!repeated)
      await context.database.updateWhere(
        logins,
        { _id: login._id },
        { set: { elder }, push: remember(context.request) },
      );
    return done(sessionOfLogin(repeated ? login : { ...login, elder }));
  },
});
