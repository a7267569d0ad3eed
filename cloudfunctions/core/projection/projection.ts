import type { Database } from '../platform/database';
import type { Source, SourceKind } from './source-change';

/** What a projection says of the share of copies that it wrote. */
export interface Projected {
  /** How many documents it changed. */
  readonly written: number;
  /** Where the next share goes on; null, or absent, when all copies are as the source. */
  readonly cursor?: string | null;
  /** Sources that it changed by copying: their own copies have to follow. */
  readonly changed?: readonly Source[];
}

/** A source, and when it was changed. */
export interface ChangedSource extends Source {
  readonly at: Date;
}

/**
 * Fields of one noun that documents of another carry, so that a call reads one document instead of several. Each noun
 * says in `projections.ts` what it copies, `cloudfunctions/jobs` lists them, and nothing else writes these copies once
 * a document is made. Writing a share twice writes nothing the second time.
 */
export interface Projection {
  /** `order.staff`: the copy that it writes. */
  readonly name: string;
  readonly from: readonly SourceKind[];
  /**
   * Writes the copies of one source anew, and ends soon after `hasTime` says no.
   * @param cursor what the last share answered; null at the beginning
   */
  project(database: Database, source: ChangedSource, cursor: string | null, hasTime: () => boolean): Promise<Projected>;
}
