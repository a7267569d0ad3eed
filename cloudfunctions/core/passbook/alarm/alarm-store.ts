import { countWaiting } from '../../statistics/waiting-lines';
import type { Database, Transaction } from '../../platform/database';
import { timeKey } from '../../platform/ids';
import { done } from '../../platform/result';
import { passbooks, type BookAlarm } from '../passbook';
import { alarmIdOf, alarms, type Alarm, type Finding } from './alarm';

/**
 * Stores a finding, counts it for the desk and marks its book. One read where it was found before; the first time
 * three reads and three writes.
 * @returns the alarm, where it is new
 */
export async function storeAlarm(database: Database, finding: Finding, now: Date): Promise<Alarm | undefined> {
  const _id = alarmIdOf(finding);
  if (await database.get(alarms, _id)) return undefined;
  const key = { foundAt: now, foundKey: timeKey(now, _id) };
  const alarm: Alarm = { _id, ...finding, ...key, open: true, closings: [], requests: [] };
  const stored = await database.transaction(async (transaction) => {
    if (await transaction.get(alarms, _id)) return done(undefined);
    await transaction.insert(alarms, alarm);
    await countWaiting(transaction, alarm.communityId, { alarms: 1 }, now);
    await markBook(transaction, alarm, (marks) => [...marks, markOf(alarm)]);
    return done(alarm);
  });
  if (!stored.ok) throw new Error(`the alarm ${_id} was not stored: ${stored.code}`);
  return stored.data;
}

/** Takes a closed alarm off the desk's count and off its book. */
export async function settleAlarm(transaction: Transaction, alarm: Alarm, now: Date): Promise<void> {
  await countWaiting(transaction, alarm.communityId, { alarms: -1 }, now);
  await markBook(transaction, alarm, (marks) => marks.filter(({ alarmId }) => alarmId !== alarm._id));
}

/** A book carries so many of its open alarms: its page names the first, and the list has all. */
const marksLimit = 20;

const markOf = ({ _id, sequence, day }: Alarm): BookAlarm => ({ alarmId: _id, sequence, day });

async function markBook(
  transaction: Transaction,
  { bookId }: Alarm,
  change: (marks: readonly BookAlarm[]) => readonly BookAlarm[],
): Promise<void> {
  const book = bookId === null ? undefined : await transaction.get(passbooks, bookId);
  if (!book) return;
  await transaction.update(passbooks, book._id, { set: { alarms: change(book.alarms ?? []).slice(0, marksLimit) } });
}
