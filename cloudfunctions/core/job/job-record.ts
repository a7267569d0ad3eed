import { collection, type Database } from '../platform/database';

/** How far a job has come. `_id` is the job's name. */
export interface JobRecord {
  readonly _id: string;
  /** When it last ended a share of its work. */
  readonly ranAt: Date;
  /** Where the next share begins; null when it begins anew. */
  readonly cursor: string | null;
  /** What it found so far, as the job means it. */
  readonly found: readonly string[];
}

export const jobRecords = collection<JobRecord>('runs');

/** Remembers how far a job has come. One write, two the first time. */
export async function writeJobRecord(database: Database, { _id, ...fields }: JobRecord): Promise<void> {
  const changed = await database.updateWhere(jobRecords, { _id }, { set: fields });
  if (changed === 0) await database.insert(jobRecords, { _id, ...fields });
}
