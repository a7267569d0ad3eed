import type { Database } from '../platform/database';
import { bookLines, type Entry } from './entry';
import { passbooks, type Passbook } from './passbook';
import {
  verifyHead,
  verifyEntries,
  nothingVerified,
  type VerificationResult,
  type VerifiedPart,
} from './rules/verification';
import { readSalts } from './salts';
import { splitLines } from './view';
import { peopleIn, type Salts } from './words';

/** The most that one query gives (platform/database.ts). */
const linesAtOnce = 99;

/** A book of more lines than this is looked through no further: 40 years of two lines a week. */
const maxPages = 100;

/** Verifies one book from its first line to its head and names the first line that is broken. */
export async function verifyStoredBook(
  database: Database,
  bookId: string,
  known?: Passbook,
): Promise<VerificationResult> {
  let at: VerifiedPart = nothingVerified;
  for (let page = 0; page < maxPages; page += 1) {
    const where = { bookId, sequence: { gt: at.book.sequence } };
    const lines = await database.find(bookLines, { where, sort: { sequence: 'asc' }, limit: linesAtOnce });
    const { entries } = splitLines(lines);
    const verified = verifyEntries(at, entries, await saltsOf(database, entries));
    if ('state' in verified) return verified;
    at = verified;
    if (lines.length < linesAtOnce || entries.length === 0) break;
  }
  return verifyHead(at, known ?? (await database.get(passbooks, bookId)) ?? null);
}

/** The salts of everybody whose names or words stand in these lines. */
export function saltsOf(database: Database, entries: readonly Entry[]): Promise<Salts> {
  return readSalts(database, entries.flatMap(peopleIn));
}
