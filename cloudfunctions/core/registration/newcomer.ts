import { cards } from '../card/card';
import { communities } from '../place/community';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { refuse, type Refusal } from '../platform/result';
import type { Caller } from '../access/caller';
import type { LoginSources } from '../access/build-login';
import type { Person } from '../person/person';

export interface Registration {
  readonly token?: string;
  readonly name?: string;
  readonly phone: string;
  /** WeChat verified the number. */
  readonly verified: boolean;
}

/**
 * Somebody whom nobody imported: a resident at the place of the card that they hold. Whoever has a login keeps their
 * person.
 */
export async function buildNewcomer(
  context: Context,
  actor: Caller,
  introduction: Registration,
): Promise<LoginSources | Refusal> {
  const { database, openid } = context;
  const name = introduction.name ?? actor.login?.name;
  if (name === undefined) return refuse('INVALID_INPUT', 'name');
  const card = introduction.token === undefined ? undefined : await database.get(cards, introduction.token);
  const communityId = actor.login?.communityId ?? card?.communityId;
  const community = communityId === undefined ? undefined : await database.get(communities, communityId);
  if (!community) return refuse('NOT_FOUND', 'token');
  const home = actor.login?.home ?? card?.place;
  const person: Person = {
    _id: actor.login?.personId ?? derivedId('p', 'person', openid),
    communityId: community._id,
    name,
    phone: introduction.phone,
    phoneVerified: introduction.verified,
    kinds: actor.login?.kinds ?? ['resident'],
    ...(home && { home }),
    skills: [],
    free: [],
    atWork: [],
    reachable: true,
  };
  return { openid, person, posts: [], community, isNew: actor.login === undefined };
}
