import type { JobRecord } from './job-record';

/** A write may land a little after the moment that it carries. */
const overlapMs = 5 * 60_000;

/**
 * A stretch of time in which a job of each hour looks for what changed, one community after the other. A share that is
 * cut short goes on behind the community that it did last.
 */
export interface ChangeWindow {
  /** Changes after this moment. */
  readonly from: Date;
  /** Until this one; null for all until now. */
  readonly to: Date | null;
  /** The communities up to this one are done; '' before the first. */
  readonly communityId: string;
}

/** The window that the last share left, or what came since it: everything before the first. Pure. */
export function windowOf(record: JobRecord | undefined): ChangeWindow {
  if (!record) return windowFrom(new Date(0));
  if (record.cursor === null) return windowFrom(new Date(record.ranAt.getTime() - overlapMs));
  const [from = '', to = '', communityId = ''] = record.cursor.split('|');
  const end = momentOf(to);
  return { from: momentOf(from) ?? new Date(0), to: end, communityId: end ? communityId : '' };
}

/** Everything that changed after a moment. Pure. */
export function windowFrom(from: Date): ChangeWindow {
  return { from, to: null, communityId: '' };
}

/** As `windowOf` reads it: two moments and a community. Pure. */
export function cursorOf({ from, to, communityId }: ChangeWindow): string {
  return to ? `${from.toISOString()}|${to.toISOString()}|${communityId}` : from.toISOString();
}

/** Null for what is no moment, as an earlier version may have left it. */
function momentOf(text: string): Date | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
