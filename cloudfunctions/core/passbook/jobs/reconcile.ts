import type { Services } from '../../platform/context';
import type { Database } from '../../platform/database';
import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { passbooks } from '../passbook';
import { verifyStoredBook } from '../verify-book';

const booksAtOnce = 20;

/** One run verifies so many lines, and the book in which it reaches them. */
const maxLines = 3_000;

/** However short the books are. */
const maxBooks = 60;

/** Broken books that are remembered by id; more are only counted in the log. */
const brokenLimit = 50;

/**
 * Every night every book is verified from its first line to its head, some books a run; the next run goes on after the
 * last. A broken book is logged and remembered by id. It only reads, so that it may run twice.
 * It counts books.
 */
export const reconcile: Job = { name: 'reconcile', every: 'night', run: verifyBooks };

async function verifyBooks(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const before = record?.cursor === null ? undefined : record;
  const hasTime = () => services.clock.now() < until;
  const batch = await verifyBatch(services.database, before?.cursor ?? '', hasTime);
  const broken = [...(before?.found ?? []), ...batch.broken];
  if (batch.cursor === null && broken.length > 0)
    services.log.line('error', { event: 'ledger-broken', books: broken.length });
  return { done: batch.books, cursor: batch.cursor, found: broken.slice(0, brokenLimit) };
}

interface BatchResult {
  readonly books: number;
  readonly broken: readonly string[];
  /** The last book verified; null after the last of all. */
  readonly cursor: string | null;
}

async function verifyBatch(database: Database, from: string, hasTime: () => boolean): Promise<BatchResult> {
  const broken: string[] = [];
  let cursor = from;
  let verified = { books: 0, lines: 0 };
  for (;;) {
    const books = await database.find(passbooks, {
      where: { _id: { gt: cursor } },
      sort: { _id: 'asc' },
      limit: booksAtOnce,
    });
    for (const book of books) {
      if (verified.lines >= maxLines || verified.books >= maxBooks || !hasTime())
        return { books: verified.books, broken, cursor };
      const verdict = await verifyStoredBook(database, book._id, book);
      if (verdict.state === 'broken') broken.push(book._id);
      verified = { books: verified.books + 1, lines: verified.lines + book.sequence };
      cursor = book._id;
    }
    if (books.length < booksAtOnce) return { books: verified.books, broken, cursor: null };
  }
}
