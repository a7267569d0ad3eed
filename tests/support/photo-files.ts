/**
 * Photographs as phones write them, with planted words and places in every corner that a file has for them.
 * The picture is four blocks of colour, so that a test can tell which way is up.
 */
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** What no clean photograph may hold, in any encoding. */
export const planted = 'PLANTED';
/** 37° 52' 12.34" as EXIF counts degrees: three fractions of big-endian longs. */
export const latitude = longs(37, 1, 52, 1, 1_234, 100);

export const size = { width: 48, height: 32 } as const;

export type Colour = 'red' | 'green' | 'blue' | 'white';
export const colours: Record<Colour, readonly [number, number, number]> = {
  red: [220, 30, 30],
  green: [30, 200, 30],
  blue: [30, 30, 220],
  white: [240, 240, 240],
};

/** Top left, top right, bottom left, bottom right, as the file stores them. */
export const stored: readonly Colour[] = ['red', 'green', 'blue', 'white'];

export function blocks(width: number, height: number): PNG {
  const image = new PNG({ width, height });
  const row = (left: Colour, right: Colour): Buffer =>
    Buffer.concat([
      Buffer.alloc(Math.ceil(width / 2) * 4, Buffer.from([...colours[left], 255])),
      Buffer.alloc(Math.floor(width / 2) * 4, Buffer.from([...colours[right], 255])),
    ]);
  const [upper, lower] = [row('red', 'green'), row('blue', 'white')];
  for (let y = 0; y < height; y += 1) image.data.set(y < height / 2 ? upper : lower, y * width * 4);
  return image;
}

function shorts(...values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])));
}

function longs(...values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => shorts(value >>> 16, value & 65_535)));
}

function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
  return Buffer.concat([shorts(tag, type), longs(count), value, Buffer.alloc(4 - value.length)]);
}

/** An EXIF block: orientation, a description and a place, in the byte order of most phones. */
export function exif(orientation: number): Buffer {
  const text = Buffer.from(`${planted} description\0`);
  const gpsAt = 8 + 2 + 3 * 12 + 4;
  const textAt = gpsAt + 2 + 2 * 12 + 4;
  const directory = Buffer.concat([
    shorts(3),
    entry(0x010e, 2, text.length, longs(textAt)),
    entry(0x0112, 3, 1, shorts(orientation)),
    entry(0x8825, 4, 1, longs(gpsAt)),
    longs(0),
  ]);
  const place = Buffer.concat([
    shorts(2),
    entry(1, 2, 2, Buffer.from('N\0')),
    entry(2, 5, 3, longs(textAt + text.length)),
    longs(0),
  ]);
  return Buffer.concat([Buffer.from('MM\0*'), longs(8), directory, place, text, latitude]);
}

export function segment(marker: number, data: Buffer | string): Buffer {
  const bytes = Buffer.from(data);
  return Buffer.concat([Buffer.from([0xff, marker]), shorts(bytes.length + 2), bytes]);
}

export const exifSegment = (orientation: number): Buffer =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation)]));

/** Every kind of segment that speaks of something else than pixels. */
export const talkative: Record<string, Buffer> = {
  'a thumbnail in the JFIF extension': segment(0xe0, Buffer.concat([Buffer.from(`JFXX\0${planted}`), latitude])),
  'EXIF with a place': exifSegment(1),
  XMP: segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${planted} exif:GPSLatitude="37,52.2N"</x:xmpmeta>`),
  'extended XMP': segment(0xe1, `http://ns.adobe.com/xmp/extension/\0${planted}`),
  'a colour profile with a text': segment(0xe2, `ICC_PROFILE\0\x01\x01${planted}`),
  'an index of several pictures': segment(0xe2, `MPF\0${planted}`),
  IPTC: segment(0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x78\0\x07${planted}`),
  'a maker’s own segment': segment(0xeb, planted),
  'a comment': segment(0xfe, `${planted} comment`),
};

/** Puts segments behind the first two bytes of a JPEG, where cameras put theirs. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** A film as a motion photo carries it behind its picture. */
export const film = Buffer.concat([longs(24), Buffer.from('ftypmp42\0\0\0\0mp42isom'), Buffer.from(`moov${planted}`)]);

export function chunk(name: string, data: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(name), Buffer.from(data)]);
  return Buffer.concat([longs(body.length - 4), body, longs(crc32(body))]);
}

export const talkativeChunks: Record<string, Buffer> = {
  tEXt: chunk('tEXt', `Comment\0${planted}`),
  zTXt: chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(planted)])),
  iTXt: chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${planted}`),
  eXIf: chunk('eXIf', exif(1)),
  iCCP: chunk('iCCP', Buffer.concat([Buffer.from(`${planted}\0\0`), deflateSync(planted)])),
};

const afterHeader = 8 + 25;

/** Puts chunks behind the header of a PNG. */
export function withChunks(png: Uint8Array, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);
}

export function png(image = blocks(size.width, size.height)): Buffer {
  return PNG.sync.write(image, { filterType: 0 });
}

/** A PNG that announces any size and brings any data; `interlace` 1 is Adam7. */
export function announcedPng(width: number, height: number, data: Buffer, interlace: 0 | 1 = 0): Buffer {
  const header = Buffer.concat([longs(width, height), Buffer.from([8, 0, 0, 0, interlace])]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', ''),
  ]);
}

// Wide lines: files in Base64, which cannot be broken.
/** The four blocks as a lossy WebP of libwebp. */
export const webp = Buffer.from(
  // Wide lines: one picture is one text.
  'UklGRnYAAABXRUJQVlA4IGoAAAAQBQCdASowACAAPnUskEekoqGhOqgAkA6JZgC+CY3+AaXNxb8dPwr5FA79B2qi6RiAAP7u08iluzGttr1JV2lPgy//Ok1cium4emLh/9ODNZ1aATnJNTIX8hj//mYiex2UZx3vkhmyAAAA',
  'base64',
);
/** The four blocks without loss. */
export const losslessWebp = Buffer.from(
  'UklGRkgAAABXRUJQVlA4TDwAAAAvL8AHAB8gECAUCVcnRyHbCNDYzh/lRRAIEEcihGuSMP/xr4ESgpq2jaCSLMkj+WbuHNH/CTA2ZlYozAw=',
  'base64',
);

function riffChunk(name: string, data: Buffer | string): Buffer {
  const bytes = Buffer.from(data);
  const head = Buffer.alloc(8);
  head.write(name);
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
}

/** The same WebP in the form that has room for chunks beside the picture, with all of them. */
export function talkativeWebp(orientation: number): Buffer {
  const canvas = Buffer.from([0x2c, 0, 0, 0, size.width - 1, 0, 0, size.height - 1, 0, 0]);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riffChunk('VP8X', canvas),
    riffChunk('ICCP', planted),
    webp.subarray(12),
    riffChunk('EXIF', exif(orientation)),
    riffChunk('XMP ', `<x:xmpmeta>${planted}</x:xmpmeta>`),
  ]);
  return Buffer.concat([Buffer.from('RIFF'), Buffer.from(Uint32Array.of(body.length).buffer), body]);
}

// Wide lines: a file in Base64, which cannot be broken.
/** The four blocks as a progressive JPEG of a library that writes no header. */
export const progressiveJpeg = Buffer.from(
  // Wide lines: one picture is one text.
  '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAgADADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUHBv/EABcBAAMBAAAAAAAAAAAAAAAAAAMFBgf/2gAMAwEAAhADEAAAAYYWWy7CuhkABH8WNWoG+4FvqQgJC//EABQQAQAAAAAAAAAAAAAAAAAAAED/2gAIAQEAAQUCR//EABoRAAEFAQAAAAAAAAAAAAAAABAAAwZDgsH/2gAIAQMBAT8BUrq1wtj/xAAbEQABBAMAAAAAAAAAAAAAAAAQAAMFQUKBwf/aAAgBAgEBPwFPUZjDfB//xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAY/Akf/xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAE/IUf/2gAMAwEAAgADAAAAEP8Az3/3z//EABYRAAMAAAAAAAAAAAAAAAAAABAgQf/aAAgBAwEBPxBFof/EABYRAAMAAAAAAAAAAAAAAAAAAAAgwf/aAAgBAgEBPxAosf/EABQQAQAAAAAAAAAAAAAAAAAAAED/2gAIAQEAAT8QR//Z',
  'base64',
);

/** The lengths and kinds of a JPEG's segments up to its first scan, as a reader of the format walks them. */
export function segmentKinds(jpeg: Uint8Array): string[] {
  const kinds: string[] = [];
  for (let offset = 2; ;) {
    const kind = jpeg[offset + 1]!;
    kinds.push(kind.toString(16));
    if (kind === 0xda) return kinds;
    offset += 2 + ((jpeg[offset + 2]! << 8) | jpeg[offset + 3]!);
  }
}
