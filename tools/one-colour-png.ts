/** A picture of one colour as a PNG of sixteen shades of transparency: a third of one with all colours (RFC 2083). */
import { PNG } from 'pngjs';
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const shades = 16;
const indexed = 3;
const bitDepth = 4;

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/**
 * @param picture a PNG whose points differ in their transparency alone
 * @param colour `#665d52`
 */
export function oneColourPng(picture: Buffer, colour: string): Buffer {
  const { width, height, data } = PNG.sync.read(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, indexed], 8);
  const shadeAt = (x: number, y: number): number =>
    x < width ? Math.round(((data[(y * width + x) * 4 + 3] ?? 0) * (shades - 1)) / 255) : 0;
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from(
        { length: Math.ceil(width / 2) },
        (_pair, at) => (shadeAt(2 * at, y) << 4) | shadeAt(2 * at + 1, y),
      ),
    ]),
  );
  const palette = Buffer.from(colour.slice(1).repeat(shades), 'hex');
  const transparency = Buffer.from(Array.from({ length: shades }, (_, shade) => shade * 17));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('tRNS', transparency),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
