import type { AnchoredLeaf } from '../passbook/anchor/anchor-chain';
import { hashOfEntry } from '../passbook/chain';
import { bookLines, type BookLine, type EntryAnnotation } from '../passbook/entry';
import type { Passbook } from '../passbook/passbook';
import {
  broken,
  nothingVerified,
  partAt,
  verifyEntries,
  verifyHead,
  type BrokenLine,
  type VerificationResult,
  type VerifiedPart,
} from '../passbook/rules/verification';
import { saltsOf } from '../passbook/salts';
import { splitLines } from '../passbook/view';
import { wordsHold } from '../passbook/words';
import { collection, type Database } from '../platform/database';
import { firstContradicted } from './annotations';
import { documentsAtOnce } from './source';
import { firstUnsourced } from './sources';

const annotations = collection<EntryAnnotation>('entries');

/** A book of more lines than this is looked through no further: 40 years of two lines a week. */
const maxPages = 100;

/** A book, and what the anchors at hand say of it, oldest first. */
export interface BookToInspect {
  readonly bookId: string;
  readonly head: Passbook | null;
  readonly leaves: readonly AnchoredLeaf[];
}

/** The verdict on a book, and the day of the anchor that it contradicts, where it does. */
export type Inspection = VerificationResult & { readonly day?: string };

/** The same of a book that one call does not walk to its end: every line up to this number holds. */
export type PartInspection = Inspection | { readonly state: 'partly'; readonly entries: number };

/** Pages of lines that one call walks: 297 lines, or fewer where something stands beside them. */
const pagesAtOnce = 3;

/** What is looked at beyond chain, words, head, and the documents behind each line. */
type Depth = 'whole' | 'tail';

/**
 * Inspects one book from its first line to its head: chain, words, counters, the anchors at hand, the documents behind
 * its lines, and what stands beside them. Eight reads or fewer for 99 lines.
 */
export function inspectBook(database: Database, book: BookToInspect): Promise<Inspection> {
  return walk(database, book, { at: nothingVerified, depth: 'whole' });
}

/**
 * The same for a part of a book: what follows a line up to which an earlier call found everything right; 0 begins with
 * the first line. A line that is gone meanwhile begins anew. Eight reads or fewer for 99 lines, 26 at most.
 */
export async function inspectPart(database: Database, book: BookToInspect, after: number): Promise<PartInspection> {
  const at = after === 0 ? nothingVerified : await resumeAt(database, book.bookId, after);
  if ('state' in at) return at;
  const walked = await walkPages(database, book, { at, depth: 'whole', pages: pagesAtOnce });
  if ('state' in walked) return walked;
  return walked.isEnd ? conclude(database, walked.at, book) : { state: 'partly', entries: walked.at.book.sequence };
}

/** A book as it stands at a line. One read. */
async function resumeAt(database: Database, bookId: string, sequence: number): Promise<VerifiedPart | BrokenLine> {
  const [line] = splitLines(await database.find(bookLines, { where: { bookId, sequence }, limit: 2 })).entries;
  if (!line) return nothingVerified;
  return hashOfEntry(line) === line.hash ? partAt(line) : broken(sequence, 'hash');
}

/**
 * Inspects what came since the newest anchor: the line that it knew, the lines after it, and the head; a book that no
 * anchor knows from its first line. Three reads for a book that rested.
 */
export async function inspectTail(database: Database, book: BookToInspect): Promise<Inspection> {
  const leaf = book.leaves.at(-1);
  if (!leaf) return walk(database, book, { at: nothingVerified, depth: 'tail' });
  const lines = await readLines(database, book.bookId, leaf.sequence);
  const [anchored] = splitLines(lines).entries;
  if (anchored?.sequence !== leaf.sequence) return against(leaf, broken(leaf.sequence, 'shrunk'));
  if (anchored.hash !== leaf.hash || hashOfEntry(anchored) !== leaf.hash)
    return against(leaf, broken(leaf.sequence, 'anchor'));
  if (!wordsHold(anchored, await saltsOf(database, [anchored]))) return broken(leaf.sequence, 'words');
  const rest = lines.filter(({ sequence }) => sequence > leaf.sequence);
  const isLast = lines.length < documentsAtOnce;
  if (rest.length === 0 && isLast) return conclude(database, partAt(anchored), book);
  return walk(database, book, { at: partAt(anchored), depth: 'tail' });
}

interface Walk {
  readonly at: VerifiedPart;
  readonly depth: Depth;
  readonly pages?: number;
}

async function walk(database: Database, book: BookToInspect, start: Walk): Promise<Inspection> {
  const walked = await walkPages(database, book, start);
  return 'state' in walked ? walked : conclude(database, walked.at, book);
}

/** Walks on over so many pages. @returns how far it came, and whether that is the end; or what does not hold */
async function walkPages(
  database: Database,
  book: BookToInspect,
  start: Walk,
): Promise<{ readonly at: VerifiedPart; readonly isEnd: boolean } | Inspection> {
  let { at } = start;
  for (let page = 0; page < (start.pages ?? maxPages); page += 1) {
    const found = await readLines(database, book.bookId, at.book.sequence + 1);
    const lines = wholeLines(found);
    const { entries, annotations } = splitLines(lines);
    const verified = verifyEntries(at, entries, await saltsOf(database, entries));
    if ('state' in verified) return verified;
    at = verified;
    const unknown = entries.length === 0 ? undefined : await firstUnsourced(database, entries);
    if (unknown) return broken(unknown.sequence, 'source');
    if (start.depth === 'whole') {
      const differs = firstDiffering(book.leaves, entries);
      if (differs) return against(differs, broken(differs.sequence, 'anchor'));
      const contradicted = await firstContradicted(database, entries, annotations);
      if (contradicted) return broken(contradicted.sequence, 'annotation');
    }
    if (found.length < documentsAtOnce) return { at, isEnd: true };
  }
  return { at, isEnd: false };
}

function readLines(database: Database, bookId: string, from: number): Promise<BookLine[]> {
  const where = { bookId, sequence: { gte: from } };
  return database.find(bookLines, { where, sort: { sequence: 'asc' }, limit: documentsAtOnce });
}

/** A full page without its last number, of which the next page has all: a line stays with what stands beside it. */
function wholeLines(lines: readonly BookLine[]): readonly BookLine[] {
  const last = lines.at(-1)?.sequence;
  return lines.length < documentsAtOnce ? lines : lines.filter(({ sequence }) => sequence !== last);
}

function firstDiffering(
  leaves: readonly AnchoredLeaf[],
  entries: readonly { readonly sequence: number; readonly hash: string }[],
): AnchoredLeaf | undefined {
  const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]));
  return leaves.find(({ sequence, hash }) => hashes.has(sequence) && hashes.get(sequence) !== hash);
}

function against({ day }: AnchoredLeaf, line: BrokenLine): Inspection {
  return { ...line, day };
}

/** The last step: nothing is missing that an anchor knew, and the head says what the lines say. One read. */
async function conclude(
  database: Database,
  at: VerifiedPart,
  { bookId, head, leaves }: BookToInspect,
): Promise<Inspection> {
  const { sequence } = at.book;
  const lost = leaves.find((leaf) => leaf.sequence > sequence);
  if (lost) return against(lost, broken(sequence + 1, 'shrunk'));
  const verdict = verifyHead(at, head);
  if (!head || verdict.state === 'broken') return verdict;
  const contests = await database.count(annotations, { bookId, 'contest.state': 'open' });
  return contests === head.contested ? verdict : broken(sequence, 'count');
}
