import type { Context } from '../platform/context';
import type { Gate } from '../platform/router';
import { admit, wornHat, type Actor } from './caller';
import { logins, type Login } from './login';
import { noteRequest } from './recent-requests';

/** The caller, five members whom a dispatch names, and second phones of all of them. */
const mostLogins = 60;

/**
 * Who calls: the login of the openid, and with it, in the same request, the logins of the people that the input names.
 */
async function identify(
  context: Context,
  identity: 'caller' | 'nobody',
  companions: readonly string[],
): Promise<Actor> {
  const { openid } = context;
  const visitor: Actor = { openid, scope: 'none' };
  if (identity === 'nobody') return visitor;
  const found = await readLogins(context, companions);
  const login = found.find(({ _id }) => _id === openid);
  const hat = login && wornHat(login);
  if (!login || !hat) return visitor;
  return {
    openid,
    login,
    hat,
    scope: 'none',
    companions: found.filter(({ personId }) => companions.includes(personId)),
  };
}

function readLogins({ database, openid }: Context, companions: readonly string[]): Promise<Login[]> {
  const self = { _id: openid };
  if (companions.length === 0) return database.find(logins, { where: self, limit: 1, without: ['inbox'] });
  return database.find(logins, {
    anyOf: [self, { personId: { oneOf: companions } }],
    limit: mostLogins,
    without: ['inbox'],
  });
}

/** The permission check and the memory of every call. */
export const gate: Gate<Actor> = {
  identify,
  admit,
  writesOf: ({ login }) => login?.recent ?? [],
  async note({ database, request }, { login }) {
    if (login) await noteRequest(database, login._id, request);
  },
};
