import { WorkbookError, type Workbook } from '../workbook';

/** `book`: a file of a spreadsheet program; `html`, `xml`, `csv`: text, decoded. */
export type FileContent =
  | { readonly format: 'book' }
  | { readonly format: 'html' | 'xml' | 'csv'; readonly text: string; readonly encoding: Encoding };
type Encoding = NonNullable<Workbook['encoding']>;

const zip = [0x50, 0x4b, 0x03, 0x04];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
/** Sheets of Excel 2 to 4, which begin with their first record. */
const bareSheets = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
];
const notText = ['%PDF', '{\\rtf', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'Rar!', '7z\u00bc'];

/**
 * Tells by its first bytes what a file is: offices' systems call an HTML table `.xls`, and WPS calls an Excel book
 * `.et`.
 * @throws WorkbookError of something that is no spreadsheet
 */
export function readFileFormat(bytes: Uint8Array): FileContent {
  if ([zip, compoundFile, ...bareSheets].some((start) => begins(bytes, start))) return { format: 'book' };
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (notText.some((mark) => start.startsWith(mark))) throw new WorkbookError('kind');
  const { text, encoding } = decode(bytes);
  if (/[\0\u0001-\u0008\u000e-\u001a]/.test(text) || text.trim() === '') throw new WorkbookError('kind');
  const head = text.slice(0, 4_000).toLowerCase();
  if (/<workbook[\s>]/.test(head) && head.includes('<?xml')) return { format: 'xml', text, encoding };
  const isHtml = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|!--|html|head|meta|body|style|table|div)[\s>-]/.test(head);
  return { format: isHtml ? 'html' : 'csv', text, encoding };
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** UTF-8 where the bytes are that, with a mark in front or not; else what Windows in Chinese writes. */
function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encodings: readonly Encoding[] = begins(bytes, [0xff, 0xfe]) ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      continue;
    }
  }
  throw new WorkbookError('kind');
}
