import type { ActivityKind, AttendanceState } from '../../../miniprogram/contracts/activity';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { AttendanceRule } from './rules/attendance-rules';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** One expected person; at most `limits.activityPeople` of them, so they stand in the activity itself. */
export interface Attendance {
  readonly personId: string;
  readonly name: string;
  readonly openid: string | null;
  readonly memberClass: MemberClass;
  readonly state: AttendanceState;
  /** Young members organise on stage, committee members guide behind it (S3-09). */
  readonly role: 'organiser' | 'guide' | null;
  /** What closing posted; null while open, and where nothing was posted. */
  readonly points: number | null;
}

export interface Activity {
  readonly _id: string;
  readonly communityId: string;
  readonly branchName: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly startsAt: Date;
  /** Sorts by start and is unique: `timeKey(startsAt, _id)`. */
  readonly startKey: string;
  readonly placeName: string;
  readonly state: 'open' | 'closed';
  readonly people: readonly Attendance[];
  /** The rules that closing will apply, as they were when it was made. */
  readonly rules: readonly AttendanceRule[];
  readonly createdBy: { readonly personId: string; readonly name: string };
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  /** Closed, and not everybody's line is known to stand: whoever finds it posts the rest. */
  readonly unposted?: true;
  readonly version: number;
  /** The last writes, so that a repeat is recognised; at most ten. */
  readonly requests: readonly RequestRecord[];
}

export const activities = collection<Activity>('activities');
