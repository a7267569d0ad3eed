import type { Services } from '../platform/context';
import type { Question } from '../platform/database';
import { dayText, monthText, wallClock } from '../time/shanghai';
import type { JobRecord } from './job-record';

/**
 * How often a job's work begins anew: with each run of the timer, once an hour, once a night, once a month, in
 * Shanghai.
 */
export type JobInterval = 'run' | 'hour' | 'night' | 'month';

/** What a job says of the share that it did. */
export interface JobProgress {
  /** How much was done, as the job counts. */
  readonly done: number;
  /**
   * Where the next share begins; null, or absent, when the work is done until it begins anew. A job of each run begins
   * anew in any case, and says by it that it was cut short.
   */
  readonly cursor?: string | null;
  /** What it found so far, as the job means it. */
  readonly found?: readonly string[];
}

/**
 * Work that the timer does. Each noun has its own in `jobs/`; `cloudfunctions/jobs` lists them. A job may run twice at
 * once, and it may be broken off anywhere: every share of it must be repeatable.
 */
export interface Job {
  /** The `_id` of its record, too. */
  readonly name: string;
  readonly every: JobInterval;
  /**
   * What is looked for before it runs, by the one request with which every run begins: where none of it is found, the
   * job has nothing to do, and does not run. An hour's job may look back by `lookBackMs`. Without it, it always runs.
   */
  readonly waiting?: (now: Date) => readonly Question[];
  /** Runs once more at the end of a run in which another job did something, of which it takes the consequences. */
  readonly follows?: true;
  /**
   * Does a share of the work and ends at `until`; what is left is done in the next run, from the cursor.
   * @param record what the last share left; absent before the first
   */
  run(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress>;
}

/**
 * So far back an hour's job looks for what changed since it ran; where it ran earlier, or never, it runs in any case.
 */
export const lookBackMs = 2 * 3_600_000;

/** Nights begin at this hour, when nobody is about. */
const nightHour = 2;
const hourMs = 3_600_000;

/** Whether a job has something to do: a share that was cut short, or a new hour, night or month. */
export function isJobDue(every: JobInterval, record: JobRecord | undefined, now: Date): boolean {
  if (every === 'run' || (record && record.cursor !== null)) return true;
  if (every === 'hour') return !record || hourOf(record.ranAt) < hourOf(now);
  if (wallClock(now).minute < nightHour * 60) return false;
  if (!record) return true;
  return every === 'night' ? dayText(record.ranAt) < dayText(now) : monthText(record.ranAt) < monthText(now);
}

function hourOf(moment: Date): number {
  return Math.floor(moment.getTime() / hourMs);
}
