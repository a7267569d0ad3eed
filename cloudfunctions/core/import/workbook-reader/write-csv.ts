import { utils } from '@e965/xlsx';

/** What a program may take for a formula at the beginning of a cell, in any width. */
const formula = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r]/;
const number = /^-?\d+(?:\.\d+)?$/;

/** A text in front of which an apostrophe stands where a program would take it for a formula; a number is none. */
export function safeCell(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}

/** A CSV in UTF-8 that says so, with lines as Windows ends them. */
export function writeCsv(lines: readonly (readonly string[])[]): Buffer {
  const cells = lines.map((line) => line.map((text) => ({ t: 's' as const, v: safeCell(text) })));
  const text = utils.sheet_to_csv(utils.aoa_to_sheet(cells, { dense: true }), { RS: '\r\n', strip: false });
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
}
