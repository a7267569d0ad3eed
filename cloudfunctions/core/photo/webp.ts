import { fourCharacters } from './format';
import { behindExifHeader, orientationOf } from './orientation';
import { accept, refusePhoto, type PhotoResult } from './problem';
import { joined, uint32FromLittleEnd, type PhotoSource } from './source';

const headerLength = 12;
const chunkHeader = 8;
const frameHeader = 10;
const startCode = [0x9d, 0x01, 0x2a];
/** Chunks of pictures that are no photographs: lossless, see-through, moving. */
const refused: readonly string[] = ['VP8L', 'ALPH', 'ANIM', 'ANMF'];

/**
 * Reads a WebP photograph and leaves out every chunk but its picture (EXIF, XMP, profile). Only lossy ones are taken:
 * no phone saves a photograph in the lossless form, whose decoder had the format's known holes.
 */
export function readWebp(bytes: Uint8Array): PhotoResult<PhotoSource> {
  let frame: Uint8Array | undefined;
  let orientation = 1;
  let offset = headerLength;
  while (offset + chunkHeader <= bytes.length) {
    const end = offset + chunkHeader + uint32FromLittleEnd(bytes, offset + 4);
    if (end > bytes.length) return refusePhoto('unreadable');
    const name = fourCharacters(bytes, offset);
    const data = bytes.subarray(offset + chunkHeader, end);
    if (refused.includes(name)) return refusePhoto('format');
    if (name === 'EXIF') orientation = orientationOf(behindExifHeader(data) ?? data);
    if (name === 'VP8 ') frame ??= data;
    offset = end + (end % 2);
  }
  return frame === undefined ? refusePhoto('unreadable') : finished(frame, orientation);
}

function finished(frame: Uint8Array, orientation: number): PhotoResult<PhotoSource> {
  if (frame.length <= frameHeader || !startCode.every((byte, index) => frame[3 + index] === byte)) {
    return refusePhoto('unreadable');
  }
  const size = uint32FromLittleEnd(frame, 6);
  const [width, height] = [size & 0x3fff, (size >>> 16) & 0x3fff];
  return accept({ format: 'webp', width, height, orientation, picture: container(frame) });
}

function container(frame: Uint8Array): Uint8Array {
  const padding = frame.length % 2;
  const header = new Uint8Array(headerLength + chunkHeader);
  const view = new DataView(header.buffer);
  header.set(Buffer.from('RIFF'), 0);
  view.setUint32(4, 4 + chunkHeader + frame.length + padding, true);
  header.set(Buffer.from('WEBPVP8 '), 8);
  view.setUint32(16, frame.length, true);
  return joined([header, frame, new Uint8Array(padding)]);
}
