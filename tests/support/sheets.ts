import type { ImportKind } from '../../miniprogram/contracts/import-row';
import type { SheetReading } from '../../cloudfunctions/core/import/entries';
import { readRows } from '../../cloudfunctions/core/import/read-rows';
import type { Cell, Merge, Sheet } from '../../cloudfunctions/core/import/workbook';
import { surnameKeyOf } from '../../cloudfunctions/core/person/surname-key';

type Value = string | number | null | Cell;

/** A sheet as a test writes it: a row a list, null for an empty cell. */
export function sheetOf(lines: readonly (readonly Value[])[], merges: readonly Merge[] = [], name = '表'): Sheet {
  return {
    name,
    merges,
    rows: lines.flatMap((line, index) => {
      const cells = new Map(
        line.flatMap((value, column): [number, Cell][] => (value === null ? [] : [[column, cellOf(value)]])),
      );
      return cells.size === 0 ? [] : [{ row: index + 1, cells }];
    }),
  };
}

function cellOf(value: string | number | Cell): Cell {
  if (typeof value === 'string') return { type: 'text', text: value };
  return typeof value === 'number' ? { type: 'number', value } : value;
}

export function readSheets(kind: ImportKind, ...sheets: readonly Sheet[]): readonly SheetReading[] {
  return readRows(kind, { sheets, hidden: [] }, { areaCode: '0351', surnameKeyOf }).sheets;
}

/** The reading of a single sheet. */
export function readLines(
  kind: ImportKind,
  lines: readonly (readonly Value[])[],
  merges: readonly Merge[] = [],
): SheetReading {
  return readSheets(kind, sheetOf(lines, merges))[0]!;
}

/** `row column: code` of each refusal. */
export const refusalsOf = ({ refused }: SheetReading) =>
  refused.map(({ row, column, code }) => `${row} ${column}: ${code}`);
/** `row column: code` of each remark. */
export const remarksOf = ({ rows }: SheetReading) =>
  rows.flatMap(({ remarks }) => remarks.map(({ row, column, code }) => `${row} ${column}: ${code}`));
export const skipsOf = ({ skipped }: SheetReading) => skipped.map(({ row, why }) => `${row} ${why}`);
