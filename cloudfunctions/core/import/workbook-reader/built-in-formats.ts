/**
 * The date formats that a book in Chinese names by number alone (ECMA-376 part 1, 18.8.30, zh-CN): what a program's
 * own list of dates offers. The library takes those of an xlsx book for a day in digits, and those of an xls book for
 * no date. Each is replaced by the format of all languages that shows the same: a month, or a day.
 */
import { CFB } from '@e965/xlsx';
import { inflateRawSync } from 'node:zlib';
import { bufferOf, isZip, zipEntries } from './zip-directory';

const months: readonly number[] = [27, 36, 50, 52, 57];
const days: readonly number[] = [28, 29, 30, 31, 51, 53, 54, 58];
const sameOfAll = { month: 17, day: 14 } as const;

/** Undefined for any other number, and for one that the book spells out itself. */
function replacementOf(id: number, spelled: ReadonlySet<number>): number | undefined {
  if (spelled.has(id)) return undefined;
  if (months.includes(id)) return sameOfAll.month;
  return days.includes(id) ? sameOfAll.day : undefined;
}

/** A book as it is read: the same bytes where it uses none of these formats. */
export function withFormatsOfAll(bytes: Uint8Array): Uint8Array {
  if (isZip(bytes)) return inXlsx(bytes);
  return isCompound(bytes) ? inXls(bytes) : bytes;
}

const stylesName = 'xl/styles.xml';
const used = /(<(?:\w+:)?xf\b[^>]*\bnumFmtId=")(\d+)(?=")/g;
const spelledOut = /<(?:\w+:)?numFmt\b[^>]*\bnumFmtId="(\d+)"/g;

function inXlsx(bytes: Uint8Array): Uint8Array {
  const styles = stylesOf(bytes);
  const spelled = new Set([...styles.matchAll(spelledOut)].map(([, id]) => Number(id)));
  const replaced = styles.replace(
    used,
    (_, before: string, id: string) => `${before}${replacementOf(Number(id), spelled) ?? id}`,
  );
  if (replaced === styles) return bytes;
  const zip: unknown = CFB.read(bufferOf(bytes), { type: 'buffer' });
  CFB.utils.cfb_add(zip, `/${stylesName}`, Buffer.from(replaced));
  const written: Buffer = CFB.write(zip, { type: 'buffer', fileType: 'zip' });
  return written;
}

/** '' where there are none, or another program's. */
function stylesOf(bytes: Uint8Array): string {
  for (const { name, data, isDeflated } of zipEntries(bufferOf(bytes)))
    if (name === stylesName) return (isDeflated ? inflateRawSync(data) : data).toString('utf8');
  return '';
}

/** Records of [MS-XLS] 2.3: their type and length are two bytes each. */
const records = { format: 0x041e, extendedFormat: 0xe0, password: 0x2f } as const;
const headBytes = 4;

function isCompound(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && bufferOf(bytes).readUInt32BE(0) === 0xd0cf11e0;
}

function inXls(bytes: Uint8Array): Uint8Array {
  const file: unknown = CFB.read(bufferOf(bytes), { type: 'buffer' });
  const stream = contentOf(CFB.find(file, '/Workbook')) ?? contentOf(CFB.find(file, '/Book'));
  if (stream === undefined) return bytes;
  const content = Buffer.from(stream);
  if (!replaceRecords(content)) return bytes;
  for (const name of ['/Workbook', '/Book'])
    if (contentOf(CFB.find(file, name)) === stream) CFB.utils.cfb_add(file, name, content);
  const written: Buffer = CFB.write(file, { type: 'buffer' });
  return written;
}

function contentOf(entry: unknown): Uint8Array | undefined {
  return typeof entry === 'object' && entry !== null && 'content' in entry && entry.content instanceof Uint8Array
    ? entry.content
    : undefined;
}

/** @returns whether any was; none is where the records behind a password cannot be read */
function replaceRecords(content: Buffer): boolean {
  const spelled = new Set<number>();
  const found: { readonly at: number; readonly id: number }[] = [];
  for (let at = 0; at + 2 * headBytes <= content.length; at += headBytes + content.readUInt16LE(at + 2)) {
    const type = content.readUInt16LE(at);
    if (type === records.password) return false;
    if (type === records.format) spelled.add(content.readUInt16LE(at + headBytes));
    if (type === records.extendedFormat)
      found.push({ at: at + headBytes + 2, id: content.readUInt16LE(at + headBytes + 2) });
  }
  const replaced = found.filter(({ at, id }) => {
    const replacement = replacementOf(id, spelled);
    if (replacement !== undefined) content.writeUInt16LE(replacement, at);
    return replacement !== undefined;
  });
  return replaced.length > 0;
}
