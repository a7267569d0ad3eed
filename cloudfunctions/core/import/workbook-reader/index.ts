import { read, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { WorkbookError, type Workbook, type WorkbookProblem } from '../workbook';
import { withFormatsOfAll } from './built-in-formats';
import { checkSize } from './check-size';
import { lendCodePages } from './code-pages';
import { delimiterOf } from './delimiter';
import { readFileFormat, type FileContent } from './file-format';
import { readSheet } from './read-sheet';

export { writeCsv } from './write-csv';
export { withPicture } from './with-picture';
export { writeSheets, type TextSheet } from './write-sheets';

lendCodePages();

/** Days as days of UTC, so that no zone of a machine moves them; no styles, no HTML. A formula without
 * result is a stub. */
const common: ParsingOptions = {
  cellDates: true,
  UTC: true,
  dense: true,
  cellHTML: false,
  cellStyles: false,
  sheetStubs: true,
};

/**
 * Reads a file as an office sends it: xlsx (strict, too), xlsm, xlsb, xls, what WPS saves as et, ods, CSV in UTF-8,
 * UTF-16 or GB 18030, and an HTML or XML table under any of these names. What it is its bytes tell, not its name.
 * Hidden sheets are named and not read.
 * @throws WorkbookError
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  checkSize(bytes);
  const content = readFileFormat(bytes);
  const book = parse(bytes, content);
  const isHidden = (index: number): boolean => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const isNamed = content.format === 'book' || content.format === 'xml';
  return {
    ...('encoding' in content ? { encoding: content.encoding } : {}),
    ...(date1904 ? { date1904: true as const } : {}),
    hidden: book.SheetNames.filter((_, index) => isHidden(index)),
    sheets: book.SheetNames.flatMap((name, index) => {
      const sheet = book.Sheets[name];
      return sheet && !isHidden(index) ? [readSheet(sheet, isNamed ? name : undefined)] : [];
    }),
  };
}

function parse(bytes: Uint8Array, content: FileContent): WorkBook {
  try {
    if (content.format === 'book') return read(withFormatsOfAll(bytes), { ...common, type: 'array' });
    if (content.format === 'xml') return read(content.text, { ...common, type: 'string' });
    // Text stays text: a door 3-1 is no day, and a number keeps the 0 before it.
    const delimiter = content.format === 'csv' ? { FS: delimiterOf(content.text) } : {};
    return read(content.text, { ...common, ...delimiter, type: 'string', raw: true });
  } catch (error) {
    throw new WorkbookError(problemOf(error));
  }
}

/** The library tells apart by messages: a password, a zip or compound file of something else, a damaged book. */
function problemOf(error: unknown): WorkbookProblem {
  const message = error instanceof Error ? error.message : '';
  if (/password|encrypt/i.test(message)) return 'encrypted';
  return /Cannot find Workbook|Unsupported ZIP|Unknown Namespace|Unsupported file/i.test(message) ? 'kind' : 'broken';
}
