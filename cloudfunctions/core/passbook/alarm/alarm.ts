import type { BookFault, PointUnit } from '../../../../miniprogram/contracts/passbook';
import { addToOutbox, type Outbox } from '../../message/outbox';
import { outgoingMessages, type OutgoingMessage } from '../../message/outgoing';
import { collection, type Database } from '../../platform/database';
import { derivedId } from '../../platform/ids';

/** Something of a book is not what it was, or not what its sources say. */
export interface Finding {
  readonly communityId: string;
  /** Null where an anchor itself does not hold. */
  readonly bookId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly unit: PointUnit | null;
  readonly why: BookFault;
  /** The first line that does not hold; 0 where no line can be named. */
  readonly sequence: number;
  /** The day of the anchor that says otherwise; else the day on which it was first found. `2026-11-28` */
  readonly day: string;
}

/** A finding that was stored and told. It stays until the books are right again and somebody closes it. */
export interface Alarm extends Finding, Outbox {
  readonly _id: string;
  readonly foundAt: Date;
  readonly open: boolean;
}

export const alarms = collection<Alarm>('alarms');

/** A line has one alarm, so that it is told once however often, and by whatever, it is found. */
function alarmIdOf({ communityId, bookId, why, sequence, day }: Finding): string {
  return derivedId('al', communityId, bookId ?? day, sequence > 0 ? String(sequence) : why);
}

/**
 * Stores a finding with the news of it. One write.
 * @param personIds who hears of it
 * @returns the news, where the finding is new
 */
export async function storeAlarm(
  database: Database,
  finding: Finding,
  { now, personIds }: { readonly now: Date; readonly personIds: readonly string[] },
): Promise<{ readonly alarm: Alarm; readonly messages: readonly OutgoingMessage[] } | undefined> {
  const { name, sequence, day } = finding;
  const _id = alarmIdOf(finding);
  const content = { kind: 'ledger-alarm', name, sequence, day } as const;
  const messages = personIds.length > 0 ? outgoingMessages(_id, now, [{ personIds, content }]) : [];
  const alarm: Alarm = { _id, ...finding, foundAt: now, open: true, ...addToOutbox({}, messages) };
  return (await database.insert(alarms, alarm)) ? { alarm, messages } : undefined;
}
