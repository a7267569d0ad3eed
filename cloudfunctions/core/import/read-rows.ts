import type { ImportKind, SkippedRow } from '../../../miniprogram/contracts/import-row';
import type { ImportEntry, ImportReading, ReadingSettings, SheetReading, TakenRow, VacantRow } from './entries';
import type { SerialEpoch } from './cells/date';
import { FoundBefore } from './found-before';
import { kindDefinitions, type SheetTitles } from './kinds';
import { readGroups, type GroupReader } from './table/groups';
import { classifyRow, columnsWith } from './table/classify-row';
import { findHeader, type Header } from './table/find-header';
import { RowNotes } from './table/row-notes';
import { tableOf, type Table, type TableRow } from './table/table';
import { cellText, type Sheet, type Workbook } from './workbook';

/** So many blank rows in a row are listed each; more become one line. */
const maxBlankLines = 50;

/**
 * What an import makes of a file: pure, so that the page that shows it, the job that writes it and the command say the
 * same. Every row below a header is taken, vacant, refused or skipped, and none of them is lost.
 *
 * How to use it: `readFile` of `read-file.ts` loads library and readings, reads the bytes and calls this; the kind is
 * what the person said. Rows are in the order of the sheets, so that a job may write them in batches by position; the
 * same file gives the same reading. Codes are those of `contracts/import-row.ts`; nothing in a reading holds an
 * identity number.
 */
export function readRows(kind: ImportKind, workbook: Workbook, settings: ReadingSettings): ImportReading {
  const before = new FoundBefore();
  const { encoding, hidden, date1904 } = workbook;
  return {
    kind,
    ...(encoding === undefined ? {} : { encoding }),
    hidden,
    sheets: workbook.sheets.map((sheet) =>
      readSheetRows(sheet, { kind, settings, before, epoch: date1904 ? 1904 : 1900 }),
    ),
  };
}

interface Lists {
  readonly rows: TakenRow[];
  readonly vacant: VacantRow[];
  readonly refused: SheetReading['refused'][number][];
  readonly skipped: SkippedRow[];
}

/** What the rows of all sheets have in common. */
interface FileInHand {
  readonly kind: ImportKind;
  readonly settings: ReadingSettings;
  readonly epoch: SerialEpoch;
  readonly before: FoundBefore;
}

function readSheetRows(sheet: Sheet, file: FileInHand): SheetReading {
  const { isOfPeople, ...shape } = kindDefinitions[file.kind];
  const table = tableOf(sheet);
  const header = findHeader(table, shape);
  const lists: Lists = { rows: [], vacant: [], refused: [], skipped: [] };
  const name = sheet.name === undefined ? {} : { name: sheet.name };
  if (!header) return { ...name, columns: [], ...lists };
  const lines = table.rows
    .filter(({ row }) => row > header.row)
    .map((line) => ({ line, skip: classifyRow(line, header, isOfPeople) }));
  const listed = lines.flatMap(({ line, skip }) => (skip ? [] : [line]));
  const groups = readGroups(listed, header);
  const titles = { above: [sheet.name ?? '', ...textsAbove(table, header)], headers: [...header.texts.values()] };
  let last = header.row;
  for (const { line, skip } of lines) {
    lists.skipped.push(...blankRows(last + 1, line.row - 1));
    if (line.row > last + 1) groups.end();
    last = line.row;
    if (skip) {
      lists.skipped.push({ row: line.row, why: skip.skip });
      groups.pass(skip);
    } else readLine({ ...file, line, header, groups, titles, sheet }, lists);
  }
  return {
    ...name,
    headerRow: header.row,
    columns: header.columns.map(({ header: text, field }) => ({ header: text, field })),
    ...lists,
  };
}

function textsAbove(table: Table, header: Header): readonly string[] {
  return table.rows.filter(({ row }) => row < header.row).flatMap(({ own }) => [...own.values()].map(cellText));
}

function blankRows(from: number, through: number): readonly SkippedRow[] {
  if (through < from) return [];
  if (through - from >= maxBlankLines) return [{ row: from, through, why: 'blank' }];
  return Array.from({ length: through - from + 1 }, (_, index) => ({ row: from + index, why: 'blank' as const }));
}

interface LineInHand extends FileInHand {
  readonly line: TableRow;
  readonly header: Header;
  readonly groups: GroupReader;
  readonly titles: SheetTitles;
  readonly sheet: Sheet;
}

function readLine(
  { kind, line, header, settings, epoch, groups, before, titles, sheet }: LineInHand,
  lists: Lists,
): void {
  const notes = new RowNotes(line.row);
  const { row } = line;
  const { entries, vacant } = kindDefinitions[kind].read(
    {
      row,
      notes,
      settings,
      epoch,
      groups: groups.of(line),
      of: (field) => columnsWith(header, field).map((column) => ({ column, cell: line.cell(column.column) })),
    },
    titles,
  );
  const at = { row, ...(sheet.name === undefined ? {} : { sheet: sheet.name }) };
  for (const entry of entries) before.compare(kind, entry, { at, header, notes });
  if (notes.isRefused) lists.refused.push(...notes.refused);
  else {
    lists.vacant.push(...vacant);
    lists.rows.push(...takenRows(row, entries, notes));
  }
}

/** What is said of a row stands with its first entry. */
function takenRows(row: number, entries: readonly ImportEntry[], notes: RowNotes): readonly TakenRow[] {
  return entries.map((entry, index) => ({ row, entry, remarks: index === 0 ? notes.said : [] }));
}
