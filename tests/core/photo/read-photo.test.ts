import { deflateSync } from 'node:zlib';
import { findRefusedPhoto, readPhoto } from '../../../cloudfunctions/core/photo/photo';
import type { PhotoProblem } from '../../../cloudfunctions/core/photo/problem';
import { limits } from '../../../miniprogram/contracts/limits';
import * as files from '../../support/photo-files';

jest.setTimeout(60_000);

const jpeg = files.progressiveJpeg;

function problemOf(bytes: Buffer): PhotoProblem | 'taken' {
  const source = readPhoto(bytes);
  return source.ok ? 'taken' : source.problem;
}

function announcing(width: number, height: number): Buffer {
  const bytes = Buffer.from(jpeg);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc2]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

describe('what a file is, by its content', () => {
  it.each([
    ['a web page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a drawing that begins as XML', '<?xml version="1.0"?><svg/>'],
    ['a PDF', '%PDF-1.7'],
    ['a GIF', 'GIF89a\x01\0\x01\0'],
    ['a bitmap', 'BM\x3a\0\0\0'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0'],
    ['an AVIF', '\0\0\0\x1cftypavif\0\0\0\0'],
    ['nothing at all', ''],
  ])('%s is no photograph', (_, text) => {
    expect(problemOf(Buffer.from(text, 'latin1'))).toBe('format');
  });

  it.each(['heic', 'heix', 'hevc', 'mif1'])('says of %s that it is HEIC', (brand) => {
    expect(problemOf(Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1'))).toBe('heic');
  });

  it('takes JPEG, PNG and lossy WebP, with their size', () => {
    for (const [format, bytes] of Object.entries({ jpeg, png: files.png(), webp: files.webp })) {
      expect(readPhoto(bytes)).toMatchObject({ ok: true, value: { format, ...files.size, orientation: 1 } });
    }
  });

  it('refuses the WebP that no camera writes', () => {
    expect(problemOf(files.losslessWebp)).toBe('format');
  });

  it('takes no web page that a picture’s first bytes stand before', () => {
    const page = Buffer.from('<html>hello</html>'.repeat(9));
    expect(problemOf(Buffer.concat([jpeg.subarray(0, 3), page]))).toBe('unreadable');
    expect(problemOf(Buffer.concat([files.png().subarray(0, 8), page]))).toBe('unreadable');
    expect(problemOf(Buffer.concat([files.webp.subarray(0, 12), page]))).toBe('unreadable');
  });
});

describe('what would cost too much', () => {
  it('refuses more bytes than the limit, before it looks at any', () => {
    expect(problemOf(Buffer.concat([jpeg, Buffer.alloc(limits.photoBytes - jpeg.length)]))).toBe('taken');
    expect(problemOf(Buffer.concat([jpeg, Buffer.alloc(limits.photoBytes - jpeg.length + 1)]))).toBe('bytes');
    expect(problemOf(Buffer.alloc(12_000_000))).toBe('bytes');
  });

  it('refuses sizes beyond a phone’s 12 megapixels by what the file announces', () => {
    expect(problemOf(announcing(4_032, 3_024))).toBe('taken');
    expect(problemOf(announcing(4_096, 3_072))).toBe('taken');
    expect(problemOf(announcing(4_096, 3_073))).toBe('pixels');
    expect(problemOf(announcing(65_000, 65_000))).toBe('pixels');
    expect(problemOf(announcing(0, 32))).toBe('unreadable');
    expect(problemOf(announcing(48, 0))).toBe('unreadable');
    expect(problemOf(files.announcedPng(100_000, 100_000, deflateSync('')))).toBe('pixels');
    expect(problemOf(files.announcedPng(4_000_000_000, 4_000_000_000, deflateSync('')))).toBe('pixels');
  });

  it('refuses an interlaced PNG that unpacks to more than its pixels', () => {
    const much = deflateSync(Buffer.alloc(4_000_000));
    expect(problemOf(files.announcedPng(16, 16, much, 1))).toBe('pixels');
    expect(problemOf(files.announcedPng(16, 16, deflateSync(Buffer.alloc(16 * 20)), 1))).toBe('taken');
  });

  it('refuses a JPEG of more scans than any camera writes', () => {
    const scanAt = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    const scan = Buffer.concat([files.segment(0xda, '\x01\x01\0\0\0\0'), Buffer.from([0x2a])]);
    const withScans = (count: number) =>
      Buffer.concat([
        jpeg.subarray(0, scanAt),
        ...Array.from({ length: count }, () => scan),
        Buffer.from([0xff, 0xd9]),
      ]);
    expect(problemOf(withScans(24))).toBe('taken');
    expect(problemOf(withScans(25))).toBe('unreadable');
  });
});

describe('what is left of a file for the decoder', () => {
  const pictureOf = (bytes: Buffer): string => {
    const source = readPhoto(bytes);
    return source.ok ? Buffer.from(source.value.picture).toString('latin1') : source.problem;
  };

  it.each(Object.entries(files.talkative))('not %s', (_, segment) => {
    const left = pictureOf(files.withSegments(jpeg, segment));
    expect(left).not.toContain(files.planted);
    expect(left).toBe(jpeg.toString('latin1'));
  });

  it('not what stands behind a JPEG: a second picture, a film', () => {
    expect(pictureOf(Buffer.concat([jpeg, files.withSegments(jpeg, files.exifSegment(1)), files.film]))).toBe(
      jpeg.toString('latin1'),
    );
  });

  it.each(Object.entries(files.talkativeChunks))('not the chunk %s of a PNG', (_, chunk) => {
    expect(pictureOf(files.withChunks(files.png(), chunk))).toBe(files.png().toString('latin1'));
  });

  it('not what stands behind a PNG', () => {
    expect(pictureOf(Buffer.concat([files.png(), files.film]))).toBe(files.png().toString('latin1'));
  });

  it('nothing of a WebP but its picture', () => {
    expect(pictureOf(files.talkativeWebp(1))).toBe(files.webp.toString('latin1'));
    expect(pictureOf(Buffer.concat([files.webp, Buffer.from(files.planted)]))).not.toContain(files.planted);
  });

  it('reads how the camera was held in all three, and a second EXIF block changes nothing', () => {
    const [first, second] = [files.exifSegment(6), files.exifSegment(3)];
    expect(readPhoto(files.withSegments(jpeg, first, second))).toMatchObject({ value: { orientation: 6 } });
    expect(readPhoto(files.withChunks(files.png(), files.chunk('eXIf', files.exif(8))))).toMatchObject({
      value: { orientation: 8 },
    });
    expect(readPhoto(files.talkativeWebp(5))).toMatchObject({ value: { orientation: 5 } });
  });

  it.each([0, 9, 65_535])('takes an orientation of %p as upright', (orientation) => {
    expect(readPhoto(files.withSegments(jpeg, files.exifSegment(orientation)))).toMatchObject({
      value: { orientation: 1 },
    });
  });

  it('survives every way of cutting a file off', () => {
    const talkative = files.withSegments(jpeg, ...Object.values(files.talkative));
    for (const whole of [
      talkative,
      files.withChunks(files.png(), ...Object.values(files.talkativeChunks)),
      files.webp,
    ]) {
      for (let length = 16; length < whole.length - 1; length += 1) {
        expect(problemOf(whole.subarray(0, length))).toBe('unreadable');
      }
    }
  });

  it('survives an EXIF block that lies about its places', () => {
    for (let at = 0; at < files.exif(6).length; at += 1) {
      const block = files.exif(6);
      block[at] = 0xff;
      const lying = files.segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), block]));
      expect(problemOf(files.withSegments(jpeg, lying))).toBe('taken');
    }
  });
});

describe('the photographs of one call', () => {
  it('names the first that cannot be taken', () => {
    expect(findRefusedPhoto([])).toBeUndefined();
    expect(findRefusedPhoto([jpeg, files.png(), files.webp])).toBeUndefined();
    expect(findRefusedPhoto([jpeg, Buffer.from('<svg/>'), Buffer.alloc(12_000_000)])).toEqual({
      index: 1,
      problem: 'format',
    });
  });

  it('finds the same picture again, whatever is written beside it', () => {
    const again = files.withSegments(jpeg, files.segment(0xfe, 'another'));
    expect(findRefusedPhoto([jpeg, files.webp, again])).toEqual({ index: 2, problem: 'duplicate' });
    expect(findRefusedPhoto([files.webp, files.talkativeWebp(1)])).toEqual({ index: 1, problem: 'duplicate' });
  });
});
