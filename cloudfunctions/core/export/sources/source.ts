import type { Database } from '../../platform/database';
import type { Export } from '../document/export';
import type { NamedRow } from '../rules/sort-rows';

/** A page of a list, and where the next begins; null behind the last. */
export interface SourcePage {
  readonly rows: readonly NamedRow[];
  readonly next: string | null;
}

/** Where the rows of a list come from. Pages come in an order that new documents do not disturb. */
export interface Source {
  readonly headers: readonly string[];
  /** Whether rows are sorted by name; else they stay as they are read. */
  readonly isNamed: boolean;
  read(database: Database, one: Export, cursor: string | null): Promise<SourcePage>;
}

/** What one query surely returns. */
export const readAtOnce = 99;

/** Where the next page begins: behind the last document, where a whole page was found. */
export function nextAfter<T>(found: readonly T[], keyOf: (document: T) => string): string | null {
  const last = found.at(-1);
  return last !== undefined && found.length === readAtOnce ? keyOf(last) : null;
}

/** A row that is not sorted by a name. */
export function plainRow(cells: readonly string[]): NamedRow {
  return { name: '', surnameKey: '', cells };
}
