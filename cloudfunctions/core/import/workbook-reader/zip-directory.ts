import { WorkbookError } from '../workbook';

/** An entry of a zip, as its directory names it. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  readonly isDeflated: boolean;
}

const firstEntry = 0x04034b50;
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const deflated = 8;
/** The end of the directory may have a comment behind it. */
const maxCommentBytes = 65_557;

export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 22 && bufferOf(bytes).readUInt32LE(0) === firstEntry;
}

/** The entries of a zip in the order of its directory, packed as they are. @throws WorkbookError of a damaged one */
export function* zipEntries(zip: Buffer): Generator<ZipEntry> {
  let at = zip.readUInt32LE(endAt(zip) + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === directoryEntry) {
    const packedBytes = zip.readUInt32LE(at + 20);
    const nameBytes = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    if (local + 30 > zip.length) throw new WorkbookError('broken');
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes),
      data: zip.subarray(start, start + packedBytes),
      isDeflated: zip.readUInt16LE(at + 10) === deflated,
    };
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function endAt(zip: Buffer): number {
  const from = Math.max(0, zip.length - maxCommentBytes);
  for (let at = zip.length - 22; at >= from; at -= 1) if (zip.readUInt32LE(at) === endOfDirectory) return at;
  throw new WorkbookError('broken');
}
