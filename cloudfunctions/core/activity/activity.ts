import type { ActivityKind, ActivityState, AttendanceState } from '../../../miniprogram/contracts/activity';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { AttendanceRule } from './rules/attendance-rules';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** One expected person; at most `limits.activityPeople` of them, so they stand in the activity itself. */
export interface Attendance {
  readonly personId: string;
  readonly name: string;
  readonly openid: string | null;
  /** Null for who is in no class yet: no standard holds for them, and nothing is posted. */
  readonly memberClass: MemberClass | null;
  readonly state: AttendanceState;
  /** Young members organise on stage, committee members guide behind it (S3-09). */
  readonly role: 'organiser' | 'guide' | null;
  /** What was posted; null until it is signed, and where nothing was posted. */
  readonly points: number | null;
}

/** Somebody of the branch who did something about an activity. */
export interface ActivitySigner {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

export interface Activity extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  /** Who may close it and sign it is the branch's. */
  readonly branchId: string;
  readonly branchName: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly startsAt: Date;
  /** Sorts by start and is unique: `timeKey(startsAt, _id)`. */
  readonly startKey: string;
  readonly placeName: string;
  readonly state: ActivityState;
  readonly people: readonly Attendance[];
  /** The rules that closing will apply, as they were when it was made; none where the branch keeps no book. */
  readonly rules: readonly AttendanceRule[];
  readonly createdBy: { readonly personId: string; readonly name: string };
  readonly createdAt: Date;
  /** How often a month one person may close and the same other one sign, as it was when this was made. */
  readonly pairCap: number;
  /** How close another start is the same moment, as it was when this was made; absent before it was decided on. */
  readonly momentMinutes?: number;
  /** Who fixed the roll; null while it is called. */
  readonly closing: ActivitySigner | null;
  /** The second person, on whose word points were posted; null until then, and where older rules needed none. */
  readonly signature: ActivitySigner | null;
  /** Why the roll went back last, and by whom; null once it is closed again. */
  readonly returned: (ActivitySigner & { readonly reason: string }) | null;
  /** When it was signed: its postings have this time. */
  readonly closedAt: Date | null;
  /** From before the community used this: a list said its day, its title, how many came. No roll, no points. */
  readonly history?: { readonly present?: number };
  /** Closed, and not everybody's line is known to stand: whoever finds it posts the rest. */
  readonly unposted?: true;
  readonly version: number;
  /** The last writes, so that a repeat is recognised; at most ten. */
  readonly requests: readonly RequestRecord[];
}

export const activities = collection<Activity>('activities');
