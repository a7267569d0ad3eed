/**
 * One cell as the file has it. `text`: as it was typed, blanks and all; `number`: a number that is no date; `time`: a
 * cell that the file itself marks as a date, `2024-05-01`, or `2024-05` where it shows no day, with the time of day
 * beside it where there is one; `error`: `#N/A` and its like; `unsaved`: a formula whose result the file does not have.
 */
export type Cell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'time'; readonly day: string; readonly clock?: string }
  | { readonly type: 'error'; readonly text: string }
  | { readonly type: 'unsaved' };

/** A row that has at least one cell. `row` counts from 1 as the sheet does; cells by their column from 0. */
export interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Cells that were joined into one, whose value stands in the first. Rows from 1, columns from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A visible sheet. A text file or an HTML table has no name. */
export interface Sheet {
  readonly name?: string;
  /** In order; rows without any cell are missing. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/** What `readWorkbook` makes of a file. */
export interface Workbook {
  /** Of a file that is text. */
  readonly encoding?: 'utf-8' | 'utf-16le' | 'gb18030';
  readonly sheets: readonly Sheet[];
  /** Names of sheets that are hidden, which are not read. */
  readonly hidden: readonly string[];
  /** Whether days are counted from 1904: of a number that lost its format it is for the reader of days to know. */
  readonly date1904?: true;
}

/**
 * Why a file cannot be read at all. `kind`: no spreadsheet; `encrypted`: it asks for a password; `large`: it unpacks
 * into more than a function can hold; `broken`: it begins like a spreadsheet and cannot be read.
 */
export type WorkbookProblem = 'kind' | 'encrypted' | 'large' | 'broken';

export class WorkbookError extends Error {
  constructor(readonly problem: WorkbookProblem) {
    super(`the file cannot be read as a spreadsheet: ${problem}`);
  }
}

/** The cell as one would read it on the screen; a number without exponent and separators. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.type) {
    case 'text':
    case 'error':
      return cell.text;
    case 'number':
      return numberText(cell.value);
    case 'time':
      return cell.clock === undefined ? cell.day : `${cell.day} ${cell.clock}`;
    default:
      return '';
  }
}

function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}
