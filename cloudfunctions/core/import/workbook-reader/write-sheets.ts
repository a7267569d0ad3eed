import { utils, write } from '@e965/xlsx';

/** A sheet of texts: the first line is the header. */
export interface TextSheet {
  /** As Excel takes it: at most 31 characters. */
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
}

/** What a file says of itself beside its sheets. */
export interface BookAbout {
  readonly title: string;
  readonly author: string;
  readonly comments: string;
}

/** Signs that no name of a sheet has. */
const forbidden = /[\\/?*[\]:]/g;
const nameLength = 31;

/** An xlsx whose cells are all texts: nothing in them is a formula, a date, or a number that loses digits. */
export function writeSheets(sheets: readonly TextSheet[], about?: BookAbout): Buffer {
  const book = utils.book_new();
  if (about) book.Props = { Title: about.title, Author: about.author, Comments: about.comments };
  for (const [index, { name, lines }] of sheets.entries()) {
    const cells = lines.map((line) => line.map((text) => ({ t: 's' as const, v: text, z: '@' })));
    const plain = name.replace(forbidden, ' ').trim().slice(0, nameLength);
    const sheet = utils.aoa_to_sheet(cells, { dense: true });
    utils.book_append_sheet(book, sheet, plain === '' ? `Sheet${String(index + 1)}` : plain, true);
  }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  if (!Buffer.isBuffer(bytes)) throw new TypeError('the library wrote no buffer');
  return bytes;
}
