import { countWaiting } from '../../statistics/waiting-lines';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type OutgoingMessage } from '../../message/outgoing';
import type { Database, Transaction } from '../../platform/database';
import { timeKey } from '../../platform/ids';
import { done } from '../../platform/result';
import { passbooks, type BookAlarm } from '../passbook';
import { alarmIdOf, alarms, type Alarm, type Finding } from './alarm';

/** An alarm that is new, and the news of it. */
export interface NewAlarm {
  readonly alarm: Alarm;
  readonly messages: readonly OutgoingMessage[];
}

/**
 * Stores a finding with the news of it, counts it for the desk and marks its book. One read where it was found before;
 * the first time three reads and three writes.
 * @param personIds who hears of it
 * @returns the news, where the finding is new
 */
export async function storeAlarm(
  database: Database,
  finding: Finding,
  { now, personIds }: { readonly now: Date; readonly personIds: readonly string[] },
): Promise<NewAlarm | undefined> {
  const _id = alarmIdOf(finding);
  if (await database.get(alarms, _id)) return undefined;
  const { name, sequence, day } = finding;
  const content = { kind: 'ledger-alarm', name, sequence, day } as const;
  const messages = personIds.length > 0 ? outgoingMessages(_id, now, [{ personIds, content }]) : [];
  const key = { foundAt: now, foundKey: timeKey(now, _id), open: true };
  const alarm: Alarm = { _id, ...finding, ...key, closings: [], requests: [], ...addToOutbox({}, messages) };
  const stored = await database.transaction(async (transaction) => {
    if (await transaction.get(alarms, _id)) return done(undefined);
    await transaction.insert(alarms, alarm);
    await countWaiting(transaction, alarm.communityId, { alarms: 1 }, now);
    await markBook(transaction, alarm, (marks) => [...marks, markOf(alarm)]);
    return done({ alarm, messages });
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
