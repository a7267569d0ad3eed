import type { NameApart } from './name-apart';

export const activityKinds = ['meeting', 'party-day', 'lecture', 'volunteering'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const attendanceStates = ['expected', 'present', 'excused', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/**
 * `open`: the roll is called. `signing`: the roll is fixed, and points wait for a second person. `closed`: signed, and
 * posted. `calledOff`: it did not take place, and moves nobody's points.
 */
export const activityStates = ['open', 'signing', 'closed', 'calledOff'] as const;
export type ActivityState = (typeof activityStates)[number];

export interface ActivitySummary {
  readonly activityId: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly startsAt: string;
  readonly placeName: string;
  readonly state: ActivityState;
  readonly expected: number;
  /** How many came and how many had leave: 0 until the roll is fixed. */
  readonly present: number;
  readonly excused: number;
  readonly mine?: AttendanceState;
  /** From a list of before: only its day is known, and how many came where it is `counted`. */
  readonly history?: 'counted' | 'uncounted';
}

/** `asked`: the branch has not answered yet, and the roll is not closed before it has. */
export const leaveStates = ['asked', 'granted', 'declined'] as const;
export type LeaveState = (typeof leaveStates)[number];

/** What their own branch says to somebody who walked in at another's activity. */
export const walkInStates = ['asked', 'agreed', 'refused'] as const;
export type WalkInState = (typeof walkInStates)[number];

/** A member who walked in at another branch's activity, as their own branch looks at it. */
export interface WalkInView extends NameApart {
  readonly activityId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly placeName: string;
  /** Of the branch whose activity it is. */
  readonly branchName: string;
  readonly personId: string;
  readonly name: string;
  readonly state: WalkInState;
  readonly mayDecide: boolean;
}

export interface AttendanceView extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly state: AttendanceState;
  readonly role?: 'organiser' | 'guide';
  /** Of another branch, which has to agree before they earn. */
  readonly walkIn?: { readonly branchName: string; readonly state: WalkInState };
  /** Nobody marked them, and the roll is fixed: it counts as absent, in nobody's name. */
  readonly unmarked?: true;
  /** Who marked them last, and whether it was they themselves by the host's code; for those who keep the roll. */
  readonly markedBy?: { readonly name: string; readonly way: 'hand' | 'code' };
  /** Asked for, with its reason, which the branch and the person alone read. */
  readonly leave?: { readonly reason: string; readonly state: LeaveState; readonly decidedBy?: string };
  /** Points that were posted; absent until it is signed, and where the class is never deducted. */
  readonly points?: number;
  /** Nothing was posted, and the reader may propose that something is (`passbook.proposeReversal`). */
  readonly mayCorrect?: true;
}

export interface ActivityView extends ActivitySummary {
  readonly people: readonly AttendanceView[];
  readonly version: number;
  readonly mayMark: boolean;
  /** Its branch lets members sign in by the code on the host's phone. */
  readonly signInByCode: boolean;
  /** Whether the reader's phone may show that code. */
  readonly mayShowCode: boolean;
  /** Whether the reader may write in somebody of another branch who came. */
  readonly mayAddWalkIn: boolean;
  /** Not before it starts. */
  readonly mayClose: boolean;
  /** Whether signing posts points: the branch kept a book of organisation life when it was made. */
  readonly earns: boolean;
  /** It was entered after its start: whoever entered it does not sign it. */
  readonly enteredLate: boolean;
  /** Who closed the roll; and, for those who keep it, who signed it. */
  readonly closedByName?: string;
  readonly signedByName?: string;
  /** Why the roll was sent back, and by whom, until it is closed again. */
  readonly returned?: { readonly byName: string; readonly reason: string };
  /** Whether the reader may be the second person, and whether they may send the roll back. */
  readonly maySign: boolean;
  readonly mayReturn: boolean;
  /** From when on somebody may be marked as present or absent. */
  readonly marksFrom: string;
  /** Whether the reader may ask for leave for themselves. */
  readonly mayAskLeave: boolean;
  /** Whether the reader may put it to another time, or call it off. */
  readonly mayMove: boolean;
  /** When it was to start before it was moved, and by whom. */
  readonly moved?: { readonly byName: string; readonly from: string };
  readonly calledOff?: { readonly byName: string; readonly reason: string };
  /** Lines are still being posted; it goes on by itself. */
  readonly posting?: true;
  /** Of a marking: those whom somebody else had marked otherwise in the meantime, and who stay so. */
  readonly kept?: readonly string[];
}

export interface ActivityApi {
  'activity.list': {
    input: { cursor?: string };
    /** `signInByCode`: the caller's branch lets members sign in by code. */
    output: { activities: readonly ActivitySummary[]; signInByCode: boolean; next?: string };
  };
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
      /**
       * `was`: what the marker saw there before; a mark over something else is not made, and comes back in `kept`.
       * `reason`: why somebody has leave who did not ask for it; nobody marks their own.
       */
      marks: { personId: string; was?: AttendanceState; state: AttendanceState; reason?: string }[];
      requestId: string;
    };
    output: ActivityView;
  };
  /** What the host's phone makes codes of (`sign-code.ts`), from when on they count, and the server's clock. */
  'activity.openCode': {
    input: { activityId: string; requestId: string };
    output: { secret: string; from: string; now: string };
  };
  /** The reader is there, by a code that they scanned; `walkIn`: they know that it is another branch's. */
  'activity.signIn': {
    input: { activityId: string; window: number; code: string; walkIn?: boolean; requestId: string };
    output: {
      activityId: string;
      title: string;
      startsAt: string;
      placeName: string;
      branchName: string;
      walkIn?: WalkInState;
    };
  };
  /**
   * Somebody of another branch who came and signs in by no code: by their whole name, and the last four digits of their
   * number where several have it (`INVALID_INPUT` of `phoneEnd`). Nobody of that name: `NOT_FOUND` of `name`.
   */
  'activity.addWalkIn': {
    input: { activityId: string; name: string; phoneEnd?: string; requestId: string };
    output: ActivityView;
  };
  /** Members of the caller's branch who walked in elsewhere and wait for its word. */
  'activity.listWalkIns': { input: { cursor?: string }; output: { walkIns: readonly WalkInView[]; next?: string } };
  'activity.decideWalkIn': {
    input: { activityId: string; personId: string; agree: boolean; requestId: string };
    output: WalkInView;
  };
  /** The reader's own leave, for a reason. */
  'activity.askLeave': { input: { activityId: string; reason: string; requestId: string }; output: ActivityView };
  /** Somebody else's leave: granted, they count as excused; declined, they are expected. */
  'activity.decideLeave': {
    input: { activityId: string; personId: string; agree: boolean; requestId: string };
    output: ActivityView;
  };
  /** To another time, or another place too: leave stays, and everybody is told. */
  'activity.move': {
    input: { activityId: string; version: number; startsAt: string; placeName?: string; requestId: string };
    output: ActivityView;
  };
  /** It does not take place: everybody is told, and nobody's points move. */
  'activity.callOff': {
    input: { activityId: string; version: number; reason: string; requestId: string };
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
