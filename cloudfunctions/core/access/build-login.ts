import { noCredits } from './inbox';
import type { Community } from '../place/community';
import type { PlaceRef } from '../place/place';
import type { Post } from '../place/post';
import { listHats } from './hats';
import { allowedHats } from './guarded-hats';
import type { HeldBack, Login, LoginWithInbox } from './login';
import type { Person } from '../person/person';
import { isVouchedFor } from '../person/phone';

/** A person with what makes a login of theirs. */
export interface LoginSources {
  readonly openid: string;
  readonly person: Person;
  /** The posts that the person holds. */
  readonly posts: readonly Post[];
  readonly community: Pick<Community, '_id' | 'name' | 'branchName' | 'policy'>;
  /** Whether the person is still to be written. */
  readonly isNew: boolean;
  /** Hats that wait for somebody's confirmation; absent where none does. */
  readonly heldBack?: HeldBack;
}

/** The fields of a login that its sources own. */
export const copiedNames = [
  'communityId',
  'communityName',
  'personId',
  'name',
  'phone',
  'phoneExtension',
  'phoneVerified',
  'kinds',
  'hats',
  'memberClass',
  'home',
  'serves',
  'teamId',
] as const satisfies readonly (keyof Login)[];

type CopiedFields = Pick<Login, (typeof copiedNames)[number]>;

/** What a login copies of a person, of their posts and of the community; rewritten when one of these changes. */
export function copiedFields(
  { person, posts, community }: Omit<LoginSources, 'openid' | 'isNew' | 'heldBack'>,
  heldBack?: HeldBack,
): CopiedFields {
  return {
    communityId: community._id,
    communityName: community.name,
    personId: person._id,
    name: person.name,
    phone: person.phoneSource === 'disproved' ? '' : person.phone,
    phoneVerified: isVouchedFor(person),
    kinds: person.kinds,
    hats: allowedHats(listHats(person, posts, community), community, heldBack),
    ...(person.phoneExtension !== undefined && { phoneExtension: person.phoneExtension }),
    ...(person.memberClass && { memberClass: person.memberClass }),
    ...(person.home && { home: homeOf(person.home, person) }),
    ...(person.serves && { serves: person.serves }),
    ...(person.teamId !== undefined && { teamId: person.teamId }),
  };
}

function homeOf(home: PlaceRef, { alone, aloneHeard: heard }: Person): NonNullable<Login['home']> {
  return {
    ...home,
    ...(alone !== undefined && { alone }),
    ...(heard && { heard: { byName: heard.name, at: heard.at } }),
  };
}

/** A new login; its first hat is the one in use. */
export function buildLogin(sources: Omit<LoginSources, 'isNew'>): LoginWithInbox {
  const copied = copiedFields(sources, sources.heldBack);
  return {
    _id: sources.openid,
    ...copied,
    ...(sources.heldBack && { heldBack: sources.heldBack }),
    hatInUse: copied.hats[0]?.key ?? '',
    elder: false,
    unread: 0,
    inboxSequence: 0,
    credits: noCredits,
    recentRequests: [],
    inbox: [],
  };
}
