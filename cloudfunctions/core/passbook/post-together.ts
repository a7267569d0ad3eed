import { communities } from '../place/community';
import type { Database, Transaction } from '../platform/database';
import { randomIds } from '../platform/ids';
import { done, refuse, type Result } from '../platform/result';
import { bookLines, type Posting } from './entry';
import { bookIdOf, passbooks, type Passbook } from './passbook';
import { post } from './rules/ledger';
import { newSalt, salts } from './salts';
import { updateHead } from './store';
import { peopleIn } from './words';

/** A posting that names the branch that keeps the book. */
export type BranchPosting = Posting & { readonly branchId: string };

/** One request answers for so many: a line, a head and two salts each. */
export const postingsAtOnce = 45;
/** People of one transaction, two writes each: a third of a second on the cloud, which allows thirty. */
const postedTogether = 15;

/** What some postings follow from, as it was read. */
interface Standing {
  readonly entryIds: ReadonlySet<string>;
  readonly heads: Map<string, Passbook>;
  readonly salts: Map<string, string | null>;
}

/**
 * Postings of different people, each once, several in a transaction. What they follow from is read before, in one
 * request, and not again in the transaction: a line whose number its book has already is refused by the unique index on
 * book and number (`schema.ts`), so that whoever read too early writes nothing and begins again. One read, two writes
 * for each, and one for a new salt.
 * @param postings at most `postingsAtOnce`
 * @returns how many were written now; the others stood already
 */
export async function postTogether(database: Database, postings: readonly BranchPosting[]): Promise<Result<number>> {
  const standing = await readStanding(database, postings);
  const missing = postings.filter(({ postingKey }) => !standing.entryIds.has(postingKey));
  const groups = Array.from({ length: Math.ceil(missing.length / postedTogether) }, (_, index) =>
    missing.slice(index * postedTogether, (index + 1) * postedTogether),
  );
  const results = await Promise.all(groups.map((group) => postGroup(database, group, standing)));
  return results.find((result) => !result.ok) ?? done(missing.length);
}

/**
 * A group in one transaction. Where others write one of the books at the same moment, each posting goes by itself: the
 * longer a transaction is, the more it meets.
 */
async function postGroup(
  database: Database,
  postings: readonly BranchPosting[],
  standing: Standing,
): Promise<Result<null>> {
  const together = await writeOnce(database, postings, standing);
  if (together.ok) return together;
  for (const posting of postings) {
    const posted = await postAlone(database, posting);
    if (!posted.ok) return posted;
  }
  return done(null);
}

/** One attempt; `BUSY` where it met another. */
function writeOnce(database: Database, postings: readonly BranchPosting[], standing: Standing): Promise<Result<null>> {
  let isFirst = true;
  return database.transaction(async (transaction) => {
    if (!isFirst) return refuse('BUSY');
    isFirst = false;
    for (const posting of postings) await writeLine(transaction, posting, standing);
    return done(null);
  });
}

/** As often as it takes, each time by what stands then. One read for each time. */
function postAlone(database: Database, posting: BranchPosting): Promise<Result<null>> {
  return database.transaction(
    async (transaction) => {
      const standing = await readStanding(database, [posting]);
      if (!standing.entryIds.has(posting.postingKey)) await writeLine(transaction, posting, standing);
      return done(null);
    },
    { duplicateIsConflict: true },
  );
}

async function readStanding(database: Database, postings: readonly BranchPosting[]): Promise<Standing> {
  const limit = 99;
  const people = [...new Set(postings.flatMap(peopleIn))];
  const [entries = [], heads = [], salted = []] =
    (await database.findTogether(communities, [
      { of: bookLines, where: { _id: { oneOf: postings.map(({ postingKey }) => postingKey) } }, limit },
      { of: passbooks, where: { _id: { oneOf: postings.map(bookOf) } }, limit },
      { of: salts, where: { _id: { oneOf: people } }, limit },
    ])) ?? [];
  return {
    entryIds: new Set(entries.map(({ _id }) => _id)),
    heads: new Map(heads.map((head) => [head._id, head])),
    salts: new Map(salted.map(({ _id, salt }) => [_id, salt])),
  };
}

function bookOf({ personId, unit }: Posting): string {
  return bookIdOf(personId, unit);
}

/** A line and the head of its book, as they follow from what was read. Two writes, and one for each new salt. */
async function writeLine(transaction: Transaction, posting: BranchPosting, known: Standing): Promise<void> {
  const { communityId } = posting;
  for (const personId of peopleIn(posting)) {
    if (known.salts.has(personId)) continue;
    const salt = newSalt(randomIds);
    await transaction.insert(salts, { _id: personId, communityId, salt, erasure: null });
    known.salts.set(personId, salt);
  }
  const bookId = bookOf(posting);
  const before = known.heads.get(bookId);
  const { entry, head } = post(before ?? null, posting, known.salts);
  if (before) await updateHead(transaction, before, head);
  else await transaction.insert(passbooks, head);
  await transaction.insert(bookLines, entry);
  known.heads.set(bookId, head);
}
