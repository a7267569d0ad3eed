import type { SkipReason } from '../../../../miniprogram/contracts/import-row';
import { exampleWords, groupWords, noteWords, subtotalWords, totalWords, uninhabitedWords } from '../text/words';
import { cellText } from '../workbook';
import { plainHeader, type Column, type Field } from './columns';
import type { Header } from './find-header';
import type { TableRow } from './table';

export const groupFields = ['grid', 'section', 'lane', 'courtyard'] as const satisfies readonly Field[];
export type GroupField = (typeof groupFields)[number];

export type RowClass =
  { readonly skip: SkipReason; readonly group?: { readonly field: GroupField; readonly name: string } } | undefined;

/** A cell over as many columns is a line of its own. */
const titleWidth = 3;

/** @returns why a row below the header holds nothing to take; undefined where it is one of the list */
export function classifyRow(line: TableRow, header: Header, people: boolean): RowClass {
  const cells = ownTexts(line, header);
  const [first, ...others] = cells;
  if (!first) return { skip: 'blank' };
  const words = cells.filter(({ field }) => field !== 'note').map(({ text }) => text.replace(/\s/g, ''));
  if (words.some((word) => subtotalWords.test(word))) return { skip: 'subtotal' };
  if (words.some((word) => totalWords.test(word))) return { skip: 'total' };
  if (isHeaderAgain(line, header)) return { skip: 'header' };
  if (cells.some(({ text }) => exampleWords.test(text))) return { skip: 'example' };
  const isTitle = others.length === 0 && (line.width(first.column) >= titleWidth || first.field === undefined);
  if (isTitle) return titleClass(first.text);
  if (noteWords.test(first.text) && !others.some(({ field }) => field === 'name')) return { skip: 'note' };
  if (cells.every(({ field }) => field === undefined)) return { skip: 'note' };
  return people ? personless(cells) : undefined;
}

interface OwnText {
  readonly column: number;
  readonly text: string;
  readonly field: Field | undefined;
}

/** The texts of a row but for its serial number, which blank forms are printed with. */
function ownTexts(line: TableRow, header: Header): readonly OwnText[] {
  const fieldOf = new Map(header.columns.map(({ column, field }) => [column, field]));
  return [...line.own]
    .sort(([one], [other]) => one - other)
    .map(([column, cell]) => ({ column, text: cellText(cell).normalize('NFKC').trim(), field: fieldOf.get(column) }))
    .filter(({ column, text }) => !(header.serialColumns.has(column) && /^\d+$/.test(text)));
}

function titleClass(text: string): RowClass {
  const name = text.replace(/\s/g, '');
  const field = groupFields.find((one) => groupWords[one].test(name));
  return field && !noteWords.test(name) ? { skip: 'group', group: { field, name } } : { skip: 'note' };
}

function isHeaderAgain(line: TableRow, { columns }: Header): boolean {
  return columns.every(({ column, header }) => plainHeader(cellText(line.own.get(column))) === plainHeader(header));
}

/** Of a list of people: the name of a group alone, or a flat in which nobody lives. */
function personless(cells: readonly OwnText[]): RowClass {
  const name = cells.find(({ field }) => field === 'name');
  if (name) return uninhabitedWords.test(name.text) ? { skip: 'uninhabited' } : undefined;
  const groups = groupFields.flatMap((field) =>
    cells.filter((cell) => cell.field === field).map(({ text }) => ({ field, text })),
  );
  const [group] = groups;
  return group && groups.length === cells.length
    ? { skip: 'group', group: { field: group.field, name: group.text } }
    : undefined;
}

/** The columns of a header that hold a field. */
export function columnsWith(header: Header, field: Field): readonly Column[] {
  return header.columns.filter((column) => column.field === field);
}
