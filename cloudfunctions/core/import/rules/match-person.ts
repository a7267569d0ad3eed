import type { RowCandidate } from '../../../../miniprogram/contracts/import';
import { householdOf } from '../../person/kinship';
import type { Person } from '../../person/person';

/** What tells of whom a row is. */
export interface RowPerson {
  /** The id that somebody new with this name and number, or home, would get. */
  readonly personId: string;
  readonly name: string;
  /** Of the person's own; none where the number is somebody else's, at which they are called. */
  readonly numbers: readonly { readonly number: string; readonly isMobile: boolean }[];
  /** The household where it is known already. */
  readonly householdId?: string;
}

export interface Candidate {
  readonly person: Person;
  readonly because: RowCandidate['because'];
}

/**
 * Of whom a row is. `known`: surely them; `new`: nobody like that; `decide`: somebody has to say. A landline is a
 * home's: two names at one are a couple, and stay two people.
 */
export type PersonMatch =
  | { readonly match: 'known'; readonly person: Person }
  | { readonly match: 'new' }
  | { readonly match: 'decide'; readonly candidates: readonly Candidate[] };

/** @param around people of the community who share a number, a household or an id with the row, and maybe others */
export function matchPerson(wanted: RowPerson, around: readonly Person[]): PersonMatch {
  const sameNumber = around.filter((person) => wanted.numbers.some(({ number }) => number === person.phone));
  const certain = sameNumber.filter(({ name }) => name === wanted.name);
  const [sure] = certain;
  if (sure && certain.length === 1) return { match: 'known', person: sure };
  if (sure) return { match: 'decide', candidates: certain.map((person) => ({ person, because: 'sameName' })) };
  const written = around.find(({ _id, name }) => _id === wanted.personId && name === wanted.name);
  if (written) return { match: 'known', person: written };
  return matchByHome(wanted, around, sameNumber);
}

function matchByHome(wanted: RowPerson, around: readonly Person[], sameNumber: readonly Person[]): PersonMatch {
  const atHome = around.filter((person) => person.name === wanted.name && livesIn(person, wanted.householdId));
  const [only] = atHome;
  const isUndisputed = wanted.numbers.length === 0 || only?.phone === '';
  if (only && atHome.length === 1 && isUndisputed) return { match: 'known', person: only };
  const isMobile = (person: Person): boolean =>
    wanted.numbers.some(({ number, isMobile: mobile }) => mobile && number === person.phone);
  const candidates: readonly Candidate[] = [
    ...atHome.map((person) => ({ person, because: 'sameHousehold' as const })),
    ...sameNumber
      .filter((person) => person.phoneOwner === 'self' && isMobile(person) && !atHome.includes(person))
      .map((person) => ({ person, because: 'sameNumber' as const })),
  ];
  return candidates.length === 0 ? { match: 'new' } : { match: 'decide', candidates };
}

function livesIn({ home }: Person, householdId: string | undefined): boolean {
  return householdId !== undefined && home !== undefined && householdOf(home) === householdId;
}
