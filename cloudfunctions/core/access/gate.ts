import type { Context } from '../platform/context';
import type { Gate } from '../platform/router';
import { authorize, hatInUse, type Caller } from './caller';
import { logins, type Login } from './login';

/** The caller, five members whom a dispatch names, and second phones of all of them. */
const maxLogins = 60;

/**
 * Who calls: the login of the openid, and with it, in the same request, the logins of the people that the input names.
 */
async function identify(
  context: Context,
  identity: 'caller' | 'nobody',
  relatedPersonIds: readonly string[],
): Promise<Caller> {
  const { openid } = context;
  const visitor: Caller = { openid, scope: 'none' };
  if (identity === 'nobody') return visitor;
  const found = await readLogins(context, relatedPersonIds);
  const login = found.find(({ _id }) => _id === openid);
  const hat = login && hatInUse(login);
  if (!login || !hat) return visitor;
  return {
    openid,
    login,
    hat,
    scope: 'none',
    relatedLogins: found.filter(({ personId }) => relatedPersonIds.includes(personId)),
  };
}

function readLogins({ database, openid }: Context, relatedPersonIds: readonly string[]): Promise<Login[]> {
  const self = { _id: openid };
  if (relatedPersonIds.length === 0) return database.find(logins, { where: self, limit: 1, exclude: ['inbox'] });
  return database.find(logins, {
    anyOf: [self, { personId: { oneOf: relatedPersonIds } }],
    limit: maxLogins,
    exclude: ['inbox'],
  });
}

/** The permission check and the memory of every call. */
export const gate: Gate<Caller> = {
  identify,
  authorize: authorize,
  recentRequests: ({ login }) => login?.recentRequests ?? [],
};
