import { isRepeated } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { signedInEndpoint } from '../endpoint';
import { logins } from '../login';
import { remember } from '../recent-requests';
import { sessionOfLogin } from '../session-view';

/** Puts on another of one's own hats. A hat that the caller does not have is `FORBIDDEN`. Two reads, one write. */
export const wear = signedInEndpoint({
  name: 'person.wear',
  input: object({ hat: v.pipe(v.string(), v.minLength(1), v.maxLength(80)), requestId }),
  identity: 'caller',
  idempotency: 'inCaller',
  async run(context, { login }, { hat }) {
    if (!login.hats.some(({ key }) => key === hat)) return refuse('FORBIDDEN', 'hat');
    const repeated = isRepeated(login.recent, context.request);
    if (typeof repeated === 'object') return repeated;
    if (!repeated)
      await context.database.updateWhere(
        logins,
        { _id: login._id },
        { set: { hatInUse: hat }, push: remember(context.request) },
      );
    return done(sessionOfLogin(repeated ? login : { ...login, hatInUse: hat }));
  },
});
