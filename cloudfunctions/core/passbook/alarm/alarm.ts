import type { Hat } from '../../../../miniprogram/contracts/hat';
import type { BookFault, PointUnit } from '../../../../miniprogram/contracts/passbook';
import type { Outbox } from '../../message/outbox';
import { collection } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import type { RequestRecord } from '../../platform/request';

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

/** Somebody's word that a finding was looked into, and what came of it. */
export interface AlarmClosing {
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
  readonly reason: string;
}

/** A finding that was stored and told. It stays for good; closing it says that it was looked into, and by whom. */
export interface Alarm extends Finding, Outbox {
  readonly _id: string;
  readonly foundAt: Date;
  /** Sorts by when it was found and is unique: `timeKey(foundAt, _id)`. */
  readonly foundKey: string;
  readonly open: boolean;
  /** The inspector's word, or that of one bookkeeper and then of another. */
  readonly closings: readonly AlarmClosing[];
  /** The calls that gave them. */
  readonly requests: readonly RequestRecord[];
}

export const alarms = collection<Alarm>('alarms');

/** A line has one alarm, so that it is told once however often, and by whatever, it is found. */
export function alarmIdOf({ communityId, bookId, why, sequence, day }: Finding): string {
  return derivedId('al', communityId, bookId ?? day, sequence > 0 ? String(sequence) : why);
}
