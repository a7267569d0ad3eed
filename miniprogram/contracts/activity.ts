export const activityKinds = ['meeting', 'party-day', 'lecture', 'volunteering'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const attendanceStates = ['expected', 'present', 'excused', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/**
 * `open`: the roll is called. `signing`: the roll is fixed, and points wait for a second person. `closed`: signed, and
 * posted.
 */
export const activityStates = ['open', 'signing', 'closed'] as const;
export type ActivityState = (typeof activityStates)[number];

export interface ActivitySummary {
  readonly activityId: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly startsAt: string;
  readonly placeName: string;
  readonly state: ActivityState;
  readonly expected: number;
  readonly present: number;
  readonly excused: number;
  readonly mine?: AttendanceState;
  /** From a list of before: only its day is known, and how many came where it is `counted`. */
  readonly history?: 'counted' | 'uncounted';
}

export interface AttendanceView {
  readonly personId: string;
  readonly name: string;
  readonly state: AttendanceState;
  readonly role?: 'organiser' | 'guide';
  /** Points that were posted; absent until it is signed, and where the class is never deducted. */
  readonly points?: number;
}

export interface ActivityView extends ActivitySummary {
  readonly people: readonly AttendanceView[];
  readonly version: number;
  readonly mayMark: boolean;
  /** Not before it starts. */
  readonly mayClose: boolean;
  /** Whether signing posts points: the branch kept a book of organisation life when it was made. */
  readonly earns: boolean;
  /** It was entered after its start: whoever entered it does not sign it. */
  readonly enteredLate: boolean;
  /** Who closed the roll, and who signed it; for those who keep it. */
  readonly closedByName?: string;
  readonly signedByName?: string;
  /** Why the roll was sent back, and by whom, until it is closed again. */
  readonly returned?: { readonly byName: string; readonly reason: string };
  /** Whether the reader may be the second person, and whether they may send the roll back. */
  readonly maySign: boolean;
  readonly mayReturn: boolean;
}

export interface ActivityApi {
  'activity.list': { input: { cursor?: string }; output: { activities: readonly ActivitySummary[]; next?: string } };
  'activity.get': { input: { activityId: string }; output: ActivityView };
  'activity.create': {
    input: {
      title: string;
      kind: ActivityKind;
      startsAt: string;
      placeName: string;
      organiserId?: string;
      guideId?: string;
      requestId: string;
    };
    output: ActivityView;
  };
  'activity.mark': {
    input: {
      activityId: string;
      version: number;
      marks: { personId: string; state: AttendanceState }[];
      requestId: string;
    };
    output: ActivityView;
  };
  /** Fixes the roll; nothing is posted before a second person signs. */
  'activity.close': { input: { activityId: string; version: number; requestId: string }; output: ActivityView };
  /**
   * The second person's word. Agreeing posts once for each person, and again posts nothing (S3-04); else the roll goes
   * back, for a reason.
   */
  'activity.sign': {
    input: { activityId: string; version: number; agree: boolean; reason?: string; requestId: string };
    output: ActivityView;
  };
}
