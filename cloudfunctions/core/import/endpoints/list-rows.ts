import { rowFates, type RowFate } from '../../../../miniprogram/contracts/import';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, optional, v } from '../../platform/validation';
import { imports } from '../document/import';
import { importPages, type ImportPage, type ImportRow } from '../document/page';
import { importRowView, importView } from '../document/view';
import { importId, rowId } from '../inputs';
import { ownImport } from '../own-import';

/** So many pages are looked through for rows of a fate, which may be few in each. */
const pagesAtOnce = 10;

/**
 * A page of an import's rows of one fate, in the order of the file. A day after the file came its rows are gone.
 * Cost: 2 reads.
 */
export const listImportRows = signedInEndpoint({
  name: 'import.listRows',
  input: object({ importId, fate: v.picklist(rowFates), cursor: optional(rowId) }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: (input) => ({ from: imports, id: input.importId }),
  async run({ database }, caller, { importId: wanted, fate, cursor = '0.0' }) {
    const found = await ownImport(database, caller, wanted);
    if (!found.ok) return found;
    const [number = 0, index = 0] = cursor.split('.').map(Number);
    const pages = await database.find(importPages, {
      where: { importId: found.data._id, fates: fate, number: { gte: number } },
      sort: { number: 'asc' },
      limit: pagesAtOnce,
    });
    const rows = pages.flatMap((page) => rowsOf(page, fate, page.number === number ? index : 0));
    const shown = rows.slice(0, limits.pageSize);
    const next = rows[limits.pageSize]?.rowId ?? nextPage(pages);
    return done({
      import: importView(found.data),
      rows: shown.map((one) => importRowView(one.rowId, one.row)),
      ...(next !== undefined && { next }),
    });
  },
});

interface PlacedRow {
  readonly rowId: string;
  readonly row: ImportRow;
}

function rowsOf({ number, rows }: ImportPage, fate: RowFate, from: number): readonly PlacedRow[] {
  return rows.flatMap((row, index) =>
    row.fate === fate && index >= from ? [{ rowId: `${String(number)}.${String(index)}`, row }] : [],
  );
}

/** Where the next page begins when all rows of those that were read fit; none where they were the last. */
function nextPage(pages: readonly ImportPage[]): string | undefined {
  const last = pages.at(-1);
  return last && pages.length === pagesAtOnce ? `${String(last.number + 1)}.0` : undefined;
}
