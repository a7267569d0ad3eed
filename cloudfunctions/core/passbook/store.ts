import { branches } from '../branch/branch';
import { people, type Person } from '../person/person';
import { branchOfPerson, isFirstBranch } from '../place/branch';
import { TransactionConflict, type Change, type Database, type Transaction } from '../platform/database';
import type { Result } from '../platform/result';
import { bookLines, type Entry, type Posting } from './entry';
import { post } from './rules/ledger';
import { bookIdOf, passbooks, type Passbook } from './passbook';
import { readOrMakeSalts } from './salts';
import { peopleIn } from './words';

/**
 * Writes one posting within a transaction: the entry, and the head of its book. One read, and one for each person
 * whose name or words stand in it; for a book that is new one more, of its owner, unless they are `known`. Two writes,
 * and one for each of them who has no salt yet. An entry that stands already ends the transaction as a conflict;
 * whoever may repeat a posting looks for it first.
 * @param known the owner of the book, where they were read already
 */
export async function writePosting(transaction: Transaction, posting: Posting, known?: Person): Promise<Entry> {
  const before = await transaction.get(passbooks, bookIdOf(posting.personId, posting.unit));
  const salts = await readOrMakeSalts(transaction, posting.communityId, peopleIn(posting));
  const { entry, head } = post(before ?? null, await ofOwnBranch(transaction, posting, { book: before, known }), salts);
  if (before) {
    await updateHead(transaction, before, head);
  } else {
    await transaction.insert(passbooks, head);
  }
  await transaction.insert(bookLines, entry);
  return entry;
}

/**
 * The head after a line.
 * @throws TransactionConflict where the book was made after the transaction began, which therefore does not see it
 */
export async function updateHead(transaction: Transaction, before: Passbook, after: Passbook): Promise<void> {
  if (!(await transaction.update(passbooks, after._id, changeOfHead(before, after)))) throw new TransactionConflict();
}

/** What a line changes of a head; what others change of it, contests, alarms, the keeping branch, stays as it is. */
function changeOfHead(before: Passbook, after: Passbook): Change<Passbook> {
  const old = new Map<string, unknown>(Object.entries(before));
  const others = new Set<string>(['_id', 'contested', 'alarms', 'branchId']);
  return {
    set: Object.fromEntries(
      Object.entries(after).filter(([field, value]) => !others.has(field) && old.get(field) !== value),
    ),
  };
}

/**
 * A posting that names no branch is the one's that keeps the book; a book that is new is its owner's branch's. One read
 * for a new book, and one more where that is not the community's first branch.
 */
async function ofOwnBranch(
  transaction: Transaction,
  posting: Posting,
  { book, known }: { readonly book: Passbook | undefined; readonly known: Person | undefined },
): Promise<Posting> {
  if (posting.branchId !== undefined) return posting;
  if (book) return isFirstBranch(book.branchId) ? posting : { ...posting, branchName: book.branchName };
  const owner = known ?? (await transaction.get(people, posting.personId));
  const branchId = owner && branchOfPerson(owner);
  const branch = branchId !== undefined && !isFirstBranch(branchId) && (await transaction.get(branches, branchId));
  return branch ? { ...posting, branchId: branch._id, branchName: branch.name } : posting;
}

/**
 * A few postings in a transaction of their own; those whose entries stand already are passed over. For each two reads
 * and two writes, and those of salts.
 */
export function postOnce(database: Database, postings: readonly Posting[]): Promise<Result<null>> {
  return database.transaction(async (transaction) => {
    for (const posting of postings)
      if (!(await transaction.get(bookLines, posting.postingKey))) await writePosting(transaction, posting);
    return { ok: true, data: null };
  });
}
