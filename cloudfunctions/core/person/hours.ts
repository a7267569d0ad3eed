/** Hours on some days of the week, on Shanghai's clock. `days`: 1 Monday … 7 Sunday; minutes since midnight. */
export interface HoursWindow {
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** When somebody works, and when they are free beside it. */
export interface MemberHours {
  readonly work: readonly HoursWindow[];
  readonly free: readonly HoursWindow[];
}

export const noHours: MemberHours = { work: [], free: [] };
