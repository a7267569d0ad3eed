import { cards } from '../card/card';
import { communities } from '../place/community';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { refuse, type Refusal } from '../platform/result';
import type { Caller } from '../access/caller';
import type { LoginSources } from '../access/build-login';
import type { Person } from '../person/person';
import { areaCodeOf } from '../person/phone';
import { readPersonPhone } from '../platform/input/phone';

export interface Registration {
  readonly token?: string;
  readonly name?: string;
  readonly phone: string;
  readonly phoneExtension?: string;
  /** WeChat verified the number. */
  readonly verified: boolean;
}

/** The person that a WeChat user is whom nobody imported. */
export function newcomerIdOf(openid: string): string {
  return derivedId('p', 'person', openid);
}

/**
 * Somebody whom nobody imported: a resident at the place of the card that they hold. Whoever has a login keeps their
 * person, and their name.
 */
export async function buildNewcomer(
  context: Context,
  actor: Caller,
  introduction: Registration,
): Promise<LoginSources | Refusal> {
  const { database, openid } = context;
  const name = actor.login?.name ?? introduction.name;
  if (name === undefined) return refuse('INVALID_INPUT', 'name');
  const card = introduction.token === undefined ? undefined : await database.get(cards, introduction.token);
  const communityId = actor.login?.communityId ?? card?.communityId;
  const community = communityId === undefined ? undefined : await database.get(communities, communityId);
  if (!community) return refuse('NOT_FOUND', 'token');
  const home = actor.login?.home ?? card?.place;
  const person: Person = {
    _id: actor.login?.personId ?? newcomerIdOf(openid),
    communityId: community._id,
    name,
    ...phoneOf(introduction, areaCodeOf(community.office.phone)),
    phoneSource: introduction.verified ? 'wechat' : 'typed',
    phoneOwner: 'self',
    kinds: actor.login?.kinds ?? ['resident'],
    ...(home && { home }),
    skills: [],
    free: [],
    atWork: [],
    reachable: true,
  };
  return { openid, person, posts: [], community, isNew: actor.login === undefined };
}

/** A landline that was typed without an area code gets the community's. */
function phoneOf({ phone, phoneExtension }: Registration, areaCode: string): Pick<Person, 'phone' | 'phoneExtension'> {
  const reading = readPersonPhone(phone, areaCode);
  const number = reading.ok ? reading.value.number : phone;
  return { phone: number, ...(phoneExtension !== undefined && { phoneExtension }) };
}
