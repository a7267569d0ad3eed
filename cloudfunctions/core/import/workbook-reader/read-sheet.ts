import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cell, Merge, Sheet, SheetRow } from '../workbook';

/** A day of the calendar that a list can mean; a time of day alone is a day of 1899. */
const firstYear = 1900;
/** `="0351"`: how a text file keeps a program from taking a text for a number. */
const quotedFormula = /^="([^"]*)"$/;

/** A sheet as the library read it, in our own form. */
export function readSheet(sheet: WorkSheet, name: string | undefined): Sheet {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): Merge => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }));
  return { ...(name === undefined ? {} : { name }), rows: rowsOf(sheet), merges };
}

function rowsOf(sheet: WorkSheet): SheetRow[] {
  const data = sheet['!data'] ?? [];
  const rows: SheetRow[] = [];
  // A sheet whose last row is the millionth has holes, over which this goes without a step.
  data.forEach((line, index) => {
    const cells = new Map<number, Cell>();
    line?.forEach((found, column) => {
      const cell = found ? readCell(found) : undefined;
      if (cell) cells.set(column, cell);
    });
    if (cells.size > 0) rows.push({ row: index + 1, cells });
  });
  return rows;
}

function readCell({ t, v, w, f }: CellObject): Cell | undefined {
  if (t === 'e') return { type: 'error', text: w ?? '#N/A' };
  if (v === undefined || v === null || t === 'z') return f === undefined ? undefined : { type: 'unsaved' };
  if (v instanceof Date) return timeOf(v, w);
  if (typeof v === 'number') return { type: 'number', value: v };
  const text = typeof v === 'boolean' ? (w ?? String(v)) : (quotedFormula.exec(v)?.[1] ?? v);
  return text.trim() === '' ? undefined : { type: 'text', text };
}

/** A day that its format shows as a month: what was typed, of which a program made the first of the month. */
const shownMonth = /^(?:\d{4}\s*[-./\u5e74]\s*\d{1,2}\s*\u6708?|[A-Z][a-z]{2}-\d{2})$/;

/** @param shown the cell as the file's format shows it */
function timeOf(at: Date, shown = ''): Cell {
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < firstYear) return { type: 'error', text: '#####' };
  const [day = '', clock = ''] = new Date(Math.round(at.getTime() / 1_000) * 1_000).toISOString().split(/[TZ.]/);
  if (shownMonth.test(shown) && day.endsWith('-01')) return { type: 'time', day: day.slice(0, 7) };
  return { type: 'time', day, ...(clock === '00:00:00' ? {} : { clock }) };
}
