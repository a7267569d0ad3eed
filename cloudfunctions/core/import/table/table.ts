import { cellText, type Cell, type Merge, type Sheet } from '../workbook';

/** A sheet whose cells can be asked for, with what a merge covers. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly lastRow: number;
}

export interface TableRow {
  readonly row: number;
  /** Cells in which something can be seen, by column. */
  readonly own: ReadonlyMap<number, Cell>;
  /** Columns that have a cell of their own or of a merge, in no order. */
  readonly columns: readonly number[];
  /** The cell in a column: its own, or the one of a merge that reaches down over it. */
  cell(column: number): Cell | undefined;
  /** How many columns the cell in a column is merged over; 1 for most. */
  width(column: number): number;
}

export function tableOf(sheet: Sheet): Table {
  const seen = sheet.rows.map(({ row, cells }): [number, ReadonlyMap<number, Cell>] => [row, seenCells(cells)]);
  const byRow = new Map(seen.filter(([, own]) => own.size > 0));
  const merges = mergesByRow(sheet.merges, byRow);
  const rows = [...byRow].map(([row, own]): TableRow => {
    const here = merges.get(row) ?? [];
    return {
      row,
      own,
      columns: [...new Set([...own.keys(), ...here.map(({ left }) => left)])],
      cell: (column) => own.get(column) ?? masterOf(here, column, byRow),
      width: (column) => {
        const merge = here.find(({ left, top }) => left === column && top === row);
        return merge ? merge.right - merge.left + 1 : 1;
      },
    };
  });
  return { rows, lastRow: Math.max(0, ...rows.slice(-1).map(({ row }) => row)) };
}

function seenCells(cells: ReadonlyMap<number, Cell>): ReadonlyMap<number, Cell> {
  return new Map([...cells].filter(([, cell]) => cell.type === 'unsaved' || cellText(cell).trim() !== ''));
}

/** Merges by each row that they cover and that has cells: one of a million rows costs no more than those. */
function mergesByRow(
  merges: readonly Merge[],
  byRow: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, readonly Merge[]> {
  const found = new Map<number, Merge[]>();
  const present = [...byRow.keys()];
  for (const merge of merges) {
    for (let at = firstFrom(present, merge.top); (present[at] ?? Infinity) <= merge.bottom; at += 1) {
      const row = present[at] ?? 0;
      const here = found.get(row);
      if (here) here.push(merge);
      else found.set(row, [merge]);
    }
  }
  return found;
}

/** The position of the first of sorted numbers that is not below a limit. */
function firstFrom(sorted: readonly number[], limit: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function masterOf(
  merges: readonly Merge[],
  column: number,
  byRow: ReadonlyMap<number, ReadonlyMap<number, Cell>>,
): Cell | undefined {
  const merge = merges.find(({ left }) => left === column);
  return merge && byRow.get(merge.top)?.get(column);
}
