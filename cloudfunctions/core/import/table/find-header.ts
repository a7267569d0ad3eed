import { cellText } from '../workbook';
import { columnsOf, type Column, type Field } from './columns';
import type { Table, TableRow } from './table';

/** Titles and notes above a header are few. */
const searchedRows = 40;

export interface Header {
  readonly row: number;
  readonly columns: readonly Column[];
  /** All texts of the header by column, to know it again on a later page. */
  readonly texts: ReadonlyMap<number, string>;
}

/**
 * The row in which most headers stand, the first of equals; of a header in two rows the lower one, into which merged
 * cells reach.
 * @param required fields of which a list of this kind has one at least
 */
export function findHeader(
  table: Table,
  fields: readonly Field[],
  required: readonly Field[],
  holdsPosts: boolean,
): Header | undefined {
  let best: Header | undefined;
  for (const line of table.rows.slice(0, searchedRows)) {
    const texts = textsOf(line);
    const columns = columnsOf(texts, fields, holdsPosts);
    if (!columns.some(({ field }) => required.includes(field))) continue;
    const isSecondRow = best !== undefined && line.row === best.row + 1 && reachesInto(line, best);
    const isBetter = columns.length > (best?.columns.length ?? 0);
    if (isBetter || (isSecondRow && columns.length === best?.columns.length)) best = { row: line.row, columns, texts };
  }
  return best;
}

function textsOf(line: TableRow): ReadonlyMap<number, string> {
  return new Map(line.columns.map((column) => [column, cellText(line.cell(column))]));
}

/** Whether cells of the row above are merged down into this one. */
function reachesInto(line: TableRow, above: Header): boolean {
  return above.columns.some(({ column }) => !line.own.has(column) && line.cell(column) !== undefined);
}
