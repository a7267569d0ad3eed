import type { Person } from '../person/person';
import { areaCodeOf } from '../person/phone';
import type { Community } from '../place/community';
import type { Post } from '../place/post';
import { derivedId } from '../platform/ids';
import { readPersonPhone } from '../platform/input/phone';
import { defaultPolicy } from '../policy/policy';

/** What the first administrator says of the community and of themselves. */
export interface SetupInput {
  readonly name: string;
  readonly phone: string;
  readonly communityName: string;
  readonly street: string;
  readonly officePhone: string;
  readonly officeAddress: string;
  /** The usual hours as the card prints them. */
  readonly hoursText: string;
  readonly dutyName: string;
  readonly dutyPhone: string;
}

/** The documents with which a community begins. */
export interface FirstCommunity {
  readonly community: Community;
  readonly person: Person;
  readonly post: Post;
}

/** Working days from half past eight to half past five, until somebody says otherwise. */
const usualHours = { days: [1, 2, 3, 4, 5], fromMinute: 510, toMinute: 1050 } as const;

/**
 * A community with its office and nothing else, and its administrator, for whose number the office vouches.
 */
export function firstCommunity(openid: string, input: SetupInput, at: Date): FirstCommunity {
  const communityId = derivedId('c', 'setup', openid).toLowerCase();
  const person = administratorOf(openid, communityId, input);
  const { _id: personId, name, phone } = person;
  const post: Post = {
    _id: derivedId('o', 'administrator', communityId),
    communityId,
    hat: 'administrator',
    placeId: communityId,
    path: communityId,
    placeName: input.communityName,
    holder: { personId, name, phone },
    since: at,
    heldBy: personId,
  };
  return { community: communityOf(communityId, input), person, post };
}

function communityOf(communityId: string, input: SetupInput): Community {
  return {
    _id: communityId,
    name: input.communityName,
    street: input.street,
    branchName: input.communityName,
    office: { phone: input.officePhone, address: input.officeAddress, hours: { ...usualHours, text: input.hoursText } },
    duty: { name: input.dutyName, phone: input.dutyPhone },
    services: [],
    grids: [],
    policy: defaultPolicy,
  };
}

function administratorOf(openid: string, communityId: string, input: SetupInput): Person {
  const reading = readPersonPhone(input.phone, areaCodeOf(input.officePhone));
  const { number, extension } = reading.ok ? reading.value : { number: input.phone, extension: undefined };
  return {
    _id: derivedId('p', 'person', openid),
    communityId,
    name: input.name,
    phone: number,
    ...(extension !== undefined && { phoneExtension: extension }),
    phoneSource: 'office',
    phoneOwner: 'self',
    kinds: [],
    skills: [],
    free: [],
    atWork: [],
    reachable: true,
  };
}
