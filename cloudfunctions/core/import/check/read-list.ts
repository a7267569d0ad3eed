import type { CellNote, ImportKind, RefusalCode, RemarkCode } from '../../../../miniprogram/contracts/import-row';
import { loadSurnameKey } from '../../person/load-surname-key';
import { withoutIdentityNumbers } from '../cells/identity-number';
import type { ImportEntry, SheetReading } from '../entries';
import { loadWorkbookLibrary } from '../load-workbook-library';
import { readRows } from '../read-rows';
import { tableOf, type TableRow } from '../table/table';
import { cellText, type Sheet } from '../workbook';

/** One row of a list, in the order of the file. `entry`: null where reading refused it. */
export interface ListRow {
  readonly sheet?: string;
  readonly sheetIndex: number;
  readonly row: number;
  readonly entry: ImportEntry | null;
  readonly notes: readonly CellNote<RefusalCode | RemarkCode>[];
  readonly cells: readonly string[];
}

/** A file as an import goes through it. */
export interface List {
  readonly rows: readonly ListRow[];
  readonly skipped: number;
  readonly hidden: readonly string[];
  /** Sheets in which nothing looks like such a list. */
  readonly unreadable: readonly string[];
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  /** Of each sheet. */
  readonly headers: readonly (readonly string[])[];
}

/** @throws WorkbookError of a file that is no spreadsheet, or cannot be read */
export async function readList(kind: ImportKind, bytes: Uint8Array, areaCode: string): Promise<List> {
  const [{ readWorkbook }, surnameKeyOf] = await Promise.all([loadWorkbookLibrary(), loadSurnameKey()]);
  const workbook = readWorkbook(bytes);
  const { sheets } = readRows(kind, workbook, { areaCode, surnameKeyOf });
  const read = workbook.sheets.flatMap((sheet, sheetIndex) => {
    const reading = sheets[sheetIndex];
    return reading ? [listSheet(sheet, reading, sheetIndex)] : [];
  });
  return {
    rows: read.flatMap(({ rows }) => rows),
    skipped: sheets.reduce((sum, { skipped, vacant }) => sum + skipped.length + vacant.length, 0),
    hidden: workbook.hidden,
    unreadable: sheets.flatMap(({ name, headerRow }) => (headerRow === undefined ? [name ?? ''] : [])),
    columns: sheets.flatMap(({ columns }) => columns),
    headers: read.map(({ headers }) => headers),
  };
}

interface ListSheet {
  readonly rows: readonly ListRow[];
  readonly headers: readonly string[];
}

function listSheet(
  sheet: Sheet,
  { name, headerRow, columns, rows, refused }: SheetReading,
  sheetIndex: number,
): ListSheet {
  const lines = new Map(tableOf(sheet).rows.map((line) => [line.row, line]));
  const header = headerRow === undefined ? undefined : lines.get(headerRow);
  if (!header) return { rows: [], headers: [] };
  const at = [...header.columns].sort((left, right) => left - right);
  const headers = at.map((column) => cellText(header.cell(column)).trim());
  const identities = columns.filter(({ field }) => field === 'identity').map((column) => column.header);
  const cellsOf = (line: TableRow | undefined): readonly string[] =>
    at.map((column, index) =>
      identities.includes(headers[index] ?? '') ? '' : withoutIdentityNumbers(cellText(line?.cell(column)).trim()),
    );
  const place = { sheetIndex, ...(name === undefined ? {} : { sheet: name }) };
  const byRow = new Map<number, ListRow>();
  for (const note of refused) {
    const { notes = [] } = byRow.get(note.row) ?? {};
    byRow.set(note.row, {
      ...place,
      row: note.row,
      entry: null,
      notes: [...notes, note],
      cells: cellsOf(lines.get(note.row)),
    });
  }
  const taken = rows.map(({ row, entry, remarks }): ListRow => {
    return { ...place, row, entry, notes: remarks, cells: cellsOf(lines.get(row)) };
  });
  return { rows: [...byRow.values(), ...taken].sort((one, other) => one.row - other.row), headers };
}
