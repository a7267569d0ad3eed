import { documentOf } from '../../cloudfunctions/core/platform/document-text';
import { writeSheets, type TextSheet } from '../../cloudfunctions/core/import/workbook-reader';
import type { Copied } from './copy';

/** What office people look into without a program: one sheet for each of these, with the fields that stand in it. */
const sheets = {
  people: '人员',
  places: '地方',
  posts: '职务',
  orders: '点单',
  entries: '存折流水',
  passbooks: '存折',
  activities: '活动',
  stations: '驿站',
  visits: '走访',
} as const;

const cellLength = 32_000;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > cellLength ? `${text.slice(0, cellLength)}…` : text;
}

function sheetOf(name: string, documents: readonly string[]): TextSheet {
  const rows = documents.map((text) => new Map(Object.entries(Object(documentOf(text)))));
  const headers = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return { name, lines: [headers, ...rows.map((row) => headers.map((header) => cell(row.get(header))))] };
}

/** The lists as a spreadsheet: every cell a text, headers as the fields are called. `data/` has all of it. */
export function sheetsOf(copied: Copied): Buffer {
  return writeSheets(Object.entries(sheets).map(([from, name]) => sheetOf(name, copied.get(from) ?? [])));
}
