import type { TaskNote } from '../../../miniprogram/contracts/file';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Services } from '../platform/context';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

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
  /** Their name and the hat in which they asked, for what it writes in their name. */
  readonly name?: string;
  readonly hat?: Hat;
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
  /** When the files that came out are deleted; absent once they are, and where another document names them. */
  readonly deleteAt?: Date;
  /** What was left out so far, and why; bounded. */
  readonly notes?: readonly TaskNote[];
  /** Of the call that made it. */
  readonly request?: RequestRecord;
}

export const fileTasks = collection<FileTask>('fileTasks');

/** What a task makes is kept so long, from when it was asked for. */
export const keptMs = 24 * 3_600_000;

/** What a share of a task came to. */
export interface TaskProgress {
  /** Where the next share begins; null when the task is done. */
  readonly cursor: string | null;
  readonly progress: number;
  readonly outputFileIds: readonly string[];
  /** What was left out so far, and why. */
  readonly notes?: readonly TaskNote[];
  /** There is time for more: what was done so far is written down, and the share goes on from there. */
  readonly goesOn?: boolean;
}

export interface TaskKind {
  readonly kind: string;
  /** Does a share and ends at `until`. It may be broken off anywhere and run again from the same cursor. */
  run(services: Services, task: FileTask, until: Date): Promise<TaskProgress>;
}
