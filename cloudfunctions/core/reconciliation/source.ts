import type { EntryCause, PointUnit } from '../../../miniprogram/contracts/passbook';
import type { Entry } from '../passbook/entry';
import type { Database } from '../platform/database';

/** What a document says that it gave or took: the line that must stand for it. */
export interface SourcedPoints {
  readonly entryId: string;
  readonly communityId: string;
  readonly personId: string;
  readonly name: string;
  readonly unit: PointUnit;
  readonly points: number;
  /** When it may have happened: the line's moment is one of these. */
  readonly moments: readonly Date[];
}

/** A page of documents, and where the next one begins; null after the last. */
export interface SourcePage {
  readonly sourced: readonly SourcedPoints[];
  readonly next: string | null;
}

/** A kind of document that gives points. The ledger is held against it, and it against the ledger. */
export interface PointSource {
  readonly name: string;
  /** The causes of entries that come from it. */
  readonly causes: readonly EntryCause[];
  /** What the documents behind these entries say. One read; of activities two. */
  behind(database: Database, entries: readonly Entry[]): Promise<readonly SourcedPoints[]>;
  /** All documents, in the order of their ids. One read; of activities two. */
  all(database: Database, after: string): Promise<SourcePage>;
  /**
   * Those that gave points since a moment, in the order of time. One read, and one for each activity. Of two that
   * changed in the same millisecond a page's end may part, `all` finds the second.
   */
  since(database: Database, after: string): Promise<SourcePage>;
}

/** The most that one query gives (platform/database.ts). */
export const documentsAtOnce = 99;

/** A page of documents as a source answers it. */
export function sourcePage<Document>(
  found: readonly Document[],
  { of, cursorOf }: { of(document: Document): readonly SourcedPoints[]; cursorOf(document: Document): string },
): SourcePage {
  const last = found.at(-1);
  return { sourced: found.flatMap(of), next: last && found.length === documentsAtOnce ? cursorOf(last) : null };
}
