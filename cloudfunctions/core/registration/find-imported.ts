import { cards } from '../card/card';
import { communities } from '../place/community';
import { posts } from '../place/post';
import type { Context } from '../platform/context';
import type { LoginSources } from '../access/build-login';
import type { Registration } from './newcomer';
import { people, type Person } from '../person/person';

/** An old couple, or a family, may have one number. */
const maxAtOneNumber = 10;

/**
 * The person who was imported with a number that WeChat verified, with what a login copies of them. Several at one
 * number: the one that the caller is already, then the one of the card's community, then the one with the name that was
 * given, then the first.
 */
export async function findImported(
  context: Context,
  { phone, verified, token, name }: Registration,
  selfId?: string,
): Promise<LoginSources | undefined> {
  if (!verified) return undefined;
  const { database, openid } = context;
  const found = await database.find(people, { where: { phone }, limit: maxAtOneNumber });
  if (found.length === 0) return undefined;
  const card = token === undefined || found.length === 1 ? undefined : await database.get(cards, token);
  const nearer = preferred(
    preferred(found, ({ communityId }) => communityId === card?.communityId),
    (person) => person.name === name,
  );
  const person = found.find(({ _id }) => _id === selfId) ?? nearer[0];
  if (!person) return undefined;
  const community = await database.get(communities, person.communityId);
  if (!community) return undefined;
  const held = await database.find(posts, { where: { 'holder.personId': person._id }, limit: 50 });
  return { openid, person: { ...person, phoneVerified: true, reachable: true }, posts: held, community, isNew: false };
}

function preferred(found: readonly Person[], fits: (person: Person) => boolean): readonly Person[] {
  const fitting = found.filter(fits);
  return fitting.length > 0 ? fitting : found;
}
