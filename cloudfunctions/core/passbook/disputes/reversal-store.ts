import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type Notification, type OutgoingMessage } from '../../message/outgoing';
import type { Transaction } from '../../platform/database';
import { branchIdOf } from '../../place/branch';
import type { RequestRecord } from '../../platform/request';
import { type Entry } from '../entry';
import { passbooks } from '../passbook';
import type { CorrectedLine } from '../rules/ledger';
import { reversals, type Reversal } from './reversal';

export function reversalIdOf(entryId: string): string {
  return `reversal:${entryId}`;
}

/** The case of a line before anything happened to it. @param branchId of whoever answers for it */
export function emptyReversal(entry: CorrectedLine, branchId: string, now: Date): Reversal {
  const { communityId, bookId, personId, name: personName, unit, at, title, cause, points, balance } = entry;
  return {
    _id: reversalIdOf(entry._id),
    communityId,
    branchId,
    entryId: entry._id,
    bookId,
    personId,
    personName,
    unit,
    at,
    title,
    cause,
    points,
    balance,
    state: 'contested',
    open: true,
    since: now,
    contest: null,
    proposal: null,
    settled: null,
    requests: [],
  };
}

/**
 * The case of a line as it stands, and whether it is written anywhere; one that waits for nobody is the branch's that
 * keeps the book now. One read, and one more for a line of which nothing waits.
 */
export async function readReversal(
  transaction: Transaction,
  entry: Entry,
  now: Date,
): Promise<{ readonly reversal: Reversal; readonly exists: boolean }> {
  const found = await transaction.get(reversals, reversalIdOf(entry._id));
  if (found?.open) return { reversal: found, exists: true };
  const book = await transaction.get(passbooks, entry.bookId);
  const branchId = book?.branchId ?? branchIdOf(entry.communityId);
  if (found) return { reversal: { ...found, branchId }, exists: true };
  return { reversal: emptyReversal(entry, branchId, now), exists: false };
}

/**
 * The case with the news of what was just done to it, which the write of the case remembers with it.
 * @returns the case to write, and the news of this change alone
 */
export function withNews(
  reversal: Reversal,
  { requestKey }: RequestRecord,
  at: Date,
  notifications: readonly Notification[],
): { readonly reversal: Reversal; readonly messages: readonly OutgoingMessage[] } {
  const messages = outgoingMessages(`${reversal._id}:${requestKey}`, at, notifications);
  return { reversal: { ...reversal, ...addToOutbox(reversal, messages) }, messages };
}

/** Writes a case over an older one, or as the first; the copy of the line in it stays. */
export async function writeReversal(transaction: Transaction, reversal: Reversal, exists: boolean): Promise<void> {
  const {
    branchId,
    state,
    open,
    since,
    contest,
    proposal,
    right = null,
    settled,
    requests,
    outbox,
    outboxAt,
    acts,
  } = reversal;
  const news = { ...(acts && { acts }), ...(outbox && { outbox }), ...(outboxAt && { outboxAt }) };
  if (exists)
    await transaction.update(reversals, reversal._id, {
      set: { branchId, state, open, since, contest, proposal, right, settled, requests, ...news },
    });
  else await transaction.insert(reversals, reversal);
}

/** Calls that a case remembers. */
const requestLimit = 10;

export function withRequest({ requests }: Reversal, request: Reversal['requests'][number]): Reversal['requests'] {
  return [...requests, request].slice(-requestLimit);
}
