import { derivedId } from '../platform/ids';
import { readPersonPhone } from '../platform/input/phone';
import { done, refuse, type Result } from '../platform/result';
import type { Person } from '../person/person';
import { areaCodeOf } from '../person/phone';
import type { Community } from '../place/community';

/** Somebody of a group as they were written down. */
export interface NamedMember {
  readonly name: string;
  readonly phone: string;
  readonly phoneExtension?: string;
}

/** Who it is, and whether nobody knew them before. */
export interface FoundMember {
  readonly person: Person;
  readonly isNew: boolean;
}

/** Numbers as people carry them; a landline without an area code gets the community's. */
export function readMembers(
  members: readonly { readonly name: string; readonly phone: string }[],
  community: Pick<Community, 'office'>,
): Result<readonly NamedMember[]> {
  const areaCode = areaCodeOf(community.office.phone);
  const named: NamedMember[] = [];
  for (const [index, { name, phone }] of members.entries()) {
    const reading = readPersonPhone(phone, areaCode);
    if (!reading.ok) return refuse('INVALID_INPUT', `members.${String(index)}.phone`);
    const { number, extension } = reading.value;
    named.push({ name, phone: number, ...(extension !== undefined && { phoneExtension: extension }) });
  }
  return done(named);
}

/**
 * The person whom a name and a number stand for: whoever has both, or somebody new where nobody has the number. None
 * where the number is known under other names alone: two people are not taken for one. Pure.
 */
export function findMember(
  { name, phone, phoneExtension }: NamedMember,
  known: readonly Person[],
  community: Pick<Community, '_id'>,
): FoundMember | undefined {
  const atNumber = known.filter((person) => person.phone === phone);
  const same = atNumber.find((person) => person.name === name);
  if (same) return { person: same, isNew: false };
  if (atNumber.length > 0) return undefined;
  const person: Person = {
    _id: derivedId('p', 'member', community._id, phone, name),
    communityId: community._id,
    name,
    phone,
    ...(phoneExtension !== undefined && { phoneExtension }),
    phoneSource: 'office',
    phoneOwner: 'self',
    kinds: [],
    skills: [],
    free: [],
    atWork: [],
    reachable: false,
  };
  return { person, isNew: true };
}
