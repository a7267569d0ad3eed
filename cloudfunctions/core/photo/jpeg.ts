import { behindExifHeader, orientationOf } from './orientation';
import { accept, refusePhoto, type PhotoResult } from './problem';
import { joined, uint16, type PhotoSource } from './source';

/** Progressive pictures of phones and libraries come in about ten scans; each costs a pass over all pixels. */
const maxScans = 24;
const adobeLength = 14;

const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  quantization: 0xdb,
  huffman: 0xc4,
  restartInterval: 0xdd,
  exif: 0xe1,
  adobe: 0xee,
  comment: 0xfe,
} as const;

interface Reading {
  readonly parts: Uint8Array[];
  frame?: Uint8Array;
  orientation?: number;
  scans: number;
}

/**
 * Reads a JPEG up to the end of its first picture: what lies behind it (a second picture, a film) is left out, and so
 * are all application segments and comments. Taken are baseline and progressive pictures of 8 bits in grey or colour.
 */
export function readJpeg(bytes: Uint8Array): PhotoResult<PhotoSource> {
  const reading: Reading = { parts: [Uint8Array.of(0xff, marker.startOfImage)], scans: 0 };
  let offset = 2;
  for (;;) {
    if (bytes[offset] !== 0xff) return refusePhoto('unreadable');
    while (bytes[offset + 1] === 0xff) offset += 1;
    const kind = bytes[offset + 1] ?? 0;
    if (kind === marker.endOfImage) return finished(reading);
    const end = offset + 2 + uint16(bytes, offset + 2);
    if (end < offset + 4 || end > bytes.length) return refusePhoto('unreadable');
    if (!takeSegment(reading, kind, bytes.subarray(offset, end))) return refusePhoto('unreadable');
    offset = end;
    if (kind !== marker.startOfScan) continue;
    offset = endOfScan(bytes, end);
    reading.parts.push(bytes.subarray(end, offset));
  }
}

/** @returns whether the picture can still be read */
function takeSegment(reading: Reading, kind: number, segment: Uint8Array): boolean {
  switch (kind) {
    case marker.exif: {
      const tiff = behindExifHeader(segment.subarray(4));
      if (tiff !== undefined) reading.orientation ??= orientationOf(tiff);
      return true;
    }
    case marker.adobe:
      if (segment.length === adobeLength + 2) reading.parts.push(segment);
      return true;
    case marker.quantization:
    case marker.huffman:
    case marker.restartInterval:
      reading.parts.push(segment);
      return true;
    case marker.startOfScan:
      reading.scans += 1;
      reading.parts.push(segment);
      return reading.frame !== undefined && reading.scans <= maxScans;
    default:
      return isFrame(kind) ? takeFrame(reading, segment) : isIgnored(kind);
  }
}

/** Baseline, extended and progressive, all in Huffman coding; others (lossless, arithmetic) no phone writes. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xc2;
}

function isIgnored(kind: number): boolean {
  return (kind >= 0xe0 && kind <= 0xef) || kind === marker.comment;
}

function takeFrame(reading: Reading, segment: Uint8Array): boolean {
  const components = segment[9] ?? 0;
  const isKnown = segment[4] === 8 && (components === 1 || components === 3) && segment.length === 10 + 3 * components;
  if (!isKnown || reading.frame !== undefined) return false;
  reading.frame = segment;
  reading.parts.push(segment);
  return true;
}

/** Where the coded data of a scan ends: at the first marker that is neither a restart nor a stuffed byte. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let offset = bytes.indexOf(0xff, start);
  while (offset >= 0) {
    const next = bytes[offset + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return offset;
    offset = bytes.indexOf(0xff, offset + 2);
  }
  return bytes.length;
}

function finished({ parts, frame, orientation = 1, scans }: Reading): PhotoResult<PhotoSource> {
  if (frame === undefined || scans === 0) return refusePhoto('unreadable');
  const picture = joined([...parts, Uint8Array.of(0xff, marker.endOfImage)]);
  return accept({ format: 'jpeg', width: uint16(frame, 7), height: uint16(frame, 5), orientation, picture });
}
