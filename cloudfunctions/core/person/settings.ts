import { done } from '../platform/result';
import { object, requestId, v } from '../platform/validation';
import { signedInEndpoint } from './endpoint';
import { logins } from './login';
import { isRepeated, remember } from './recent';
import { sessionOfLogin } from './session';

/** Elder mode, kept with the person so that every phone of theirs shows it. One read, one write. */
export const settings = signedInEndpoint({
  name: 'person.settings',
  input: object({ elder: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'document',
  async run(context, { login }, { elder }) {
    const repeated = isRepeated(login, context);
    if (typeof repeated === 'object') return repeated;
    if (!repeated) await context.database.updateWhere(logins, { _id: login._id }, { set: { elder }, push: remember(context) });
    return done(sessionOfLogin(repeated ? login : { ...login, elder }));
  },
});
