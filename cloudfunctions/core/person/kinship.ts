import { readPhone } from '../../../miniprogram/contracts/phone-number';
import type { PlaceRef } from '../place/place';
import type { Person } from './person';

/** What tells whether two people are one, or live as one: every number and household that is known of somebody. */
export interface PersonTraces {
  readonly personId: string;
  readonly phones: readonly string[];
  readonly householdIds: readonly string[];
}

/** How two people hang together; the closest comes first. */
export type Kinship = 'samePerson' | 'sameNumber' | 'sameHousehold';

/** Why these two are not strangers to each other; null where they are. */
export function kinshipOf(one: PersonTraces, other: PersonTraces): Kinship | null {
  if (one.personId === other.personId) return 'samePerson';
  if (one.phones.some((phone) => other.phones.some((another) => isSameNumber(phone, another)))) return 'sameNumber';
  return one.householdIds.some((id) => other.householdIds.includes(id)) ? 'sameHousehold' : null;
}

/** Everything known of a person, with what somebody else wrote down about them. */
export function tracesOf(
  personId: string,
  person: Pick<Person, 'phone' | 'home'> | undefined,
  noted: { readonly phones: readonly string[]; readonly places?: readonly PlaceRef[] },
): PersonTraces {
  const homes = [...(noted.places ?? []), ...(person?.home ? [person.home] : [])];
  return {
    personId,
    phones: [...noted.phones, ...(person ? [person.phone] : [])],
    householdIds: homes.flatMap((home) => householdOf(home) ?? []),
  };
}

/** The household that a place is; undefined for a courtyard or anything above it, where many live. */
export function householdOf({ placeId, courtyardId }: PlaceRef): string | undefined {
  return courtyardId !== undefined && courtyardId !== placeId ? placeId : undefined;
}

/** Digits that a landline without its area code has. */
const localDigits = 7;

/**
 * Whether two numbers ring the same telephone, however they were typed: with a country code, blanks, hyphens, or a
 * landline with its area code and without.
 */
export function isSameNumber(one: string, other: string): boolean {
  const [left, right] = [digitsOf(one), digitsOf(other)];
  if (left === '' || right === '') return false;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short === long || (short.length >= localDigits && long.startsWith('0') && long.endsWith(short));
}

function digitsOf(typed: string): string {
  const read = readPhone(typed);
  if (read.ok) return read.value.number;
  return typed
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=\d{11}$)/, '');
}
