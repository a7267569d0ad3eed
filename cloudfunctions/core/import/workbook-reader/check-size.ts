import { inflateRawSync } from 'node:zlib';
import { WorkbookError } from '../workbook';

/** A list of 10,000 people is some 2 MB, and 20 MB unpacked; a book with a million formatted rows is larger. */
export const maxBytes = { file: 20_000_000, unpacked: 64_000_000 } as const;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const deflated = 8;
/** The end of the directory may have a comment behind it. */
const maxCommentBytes = 65_557;

/**
 * Refuses what would not fit into the memory of a function. A zip is unpacked once to be measured, since it may say of
 * itself what it likes.
 * @throws WorkbookError
 */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.length > maxBytes.file) throw new WorkbookError('large');
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (zip.length < 22 || zip.readUInt32LE(0) !== 0x04034b50) return;
  let left: number = maxBytes.unpacked;
  for (const entry of packedEntries(zip)) left -= unpackedSize(entry, left);
}

/** The data of each deflated entry that the directory of a zip names. */
function* packedEntries(zip: Buffer): Generator<Buffer> {
  let at = zip.readUInt32LE(endAt(zip) + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === directoryEntry) {
    const packed = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    if (local + 30 > zip.length) throw new WorkbookError('broken');
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (zip.readUInt16LE(at + 10) === deflated) yield zip.subarray(start, start + packed);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function endAt(zip: Buffer): number {
  const from = Math.max(0, zip.length - maxCommentBytes);
  for (let at = zip.length - 22; at >= from; at -= 1) if (zip.readUInt32LE(at) === endOfDirectory) return at;
  throw new WorkbookError('broken');
}

function unpackedSize(packed: Buffer, left: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    throw new WorkbookError(code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken');
  }
}
