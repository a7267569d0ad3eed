import type { Database } from '../../platform/database';
import { imports, type Import } from '../document/import';
import type { ImportRow } from '../document/page';

/** What reading a file told of it as a whole. */
type FileFacts = Pick<Import, 'total' | 'skipped' | 'hidden' | 'unreadable' | 'headers' | 'unused'>;

/** The counts with more rows in them. */
export function countsPlus(counts: Import['counts'], rows: readonly ImportRow[]): Import['counts'] {
  const sum = { ...counts };
  for (const { fate } of rows) sum[fate] += 1;
  return sum;
}

/**
 * Remembers one more page of the dry run, all in one write: a share that was killed before it looks at the page again,
 * one that was killed behind it goes on with the next.
 * @returns the import as it is then; undefined where somebody else remembered the page
 */
export async function rememberCheck(
  database: Database,
  now: Import,
  { rows, isLast, found }: { readonly rows: readonly ImportRow[]; readonly isLast: boolean; readonly found: FileFacts },
): Promise<Import | undefined> {
  const set = {
    ...found,
    pages: now.pages + (rows.length > 0 ? 1 : 0),
    checked: now.checked + rows.length,
    counts: countsPlus(now.counts, rows),
    undecided: now.undecided + rows.filter(({ fate }) => fate === 'duplicate').length,
    ...(isLast && { state: 'checked' as const }),
  };
  const where = { _id: now._id, state: 'reading', pages: now.pages };
  return (await database.updateWhere(imports, where, { set })) > 0 ? { ...now, ...set } : undefined;
}
