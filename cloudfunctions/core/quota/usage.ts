import { collection } from '../platform/database';

/** What all communities of an environment used in one month; `_id` is Shanghai's month, `2026-11`. */
export interface Usage {
  readonly _id: string;
  /** Billed calls, counted by a sample. */
  readonly calls: number;
  /** Time of functions, memory by time, by the same sample; absent where none was counted. */
  readonly gigabyteSeconds?: number;
  /** What functions answered, by the same sample; absent where none was counted. */
  readonly repliedBytes?: number;
  /** Bytes of documents and files, as they were estimated last; absent before the first estimate of the month. */
  readonly storedBytes?: number;
  readonly storedAt?: Date;
}

export const usages = collection<Usage>('usage');
