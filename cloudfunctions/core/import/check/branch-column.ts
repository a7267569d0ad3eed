import type { CellNote } from '../../../../miniprogram/contracts/import-row';
import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import { branches, isSameName, type Branch } from '../../branch/branch';
import { bookIdOf, passbooks } from '../../passbook/passbook';
import type { Database } from '../../platform/database';
import type { RowCode } from '../document/page';
import type { PersonEntry } from '../entries';
import { membershipHereWords } from '../text/words';
import type { List, ListRow } from './read-list';

/** The column of a list that says to which branch a member belongs, and the branches that there are. */
export interface BranchColumn {
  /** As it was written. */
  readonly header: string;
  readonly branches: readonly Branch[];
}

/** A community has a handful; 99 is what one query returns. */
const maxBranches = 99;
/** Books of so many people at once: each may have one of every unit. */
const peopleAtOnce = 33;

/** The column of branches; undefined where the list has none. One read. */
export async function readBranchColumn(
  database: Database,
  communityId: string,
  { columns }: List,
): Promise<BranchColumn | undefined> {
  const column = columns.find(({ field }) => field === 'branch') ?? columns.find(({ field }) => field === 'membership');
  if (!column) return undefined;
  const where = { communityId };
  const found = await database.find(branches, { where, sort: { _id: 'asc' }, limit: maxBranches });
  return { header: column.header, branches: found };
}

/** The branch of the name that a row says, however it is spaced; undefined where it says none, or an unknown one. */
export function branchNamed(
  { branch, membership }: Pick<PersonEntry, 'branch' | 'membership'>,
  column: BranchColumn | undefined,
): Branch | undefined {
  const named = branch ?? membership;
  return named === undefined ? undefined : column?.branches.find(({ name }) => isSameName(name, named));
}

/**
 * Whether a row says that a branch here has somebody as its own member, not only as one who reported from their work:
 * by the organisational relation, else by a class of the branch. A relation elsewhere stands above a class.
 */
export function saysBranchMember(
  { membership, memberClass }: Pick<PersonEntry, 'membership' | 'memberClass'>,
  column: BranchColumn | undefined,
): boolean {
  if (membership === undefined) return memberClass !== undefined;
  const plain = membership.normalize('NFKC').replace(/\s/g, '');
  return membershipHereWords.test(plain) || branchNamed({ membership }, column) !== undefined;
}

/** Whether a row names a branch that the community does not have. */
export function hasUnknownBranch(entry: PersonEntry, column: BranchColumn | undefined): boolean {
  return column !== undefined && entry.branch !== undefined && !branchNamed(entry, column);
}

/** Why a row that names an unknown branch is refused, with those that there are. */
export function unknownBranchNote(
  row: Pick<ListRow, 'row'>,
  { branch = '' }: PersonEntry,
  { header, branches: known }: BranchColumn,
): CellNote<RowCode> {
  const detail = known.map(({ name }) => name).join(', ');
  return { row: row.row, column: header, code: 'branchUnknown', value: branch, detail };
}

/** Of these people, those of whom a branch keeps a book. One read for 33 of them. */
export async function readBookOwners(database: Database, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const owners = new Set<string>();
  for (let at = 0; at < personIds.length; at += peopleAtOnce) {
    const some = personIds.slice(at, at + peopleAtOnce);
    const ids = some.flatMap((personId) => pointUnits.map((unit) => bookIdOf(personId, unit)));
    const found = await database.find(passbooks, { where: { _id: { oneOf: ids } }, limit: ids.length });
    for (const { personId } of found) owners.add(personId);
  }
  return owners;
}
