import { cards } from '../card/card';
import { communities } from '../place/community';
import { posts } from '../place/post';
import type { Context } from '../platform/context';
import { logins, type Login } from '../access/login';
import type { LoginSources } from '../access/build-login';
import type { Registration } from './newcomer';
import { people, type Person } from '../person/person';
import { isIdentifiedByPhone } from '../person/phone';

/** An old couple, or a family, may have one number. */
const maxAtOneNumber = 20;
const maxLogins = 60;

/** What is known of a number that WeChat proved. */
export interface FoundByPhone {
  /** The person whose number it is, with what a login copies of them; absent where it is nobody's. */
  readonly owner?: LoginSources;
  /** Logins that the owner has beside the caller's. */
  readonly others: readonly Login[];
  /** The number is somebody's who has a login: only who says their name, too, is them. */
  readonly isNameNeeded?: true;
  /** People who typed this number, which is another's. */
  readonly typedBy: readonly Person[];
}

/**
 * The person whose number it is, as an office or an earlier proof says. A number that was only typed binds nobody, nor
 * does one at which somebody is called who does not own it. Somebody who has a login is asked for by name, since
 * numbers are given to new owners.
 */
export async function findByPhone(
  context: Context,
  registration: Registration,
  self: Login | undefined,
): Promise<FoundByPhone> {
  if (!registration.verified) return { others: [], typedBy: [] };
  const { database, openid } = context;
  const found = await database.find(people, { where: { phone: registration.phone }, limit: maxAtOneNumber });
  const known = found.filter((person) => isIdentifiedByPhone(person) && person.leftAt === undefined);
  const bound = await loginsOf(context, known);
  const person = await choose(context, registration, { known, bound, self });
  const isBound = bound.some(({ personId }) => personId === person?._id);
  if (isBound && registration.name === undefined && person?._id !== self?.personId)
    return { isNameNeeded: true, others: [], typedBy: [] };
  const others = person ? bound.filter(({ personId }) => personId === person._id) : [];
  const typedBy = found.filter(
    ({ _id, phoneSource }) => phoneSource === 'typed' && _id !== person?._id && _id !== self?.personId,
  );
  const community = person && (await database.get(communities, person.communityId));
  if (!person || !community) return { others: [], typedBy };
  const held = await database.find(posts, { where: { 'holder.personId': person._id }, limit: 50 });
  const owner = { ...person, phoneSource: 'wechat' as const, reachable: true };
  return { owner: { openid, person: owner, posts: held, community, isNew: false }, others, typedBy };
}

async function loginsOf({ database, openid }: Context, known: readonly Person[]): Promise<readonly Login[]> {
  if (known.length === 0) return [];
  const personIds = known.map(({ _id }) => _id);
  const found = await database.find(logins, {
    where: { personId: { oneOf: personIds } },
    limit: maxLogins,
    exclude: ['inbox'],
  });
  return found.filter(({ _id }) => _id !== openid);
}

/**
 * Several at one number: the one that the caller is already, then the one of the card's community, then the one with
 * the name that was given, then one who has no login yet. Whoever gives another name than that of somebody with a login
 * is not them: the number may have been given to somebody else since.
 */
async function choose(
  { database }: Context,
  { token, name }: Registration,
  { known, bound, self }: { known: readonly Person[]; bound: readonly Login[]; self: Login | undefined },
): Promise<Person | undefined> {
  const own = known.find(({ _id }) => _id === self?.personId);
  if (own) return own;
  const hasLogin = ({ _id }: Person) => bound.some(({ personId }) => personId === _id);
  const possible = known.filter((person) => name === undefined || person.name === name || !hasLogin(person));
  if (possible.length < 2) return possible[0];
  const card = token === undefined ? undefined : await database.get(cards, token);
  const near = preferred(possible, ({ communityId }) => communityId === card?.communityId);
  const named = preferred(near, (person) => person.name === name);
  return preferred(named, (person) => !hasLogin(person))[0];
}

function preferred(found: readonly Person[], fits: (person: Person) => boolean): readonly Person[] {
  const fitting = found.filter(fits);
  return fitting.length > 0 ? fitting : found;
}
