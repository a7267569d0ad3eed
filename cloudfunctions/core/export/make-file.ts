import { reviewLists } from '../../../miniprogram/contracts/export';
import { loadWorkbookLibrary } from '../import/load-workbook-library';
import { canonicalJson, hashOf } from '../platform/ids';
import type { Export } from './document/export';
import { sortRows, type NamedRow } from './rules/sort-rows';
import { sources } from './sources';
import { listNames } from './text/labels';
import { sheetFrame } from './text/sheet';

/** The file of an export: head, headers, rows, each with the export's number, and the foot. */
export async function makeFile(one: Export, read: readonly NamedRow[]): Promise<Buffer> {
  const { writeCsv, writeSheets } = await loadWorkbookLibrary();
  const { title, head, headers, number, foot } = sheetFrame(one, digestOf(one, read));
  const rows = sources[one.list].isNamed ? sortRows(read, one.sort) : read;
  const lines = [...head.map((line) => [line]), headers, ...rows.map(({ cells }) => [...cells, number]), [foot]];
  if (one.format === 'csv') return writeCsv(lines);
  return writeSheets([{ name: listNames[one.list], lines }], { title, author: one.by.name, comments: foot });
}

/**
 * Of reviews: SHA-256 in hexadecimal over the cells of all rows, in the order of their texts, so that whoever holds the
 * file and whoever made it compare one line. Undefined for other lists.
 */
export function digestOf({ list }: Pick<Export, 'list'>, rows: readonly NamedRow[]): string | undefined {
  if (!reviewLists.some((one) => one === list)) return undefined;
  const lines = rows.map(({ cells }) => canonicalJson(cells)).sort();
  return hashOf(lines);
}
