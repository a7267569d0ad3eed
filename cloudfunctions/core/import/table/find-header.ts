import { cellText } from '../workbook';
import { columnsOf, isSerialHeader, type Column, type ColumnShape, type Field } from './columns';
import type { Table, TableRow } from './table';

/** Titles and notes above a header are few. */
const searchedRows = 40;

/** What tells lists of a kind from others. */
export interface ListShape extends ColumnShape {
  /** A list has a column for one of these at least. */
  readonly required: readonly Field[];
  /** How many headers must be understood. */
  readonly leastColumns: number;
}

export interface Header {
  readonly row: number;
  readonly columns: readonly Column[];
  /** All texts of the header by column. */
  readonly texts: ReadonlyMap<number, string>;
  /** Columns that only number the rows. */
  readonly serialColumns: ReadonlySet<number>;
}

/**
 * The row in which most headers stand, the first of equals; of a header in two rows the lower one, into which merged
 * cells reach.
 */
export function findHeader(table: Table, shape: ListShape): Header | undefined {
  let best: Header | undefined;
  for (const line of table.rows.slice(0, searchedRows)) {
    const texts = textsOf(line);
    const columns = columnsOf(texts, shape);
    if (columns.length < shape.leastColumns || !columns.some(({ field }) => shape.required.includes(field))) continue;
    const isSecondRow = best !== undefined && line.row === best.row + 1 && reachesInto(line, best);
    const isBetter = columns.length > (best?.columns.length ?? 0);
    if (isBetter || (isSecondRow && columns.length === best?.columns.length))
      best = { row: line.row, columns, texts, serialColumns: serialColumnsOf(texts) };
  }
  return best;
}

function textsOf(line: TableRow): ReadonlyMap<number, string> {
  return new Map(line.columns.map((column) => [column, cellText(line.cell(column))]));
}

function serialColumnsOf(texts: ReadonlyMap<number, string>): ReadonlySet<number> {
  return new Set([...texts].flatMap(([column, text]) => (isSerialHeader(text) ? [column] : [])));
}

/** Whether cells of the row above are merged down into this one. */
function reachesInto(line: TableRow, above: Header): boolean {
  return above.columns.some(({ column }) => !line.own.has(column) && line.cell(column) !== undefined);
}
