export const activityKinds = ['meeting', 'party-day', 'lecture', 'volunteering'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const attendanceStates = ['expected', 'present', 'excused', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export interface ActivitySummary {
  readonly activityId: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly startsAt: string;
  readonly placeName: string;
  readonly state: 'open' | 'closed';
  readonly expected: number;
  readonly present: number;
  readonly excused: number;
  readonly mine?: AttendanceState;
}

export interface AttendanceView {
  readonly personId: string;
  readonly name: string;
  readonly state: AttendanceState;
  readonly role?: 'organiser' | 'guide';
  /** Points that closing posted; absent while open, or where the class is never deducted. */
  readonly points?: number;
}

export interface ActivityView extends ActivitySummary {
  readonly people: readonly AttendanceView[];
  readonly version: number;
  readonly mayMark: boolean;
  /** Not before it starts. */
  readonly mayClose: boolean;
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
  /** Posts once for each person; closing again posts nothing (S3-04). */
  'activity.close': { input: { activityId: string; version: number; requestId: string }; output: ActivityView };
}
