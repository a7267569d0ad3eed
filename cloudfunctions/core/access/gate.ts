import type { Context } from '../platform/context';
import type { Found, LookUp } from '../platform/look-up';
import type { Gate, Identified, Wanted } from '../platform/router';
import { authorize, hatInUse, type Caller } from './caller';
import { logins, type Login } from './login';

/** The caller, five members whom a dispatch names, and second phones of all of them. */
const maxLogins = 60;

/**
 * Who calls: the login of the openid, and with it, in the same request, the logins of the people that the input names
 * and whatever else is wanted. Of somebody without a login nothing is looked up.
 */
async function identify(
  context: Context,
  identity: 'caller' | 'nobody',
  { relatedPersonIds, lookUps }: Wanted,
): Promise<Identified<Caller>> {
  const { openid } = context;
  const visitor: Caller = { openid, scope: 'none' };
  if (identity === 'nobody') return { caller: visitor };
  const related = relatedLogins(relatedPersonIds);
  const read = await readLogin(context, relatedPersonIds.length === 0 ? lookUps : [related, ...lookUps]);
  const hat = read && hatInUse(read.login);
  if (!read || !hat) return { caller: visitor };
  const { login, found } = read;
  return {
    caller: { openid, login, hat, scope: 'none', relatedLogins: found?.documents(related) ?? [] },
    ...(found && { found }),
  };
}

/** The logins of people, which an index on the person finds. */
function relatedLogins(personIds: readonly string[]): LookUp<Login> {
  return {
    name: 'related',
    of: logins,
    query: { where: { personId: { oneOf: personIds } }, limit: maxLogins, exclude: ['inbox'] },
  };
}

async function readLogin(
  { database, openid }: Context,
  lookUps: readonly LookUp[],
): Promise<{ readonly login: Login; readonly found?: Found } | undefined> {
  if (lookUps.length === 0) {
    const [login] = await database.find(logins, { where: { _id: openid }, limit: 1, exclude: ['inbox'] });
    return login && { login };
  }
  const looked = await database.lookUp(logins, { id: openid, exclude: ['inbox'], lookUps });
  return looked && { login: looked.document, found: looked.found };
}

/** The permission check and the memory of every call. */
export const gate: Gate<Caller> = {
  identify,
  authorize: authorize,
  recentRequests: ({ login }) => login?.recentRequests ?? [],
  baseOf: ({ login }) => login && { of: logins, id: login._id },
};
