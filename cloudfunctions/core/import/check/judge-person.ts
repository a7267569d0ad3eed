import type { RowCandidate } from '../../../../miniprogram/contracts/import';
import type { EnrolmentChannel } from '../../../../miniprogram/contracts/enrolment';
import type { CellNote, ImportKind, ReportChannel } from '../../../../miniprogram/contracts/import-row';
import type { Branch } from '../../branch/branch';
import type { Person } from '../../person/person';
import { maskedPhone } from '../../person/phone';
import { branchOfPerson } from '../../place/branch';
import { hashOf } from '../../platform/ids';
import type { ImportRow, RowCode } from '../document/page';
import type { RowTarget } from '../document/row-target';
import type { PersonEntry } from '../entries';
import { changesOf, seenFields } from '../rules/changes';
import { matchPerson, type Candidate } from '../rules/match-person';
import { personFields } from '../rules/person-fields';
import { branchNamed, saysBranchMember, type BranchColumn } from './branch-column';
import type { Known } from './known';
import type { PlacedPerson } from './placed-row';

interface Judged extends Pick<ImportRow, 'fate' | 'target' | 'changes' | 'candidates'> {
  readonly notes: readonly Omit<CellNote<RowCode>, 'row'>[];
}

/** Of whom a row is, and what it would change of them. */
export function judgePerson(kind: ImportKind, row: PlacedPerson, communityId: string, around: Known): Judged {
  const { entry, personId, household } = row;
  const numbers = entry.phones.map(({ number, kind: of }) => ({ number, isMobile: of === 'mobile' }));
  const own = { personId, name: entry.name, numbers };
  const match = matchPerson(
    household && !household.isNew ? { ...own, householdId: household.place._id } : own,
    around.people,
  );
  const person = match.match === 'known' ? match.person : undefined;
  const branch = branchNamed(entry, around.branchColumn);
  const isHeld = branch && person && around.bookOwners.has(person._id) && branchOfPerson(person) !== branch._id;
  const isBranchMember = kind === 'members' && !isHeld && saysBranchMember(entry, around.branchColumn);
  const found = { known: person, branch: isHeld ? undefined : branch, isBranchMember };
  const target = targetOf(kind, row, communityId, found);
  const changes = person ? changesOf(person, target.fields, around.branchColumn?.branches) : [];
  const fate = person ? (changes.length > 0 ? 'changed' : 'unchanged') : match.match === 'decide' ? 'duplicate' : 'new';
  return {
    fate,
    target,
    changes,
    candidates: match.match === 'decide' ? match.candidates.map(candidateOf) : [],
    notes: isHeld
      ? [heldNote(around.branchColumn, row, person)]
      : entry.memberClass && !isBranchMember
        ? [{ column: '', code: 'classElsewhere' }]
        : [],
  };
}

/** Somebody of whom another branch keeps a book stays there: a list alone takes nobody away from it. */
function heldNote(column: BranchColumn | undefined, { entry }: PlacedPerson, person: Person) {
  const own = column?.branches.find(({ _id }) => _id === branchOfPerson(person));
  return {
    ...{ column: column?.header ?? '', code: 'branchHeld' as const },
    value: entry.branch ?? entry.membership ?? '',
    ...(own && { detail: own.name }),
  };
}

interface Found {
  readonly known: Person | undefined;
  readonly branch: Branch | undefined;
  readonly isBranchMember: boolean;
}

function targetOf(kind: ImportKind, row: PlacedPerson, communityId: string, found: Found): RowTarget {
  const { entry, personId, household } = row;
  const { known, branch } = found;
  const fields = personFields(kind, entry, row, { ...found, communityId });
  const isService = fields.kinds?.includes('serviceMember');
  return {
    personId: known?._id ?? personId,
    isNew: known === undefined,
    name: entry.name,
    fields,
    ...(known && { seen: hashOf(seenFields(known, fields)) }),
    ...(branch && { branchName: branch.name }),
    ...(kind === 'members' && fields.serves && isService && { enrolment: enrolmentOf(entry) }),
    ...(household?.isNew && { household: { courtyardId: household.place.parentId, name: household.place.name } }),
  };
}

/** Whoever stands in an office's list came as a group, unless it says otherwise. */
const channels = {
  group: 'group',
  online: 'online',
  atCommunity: 'visit',
  searchedOut: 'outreach',
} as const satisfies Record<ReportChannel, EnrolmentChannel>;

function enrolmentOf({ channel = 'group', reported }: PersonEntry): NonNullable<RowTarget['enrolment']> {
  const day = reported?.length === dayLength ? reported : undefined;
  return { channel: channels[channel], ...(day !== undefined && { day }) };
}

/** `2026-11-28`; a month alone says no day. */
const dayLength = 10;

function candidateOf({ person, because }: Candidate): RowCandidate {
  const { _id, name, phone, home, employer } = person;
  return {
    personId: _id,
    name,
    phone: phone === '' ? '' : maskedPhone(phone),
    ...(home && { home: home.label }),
    ...(employer !== undefined && { employer }),
    because,
  };
}

/** A target that was of somebody new, once somebody said that it is this person. */
export function targetOfKnown(target: RowTarget, known: Person): RowTarget {
  const kinds = [...new Set([...known.kinds, ...(target.fields.kinds ?? [])])];
  const { branchId, branchName, ...others } = target.fields;
  const isMoved = target.branchName !== undefined || known.branchId === undefined;
  const branch = { ...(branchId !== undefined && { branchId }), ...(branchName !== undefined && { branchName }) };
  const fields = { ...others, ...(isMoved && branch), kinds };
  return { ...target, personId: known._id, isNew: false, fields, seen: hashOf(seenFields(known, fields)) };
}
