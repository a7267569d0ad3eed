import { collection, type Database } from '../platform/database';

/** Work that `jobs` does now and then, and how far each has come. */
export const jobNames = ['counting', 'reconcile', 'rosters', 'hourly'] as const;
export type JobName = (typeof jobNames)[number];

/** `_id` is the job's name. */
export interface Run {
  readonly _id: JobName;
  /** When it last ended a share of its work. */
  readonly ranAt: Date;
  /** Where the next share begins; null when it begins anew. */
  readonly cursor: string | null;
  /** What it found so far, as the job means it. */
  readonly found: readonly string[];
}

export const runs = collection<Run>('runs');
export type Runs = ReadonlyMap<JobName, Run>;

/** All runs in one read. */
export async function readRuns(database: Database): Promise<Runs> {
  const found = await database.find(runs, { where: { _id: { oneOf: jobNames } }, limit: jobNames.length });
  return new Map(found.map((run) => [run._id, run]));
}

/** Remembers how far a job has come. One write, two the first time. */
export async function writeRun(database: Database, { _id, ...fields }: Run): Promise<void> {
  const changed = await database.updateWhere(runs, { _id }, { set: fields });
  if (changed === 0) await database.insert(runs, { _id, ...fields });
}

const hourMs = 3_600_000;

/** Whether a job that runs once an hour has not yet run in the hour of `now`. */
export function isDueThisHour(run: Run | undefined, now: Date): boolean {
  return run === undefined || Math.floor(run.ranAt.getTime() / hourMs) < Math.floor(now.getTime() / hourMs);
}
