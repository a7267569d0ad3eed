import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type Notification, type OutgoingMessage } from '../../message/outgoing';
import type { Database, Transaction } from '../../platform/database';
import { branchIdOf } from '../../place/branch';
import { monthText } from '../../time/shanghai';
import { annotationIdOf } from '../disputes/annotations';
import { bookLines } from '../entry';
import { grantKey, grantMonthId, grantMonths, grants, type Grant, type GrantMonth } from './grant';

/** A grant after a call, and the news of it; of a repeated call, all that may not have arrived. */
export interface GrantChange {
  readonly grant: Grant;
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

export const replayedGrant = (grant: Grant): GrantChange => ({ grant, messages: grant.outbox ?? [], isNew: false });

/** A grant with the news of what was just done to it, which its own write remembers. */
export function withGrantNews(grant: Grant, at: Date, notifications: readonly Notification[]): GrantChange {
  const messages = outgoingMessages(`grant:${grant._id}:${grant.state}`, at, notifications);
  return { grant: { ...grant, ...addToOutbox(grant, messages) }, messages, isNew: true };
}

/** What somebody gave by hand in the month of a moment, in whatever branch of the community. One read. */
export function readGrantMonth(
  from: Pick<Database, 'get'> | Transaction,
  communityId: string,
  { personId, at }: { readonly personId: string; readonly at: Date },
): Promise<GrantMonth | undefined> {
  return from.get(grantMonths, grantMonthId(communityId, monthText(at), personId));
}

/** Counts a signed grant to the month in which it was signed, of whoever proposed it. One write. */
export async function countGrant(
  transaction: Transaction,
  { communityId, proposal, points }: Grant,
  { before, at }: { readonly before: GrantMonth | undefined; readonly at: Date },
): Promise<void> {
  const { personId, name } = proposal;
  const month = monthText(at);
  const branchId = branchIdOf(communityId);
  const _id = grantMonthId(communityId, month, personId);
  const after = { points: (before?.points ?? 0) + points, grants: (before?.grants ?? 0) + 1 };
  if (before) await transaction.update(grantMonths, _id, { set: after });
  else await transaction.insert(grantMonths, { _id, communityId, branchId, month, personId, name, ...after });
}

/** Nobody brings a paper book in so often. */
const maxOpenings = 9;

/**
 * The newest balance from paper of a book, and the id of the next one: there is a next one once that was refused, or
 * signed and undone since. One read, and one or two more for each that came to nothing.
 */
export async function readOpening(
  transaction: Transaction,
  bookId: string,
): Promise<{ readonly nextId: string } | { readonly standing: Grant } | null> {
  for (let number = 1; number <= maxOpenings; number += 1) {
    const nextId = `opening:${bookId}:${number}`;
    const found = await transaction.get(grants, nextId);
    if (!found) return { nextId };
    if (found.state === 'refused') continue;
    if (found.state === 'proposed' || !(await isUndone(transaction, found))) return { standing: found };
  }
  return null;
}

async function isUndone(transaction: Transaction, { _id }: Grant): Promise<boolean> {
  const annotation = await transaction.get(bookLines, annotationIdOf(grantKey(_id)));
  return annotation?.kind === 'annotation' && annotation.reversed;
}
