import type { ImportKind } from '../../../../miniprogram/contracts/import-row';
import type { PhoneNumber } from '../../../../miniprogram/contracts/phone-number';
import type { Branch } from '../../branch/branch';
import { employerIdOf } from '../../person/employer-id';
import type { Person, PersonKind } from '../../person/person';
import { branchIdOf, isFirstBranch } from '../../place/branch';
import type { PlaceRef } from '../../place/place';
import type { PersonFields } from '../document/row-target';
import type { PersonEntry } from '../entries';
import { hoursOf, skillsOf } from '../text/service-words';

/** Where a row says that somebody lives, and which grid a member reported to. */
export interface RowPlaces {
  readonly home?: PlaceRef;
  readonly serves?: PlaceRef;
}

/** What a row's fields depend on beside the row. */
interface Around {
  readonly known: Person | undefined;
  readonly communityId: string;
  /** The branch that the row names, as far as it may put somebody into it. */
  readonly branch?: Branch | undefined;
  /** A branch here has them as its own member; else a list of members is of those who reported from their work. */
  readonly isBranchMember?: boolean;
}

/** The number under which a row keeps somebody: the one that is known, else a mobile, else the first. */
export function mainNumber({ phones }: PersonEntry, known: Person | undefined): PhoneNumber | undefined {
  return (
    phones.find(({ number }) => number === known?.phone) ?? phones.find(({ kind }) => kind === 'mobile') ?? phones[0]
  );
}

/**
 * The fields of a person as a row has them.
 * @param known the person whom the row is of, if there is one: what they are beside it they stay
 */
export function personFields(
  kind: ImportKind,
  entry: PersonEntry,
  { home, serves }: RowPlaces,
  { known, communityId, branch, isBranchMember = false }: Around,
): PersonFields {
  const phone = mainNumber(entry, known);
  const kinds = kindsOf(kind, entry, known?.kinds ?? [], isBranchMember);
  const skills = entry.skills && skillsOf(entry.skills).found;
  const free = entry.hours && hoursOf(entry.hours).found;
  return {
    kinds,
    ...surnameOf(entry, known),
    ...(phone && { phone: phone.number, phoneOwner: entry.phoneOwner }),
    ...(phone?.extension !== undefined && { phoneExtension: phone.extension }),
    ...(kind === 'members' && branchOf(known?.branchId ?? branchIdOf(communityId), branch)),
    ...(isBranchMember && entry.memberClass && { memberClass: entry.memberClass }),
    ...(kind !== 'posts' && home && { home }),
    ...(kind === 'members' && serves && { serves }),
    ...employerOf(entry, kinds, communityId),
    ...(skills && skills.length > 0 && { skills }),
    ...(free && free.length > 0 && { free }),
  };
}

/** A further branch is named beside its members; the community's first is not. */
function branchOf(before: string, branch: Branch | undefined): PersonFields {
  if (!branch) return { branchId: before };
  return { branchId: branch._id, ...(!isFirstBranch(branch._id) && { branchName: branch.name }) };
}

/** Where a member works is an employer of the community; of anybody else it is words. */
function employerOf({ employer }: PersonEntry, kinds: readonly PersonKind[], communityId: string): PersonFields {
  if (employer === undefined) return {};
  const isMember = kinds.some((kind) => kind === 'serviceMember' || kind === 'branchMember');
  return { employer, ...(isMember && { employerId: employerIdOf(communityId, employer) }) };
}

/** Somebody new is sorted as their surname is read; who is known, only as a list that says how reads it. */
function surnameOf({ surnameKey, usualSurnameKey }: PersonEntry, known: Person | undefined): PersonFields {
  if (surnameKey === undefined) return {};
  if (!known) return { surnameKey };
  const isSame = usualSurnameKey === undefined || surnameKey === (known.surnameKey ?? usualSurnameKey);
  return isSame ? {} : { surnameKey };
}

/** What a row says that somebody is; a list that says nothing of it takes nothing away. */
function kindsOf(
  kind: ImportKind,
  entry: PersonEntry,
  before: readonly PersonKind[],
  isBranchMember: boolean,
): readonly PersonKind[] {
  const listed = isBranchMember ? withKind(before, 'branchMember') : listedKinds(kind, entry, before);
  const also = (['veteran', 'volunteer'] as const).filter((one) => entry[one] && !listed.includes(one));
  return also.length > 0 ? [...listed, ...also] : listed;
}

const withKind = (before: readonly PersonKind[], kind: PersonKind): readonly PersonKind[] =>
  before.includes(kind) ? before : [...before, kind];

function listedKinds(
  kind: ImportKind,
  { residence }: PersonEntry,
  before: readonly PersonKind[],
): readonly PersonKind[] {
  if (kind === 'members')
    return before.some((one) => one === 'serviceMember' || one === 'branchMember')
      ? before
      : [...before, 'serviceMember'];
  if (kind !== 'residents') return before;
  const lives: readonly PersonKind[] = ['resident', 'tenant'];
  const isKnown = before.some((one) => lives.includes(one));
  if (residence === undefined) return isKnown ? before : [...before, 'resident'];
  return before.includes(residence) ? before : [...before.filter((one) => !lives.includes(one)), residence];
}
