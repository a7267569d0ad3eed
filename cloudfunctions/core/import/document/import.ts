import type { ImportProblem, ImportState, OfferedKind, RowFate } from '../../../../miniprogram/contracts/import';
import type { Acts } from '../../access/act';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';

/**
 * A list that an office sent: its dry run, what was decided, and how far it is written. Its rows are pages of their own
 * (`page.ts`). Rows and files go after a day; this stays, without anything of them.
 */
export interface Import extends Acts {
  /** Derives from the request that began it. */
  readonly _id: string;
  readonly communityId: string;
  readonly kind: OfferedKind;
  /** Whose it is: nobody else sees it. */
  readonly personId: string;
  /** Whose WeChat checks the texts. */
  readonly openid: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly problem: ImportProblem | null;
  readonly createdAt: Date;
  /** Sorts by time and is unique: `timeKey(createdAt, _id)`. */
  readonly timeKey: string;
  /** When rows and files go; null once they are gone. */
  readonly deleteAt: Date | null;
  /** Rows below the headers that are neither blank nor a subtotal; 0 before the file was read. */
  readonly total: number;
  /** Rows that have their fate, and the pages in which they lie. */
  readonly checked: number;
  readonly pages: number;
  readonly counts: Readonly<Record<RowFate, number>>;
  readonly undecided: number;
  /** Pages through which writing has come, rows that it passed, and rows that it wrote. */
  readonly writtenPages: number;
  readonly passed: number;
  readonly written: number;
  readonly skipped: number;
  readonly hidden: readonly string[];
  readonly unreadable: readonly string[];
  readonly unused: readonly string[];
  /** The headers of each sheet that was read, for the file of refused rows. */
  readonly headers: readonly (readonly string[])[];
  /** Files that were made of it. */
  readonly outputFileIds: readonly string[];
  /** The last calls that changed it; bounded. */
  readonly requests: readonly RequestRecord[];
}

export const imports = collection<Import>('imports');

export const noCounts: Import['counts'] = { new: 0, changed: 0, unchanged: 0, duplicate: 0, refused: 0 };

/** Rows and files are kept so long. */
export const keptMs = 24 * 3_600_000;

/** The task that writes an import; the one that looks at its file has the import's own id. */
export function applyTaskId(importId: string): string {
  return `${importId}:apply`;
}
