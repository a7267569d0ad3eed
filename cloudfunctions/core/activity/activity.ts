import type { ActivityKind, ActivityState } from '../../../miniprogram/contracts/activity';
import type { AttendanceRule } from './rules/attendance-rules';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Somebody of the branch who did something about an activity. */
export interface ActivitySigner {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

export interface ActivityCounts {
  readonly expected: number;
  readonly present: number;
  readonly excused: number;
}

/** Who organises and who guides, by person. */
export interface Leaders {
  readonly organiserId?: string;
  readonly guideId?: string;
}

/** Everybody is being invited, learns the new start, the roll is being fixed, everybody's line is being posted. */
export interface Unfinished {
  readonly work: 'inviting' | 'moving' | 'fixing' | 'posting';
  readonly since: Date;
}

/** An activity without its people, who are in `attendances`. */
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
  /** How many are expected, and, once the roll is fixed, how many came and how many had leave. */
  readonly counts: ActivityCounts;
  readonly leaders: Leaders;
  /** The number of the calling that the roll is in: closing it raises it, and so does sending it back. */
  readonly call: number;
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
  /** Who put it to another time last, and when it was to start before. */
  readonly moved?: ActivitySigner & { readonly from: Date };
  /** Of what the codes are made that members sign in by (`contracts/sign-code.ts`); for hosts' phones alone. */
  readonly signSecret?: string;
  readonly calledOff?: ActivitySigner & { readonly reason: string };
  /** When it was signed: its postings have this time. */
  readonly closedAt: Date | null;
  /** From before the community used this: a list said its day, its title, how many came. No roll, no points. */
  readonly history?: { readonly present?: number };
  /** What a write begins and others end, one person after another; whoever finds it does the rest (`finish.ts`). */
  readonly unfinished?: Unfinished | undefined;
  readonly version: number;
  /** The last writes, so that a repeat is recognised; at most ten. */
  readonly requests: readonly RequestRecord[];
}

export const activities = collection<Activity>('activities');
