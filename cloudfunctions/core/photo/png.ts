import { inflateSync } from 'node:zlib';
import { fourCharacters } from './format';
import { orientationOf } from './orientation';
import { accept, refusePhoto, type PhotoProblem, type PhotoResult } from './problem';
import { joined, uint32, type PhotoSource } from './source';

const signatureLength = 8;
/** Length and name before a chunk's data, its check sum behind. */
const chunkFrame = 12;
const headerLength = 13;
const drawn: readonly string[] = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
const maxBytesPerPixel = 8;

/**
 * Reads a PNG up to its end chunk and leaves out every chunk that no pixel needs: texts, EXIF, profiles, further
 * frames.
 */
export function readPng(bytes: Uint8Array): PhotoResult<PhotoSource> {
  const parts = [bytes.subarray(0, signatureLength)];
  let orientation = 1;
  let offset = signatureLength;
  while (offset + chunkFrame <= bytes.length) {
    const end = offset + chunkFrame + uint32(bytes, offset);
    if (end > bytes.length) break;
    const chunk = bytes.subarray(offset, end);
    const name = fourCharacters(chunk, 4);
    if (parts.length === 1 && name !== 'IHDR') break;
    if (drawn.includes(name)) parts.push(chunk);
    if (name === 'eXIf') orientation = orientationOf(chunk.subarray(8, -4));
    if (name === 'IEND') return finished(parts, orientation);
    offset = end;
  }
  return refusePhoto('unreadable');
}

function finished(parts: readonly Uint8Array[], orientation: number): PhotoResult<PhotoSource> {
  const header = parts[1]?.subarray(8, -4) ?? new Uint8Array();
  if (header.length !== headerLength) return refusePhoto('unreadable');
  const [width, height] = [uint32(header, 0), uint32(header, 4)];
  return accept({ format: 'png', width, height, orientation, picture: joined(parts) });
}

/**
 * Unpacks the data of a picture once, to no more than its pixels can need, and throws it away: the decoder behind it
 * hands out whatever its memory held where the data is damaged.
 * @returns what is wrong with the data, if anything
 */
export function findDataProblem({ picture, width, height }: PhotoSource): PhotoProblem | undefined {
  const data: Uint8Array[] = [];
  for (let offset = signatureLength; offset < picture.length;) {
    const length = uint32(picture, offset);
    if (fourCharacters(picture, offset + 4) === 'IDAT') data.push(picture.subarray(offset + 8, offset + 8 + length));
    offset += chunkFrame + length;
  }
  try {
    inflateSync(joined(data), { maxOutputLength: (width + 8) * (height + 8) * maxBytesPerPixel });
    return undefined;
  } catch (error) {
    return isTooLarge(error) ? 'pixels' : 'unreadable';
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
