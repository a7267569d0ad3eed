import type { Services } from '../platform/context';
import { collection } from '../platform/database';

/**
 * Long work on files. It is done in shares, each of which leaves here how far it came, so that a broken-off one goes
 * on.
 */
export interface FileTask {
  /** From the request that made it. */
  readonly _id: string;
  readonly communityId: string;
  readonly kind: string;
  /** Who asked for it; nobody else sees it. */
  readonly personId: string;
  /** What goes in: ids of stored files, and what the kind needs to know beside them. */
  readonly inputFileIds: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Where the next share begins; null before the first. */
  readonly cursor: string | null;
  readonly progress: number;
  /** What came out: ids of stored files. */
  readonly outputFileIds: readonly string[];
  /** Shares that failed since the last one that did not. */
  readonly attempts: number;
  /** Nobody else works on it before this moment; it is also when `jobs` looks at it again. */
  readonly resumeAt: Date;
  readonly createdAt: Date;
}

export const fileTasks = collection<FileTask>('fileTasks');

/** What a share of a task came to. */
export interface TaskProgress {
  /** Where the next share begins; null when the task is done. */
  readonly cursor: string | null;
  readonly progress: number;
  readonly outputFileIds: readonly string[];
}

export interface TaskKind {
  readonly kind: string;
  /** Does a share and ends at `until`. It may be broken off anywhere and run again from the same cursor. */
  run(services: Services, task: FileTask, until: Date): Promise<TaskProgress>;
}
