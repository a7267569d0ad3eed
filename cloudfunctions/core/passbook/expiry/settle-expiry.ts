import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import type { Services } from '../../platform/context';
import type { Database, Transaction } from '../../platform/database';
import { done, type Result } from '../../platform/result';
import { bookLines } from '../entry';
import { passbooks, type Passbook } from '../passbook';
import { earnedOf, expiryPosting, pointsDue, pointsLeft, type Lot } from '../rules/expiry';
import { writePosting } from '../store';
import { splitLines } from '../view';
import { expiries, expiryKey, type Expiry } from './expiry';

/** Lines of one moment. */
const linesOfAMoment = 9;

/** What ever had come into a book before a moment. One read, however long the book is. */
export async function readEarnedBefore(database: Database, bookId: string, moment: Date): Promise<number> {
  const where = { bookId, at: { lt: moment } };
  const found = await database.find(bookLines, { where, sort: { at: 'desc' }, limit: linesOfAMoment });
  const newest = splitLines(found).entries.reduce<Pick<Passbook, 'sequence' | 'earned' | 'balance'> | null>(
    (last, entry) => (last && last.sequence > entry.sequence ? last : entry),
    null,
  );
  return newest ? earnedOf(newest) : 0;
}

/** Warns the owner of a book, once for each lot, where something of it would run out. One read, at most one write. */
export async function warnOwner({ database, clock }: Services, book: Passbook, lot: Lot): Promise<boolean> {
  const earnedBefore = await readEarnedBefore(database, book._id, lot.earnedBefore);
  const points = pointsLeft({ balance: book.balance, earned: earnedOf(book), earnedBefore }, lot.carriedOver);
  if (points === 0) return false;
  const { communityId, branchId, personId, name: personName, unit } = book;
  const _id = expiryKey(book._id, lot.lot);
  const content = { kind: 'points-expiring', points, until: lot.dueAt } as const;
  const messages = outgoingMessages(`${_id}:warned`, clock.now(), [{ personIds: [personId], content }]);
  const owner = { communityId, branchId, bookId: book._id, personId, personName, unit };
  const open = { open: true, settledAt: null, expired: null, warned: points };
  return database.insert(expiries, { _id, ...owner, ...lot, ...open, ...addToOutbox({}, messages) });
}

/**
 * What is left of a lot that is due runs out, in one transaction with the line, and its owner hears of it. What was
 * used meanwhile, and what came in after the warning, is left alone. Repeated, it does nothing.
 */
export async function settleExpiry({ database, clock }: Services, expiry: Expiry): Promise<Result<number>> {
  const earnedBefore = await readEarnedBefore(database, expiry.bookId, expiry.earnedBefore);
  return database.transaction((transaction) => settle(transaction, { expiry, earnedBefore, at: clock.now() }));
}

async function settle(
  transaction: Transaction,
  { expiry: { _id, bookId }, earnedBefore, at }: { expiry: Expiry; earnedBefore: number; at: Date },
): Promise<Result<number>> {
  const expiry = await transaction.get(expiries, _id);
  const book = await transaction.get(passbooks, bookId);
  if (!expiry?.open || !book) return done(0);
  const points = pointsDue({ balance: book.balance, earned: earnedOf(book), earnedBefore }, expiry);
  if (points > 0) await writePosting(transaction, expiryPosting(expiry, book, { points, at }));
  const content = { kind: 'points-expired', points } as const;
  const news = points > 0 ? [{ personIds: [expiry.personId], content }] : [];
  const messages = outgoingMessages(`${_id}:settled`, at, news);
  await transaction.update(expiries, _id, {
    set: { open: false, settledAt: at, expired: points, ...addToOutbox(expiry, messages) },
  });
  return done(points);
}
