import { inflateRawSync } from 'node:zlib';
import { WorkbookError } from '../workbook';
import { bufferOf, isZip, zipEntries } from './zip-directory';

/** A list of 10,000 people is some 2 MB, and 20 MB unpacked; a book with a million formatted rows is larger. */
export const maxBytes = { file: 20_000_000, unpacked: 64_000_000 } as const;

/**
 * Refuses what would not fit into the memory of a function. A zip is unpacked once to be measured, since it may say of
 * itself what it likes.
 * @throws WorkbookError
 */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.length > maxBytes.file) throw new WorkbookError('large');
  if (!isZip(bytes)) return;
  let left: number = maxBytes.unpacked;
  for (const { data, isDeflated } of zipEntries(bufferOf(bytes))) if (isDeflated) left -= unpackedSize(data, left);
}

function unpackedSize(packed: Buffer, left: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    throw new WorkbookError(code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken');
  }
}
