import type { AnchoredLeaf } from '../passbook/anchor/anchor-chain';
import { hashOfEntry } from '../passbook/chain';
import { bookLines, type BookLine, type Entry } from '../passbook/entry';
import { passbooks, type Passbook } from '../passbook/passbook';
import { partAt, verifyHead } from '../passbook/rules/verification';
import { saltsOf } from '../passbook/salts';
import { splitLines } from '../passbook/view';
import { wordsHold, type Salts } from '../passbook/words';
import type { Database, Question } from '../platform/database';

/** Books of one request: two questions each. */
const booksAtOnce = 33;
/** The anchored line, and what may stand beside it: more than these are looked at one by one. */
const linesOfRest = 9;

/** A head, and the newest leaf that an anchor has of its book. */
export interface AnchoredBook {
  readonly head: Passbook;
  readonly leaf: AnchoredLeaf | undefined;
}

/** What is found of a book that rested: the lines from its anchored one on, and one of its open contests too many. */
interface Found {
  readonly lines: readonly BookLine[];
  readonly contests: number;
}

/**
 * Of these books, the ids of those in which nothing was written since their newest anchor and all is as it was: the
 * line that it knew, no line behind it, the head. Two requests for 33 books; whatever else is to be said of a book,
 * `inspectTail` says.
 */
export async function soundAtRest(database: Database, books: readonly AnchoredBook[]): Promise<ReadonlySet<string>> {
  const rested = books.filter(({ head, leaf }) => leaf?.sequence === head.sequence && leaf.hash === head.hash);
  const sound = new Set<string>();
  for (let start = 0; start < rested.length; start += booksAtOnce) {
    const heads = rested.slice(start, start + booksAtOnce).map(({ head }) => head);
    const found = await readRest(database, heads);
    const salts = await saltsOf(
      database,
      [...found.values()].flatMap(({ lines }) => splitLines(lines).entries),
    );
    for (const head of heads) if (isSound(head, found.get(head._id), salts)) sound.add(head._id);
  }
  return sound;
}

async function readRest(database: Database, heads: readonly Passbook[]): Promise<ReadonlyMap<string, Found>> {
  const questions = heads.flatMap(({ _id, sequence, contested }): Question<BookLine>[] => [
    {
      of: bookLines,
      where: { bookId: _id, sequence: { gte: sequence } },
      sort: { sequence: 'asc' },
      limit: linesOfRest,
    },
    { of: bookLines, where: { bookId: _id, 'contest.state': 'open' }, limit: Math.min(contested + 1, 99) },
  ]);
  const answers = (await database.findTogether(passbooks, questions)) ?? [];
  return new Map(
    heads.map(({ _id }, index) => [
      _id,
      { lines: answers[2 * index] ?? [], contests: answers[2 * index + 1]?.length ?? 0 },
    ]),
  );
}

function isSound(head: Passbook, found: Found | undefined, salts: Salts): boolean {
  if (!found || found.lines.length >= linesOfRest || found.contests !== head.contested) return false;
  if (found.lines.some(({ sequence }) => sequence !== head.sequence)) return false;
  const [anchored, another] = splitLines(found.lines).entries;
  return anchored !== undefined && another === undefined && isAsAnchored(anchored, head, salts);
}

function isAsAnchored(anchored: Entry, head: Passbook, salts: Salts): boolean {
  if (anchored.hash !== head.hash || hashOfEntry(anchored) !== head.hash || !wordsHold(anchored, salts)) return false;
  return verifyHead(partAt(anchored), head).state === 'sound';
}
