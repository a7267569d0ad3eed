import { pointUnits, type MemberClass, type PointUnit } from '../../../miniprogram/contracts/passbook';
import { collection } from '../platform/database';

/** The head of one person's book in one unit. `_id` is `<personId>:<unit>`. */
export interface Passbook {
  readonly _id: string;
  readonly communityId: string;
  readonly personId: string;
  readonly name: string;
  /** Sorts by name and is unique: `<name>:<personId>`. */
  readonly nameKey: string;
  readonly unit: PointUnit;
  readonly memberClass: MemberClass | null;
  /** The branch that keeps it: who signs for it is the branch's. */
  readonly branchId: string;
  readonly branchName: string;
  /** May be below zero (S3-05). */
  readonly balance: number;
  /** Points that a redemption holds. */
  readonly held: number;
  /** All points that ever came in; absent before a line of form 2. */
  readonly earned?: number;
  /** Lines whose owner waits for an answer. */
  readonly contested: number;
  /** How often it was counted, ever. */
  readonly count: number;
  /** The year of the newest entry, and how often in it. */
  readonly year: number;
  readonly countThisYear: number;
  /** Sequence and hash of the newest entry. */
  readonly sequence: number;
  readonly hash: string;
  readonly updatedAt: Date;
  /** What was found in it and is not settled; bounded, and absent before the first. */
  readonly alarms?: readonly BookAlarm[];
}

/** An open alarm as its book carries it, so that whoever opens the book reads of it. */
export interface BookAlarm {
  readonly alarmId: string;
  /** 0 where no line can be named. */
  readonly sequence: number;
  readonly day: string;
}

/** Id of the book of one person in one unit. */
export function bookIdOf(personId: string, unit: PointUnit): string {
  return `${personId}:${unit}`;
}

/** Whose book it is and in which unit, by its id; null where an id names neither. */
export function bookKeyOf(bookId: string): { readonly personId: string | null; readonly unit: PointUnit | null } {
  const end = bookId.lastIndexOf(':');
  const unit = pointUnits.find((one) => one === bookId.slice(end + 1)) ?? null;
  return { personId: unit && bookId.slice(0, end), unit };
}

export const passbooks = collection<Passbook>('passbooks');
