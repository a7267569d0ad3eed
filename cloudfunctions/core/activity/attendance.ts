import type { AttendanceState, LeaveState, WalkInState } from '../../../miniprogram/contracts/activity';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { NameApart } from '../../../miniprogram/contracts/name-apart';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Somebody did it, in some hat. */
export interface Hand {
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
}

/** Who said that somebody came or did not, and how: by hand, or the person by the code that the host showed. */
export interface Mark extends Hand {
  readonly way: 'hand' | 'code';
}

/** Somebody's own wish not to come, and what the branch says to it. */
export interface Leave {
  readonly reason: string;
  readonly state: LeaveState;
  readonly asked: Hand;
  readonly decided: Hand | null;
  /** The call that asked, so that its repeat is recognised. */
  readonly request: RequestRecord;
}

/** Somebody of another branch, and what that branch says to it. */
export interface WalkIn {
  readonly branchId: string;
  readonly branchName: string;
  readonly state: WalkInState;
  readonly decided: Hand | null;
}

/** One person of an activity, in a document of their own: who signs in meets nobody else's write. */
export interface Attendance extends Outbox {
  /** `attendanceId(activityId, personId)`. */
  readonly _id: string;
  /** Of the activity. */
  readonly communityId: string;
  readonly activityId: string;
  /** The activity's own. */
  readonly startKey: string;
  /** Where it stands in the roll: who leads comes first, who walked in last. */
  readonly order: number;
  readonly personId: string;
  readonly name: string;
  /** What tells them from another one of their name in the roll, as it was that day; absent where nobody has it. */
  readonly apart?: NameApart;
  /** Null for who is in no class yet: no standard holds for them, and nothing is posted. */
  readonly memberClass: MemberClass | null;
  /** Young members organise on stage, committee members guide behind it (S3-09). */
  readonly role: 'organiser' | 'guide' | null;
  /** Of whom nobody said anything it stays `expected`; with a roll that is fixed it counts as absent. */
  readonly state: AttendanceState;
  /** For which calling of the roll it may be marked: the activity's own number, else the roll is fixed. */
  readonly call: number;
  /** The last who marked it; null where nobody did. Closing marks nobody. */
  readonly mark: Mark | null;
  /** Absent where nobody asked. */
  readonly leave?: Leave;
  /** Only of who is of another branch than the activity's: they earn in their own once it agreed. */
  readonly walkIn?: WalkIn;
}

export const attendances = collection<Attendance>('attendances');

export function attendanceId(activityId: string, personId: string): string {
  return `${activityId}:${personId}`;
}

/** What stands in for the state of somebody whom nobody marked, once the roll is fixed. */
export function settledState(state: AttendanceState): AttendanceState {
  return state === 'expected' ? 'absent' : state;
}
