import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { buildPhotoBundle, type PhotoBundle } from '../../support/photo-bundle';
import { readPhoto } from '../../../cloudfunctions/core/photo/photo';
import * as files from '../../support/photo-files';

jest.setTimeout(60_000);

const bundle: PhotoBundle = require(buildPhotoBundle('clean-photo'));
const root = path.resolve(__dirname, '../../..');

async function cleaned(bytes: Uint8Array) {
  const result = await bundle.cleanPhoto(bytes);
  if (!result.ok) throw new Error(result.problem);
  return { ...result.value, jpeg: Buffer.from(result.value.jpeg) };
}

/** The colours in the middle of the four quarters: top left, top right, bottom left, bottom right. */
async function cornersOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { jpeg, width, height } = await cleaned(bytes);
  return bundle.decodeJpeg(jpeg, { width, height }, ({ data, channels }) =>
    [0.25, 0.75].flatMap((y) =>
      [0.25, 0.75].map((x) => {
        const at = (Math.floor(y * height) * width + Math.floor(x * width)) * channels;
        const near = Object.entries(files.colours).find(([, colour]) =>
          colour.every((value, index) => Math.abs(value - data[at + index]!) < 40),
        );
        return near?.[0] ?? data.subarray(at, at + 3).join();
      }),
    ),
  );
}

/** What no clean photograph may hold, however it is written. */
function expectNothingButPixels(jpeg: Buffer): void {
  expect(files.segmentKinds(jpeg)).toEqual(['e0', 'db', 'db', 'c0', 'c4', 'c4', 'c4', 'c4', 'da']);
  expect(jpeg.subarray(2, 20).toString('hex')).toBe('ffe000104a46494600010100000100010000');
  expect(jpeg.indexOf(Buffer.from([0xff, 0xd9]))).toBe(jpeg.length - 2);
  for (const encoding of ['latin1', 'utf16le'] as const) {
    expect(jpeg.indexOf(Buffer.from(files.planted, encoding))).toBe(-1);
  }
  expect(jpeg.indexOf(files.latitude)).toBe(-1);
}

let plain: Buffer;
beforeAll(async () => {
  plain = (await cleaned(files.png())).jpeg;
});

describe('a clean photograph', () => {
  it('is a JPEG of its pixels and nothing else', async () => {
    expectNothingButPixels(plain);
    expect(await cornersOf(plain)).toEqual(files.stored);
  });

  it.each(Object.entries(files.talkative))('has lost %s', async (_, segment) => {
    const sent = files.withSegments(plain, segment);
    expect(sent.indexOf(files.planted)).toBeGreaterThan(0);
    expectNothingButPixels((await cleaned(sent)).jpeg);
  });

  it('has lost the second picture, the film and the thumbnail', async () => {
    const thumbnail = files.segment(
      0xe0,
      Buffer.concat([Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02'), Buffer.from(files.planted), Buffer.alloc(5)]),
    );
    const second = files.withSegments(plain, files.exifSegment(1), files.segment(0xfe, files.planted));
    const { jpeg } = await cleaned(Buffer.concat([files.withSegments(plain, thumbnail), second, files.film]));
    expectNothingButPixels(jpeg);
    expect(await cornersOf(jpeg)).toEqual(files.stored);
  });

  it('has lost all of it at once, and is upright', async () => {
    const sent = files.withSegments(plain, files.exifSegment(6), ...Object.values(files.talkative));
    const photo = await cleaned(Buffer.concat([sent, files.film]));
    expectNothingButPixels(photo.jpeg);
    expect(photo).toMatchObject({ width: files.size.height, height: files.size.width });
    expect(await cornersOf(photo.jpeg)).toEqual(['blue', 'red', 'white', 'green']);
  });

  it('holds no words that stood behind the last pixel of the coded data', async () => {
    const sent = Buffer.concat([plain.subarray(0, -2), Buffer.from(files.planted), plain.subarray(-2)]);
    const result = await bundle.cleanPhoto(sent);
    if (result.ok) expectNothingButPixels(Buffer.from(result.value.jpeg));
    else expect(result.problem).toBe('unreadable');
  });

  it('has lost what a PNG and a WebP say, and is upright', async () => {
    const chunks = [...Object.values(files.talkativeChunks).filter((chunk) => !chunk.includes('eXIf'))];
    const sentPng = files.withChunks(files.png(), files.chunk('eXIf', files.exif(3)), ...chunks);
    for (const sent of [Buffer.concat([sentPng, files.film]), files.talkativeWebp(3)]) {
      expect(sent.indexOf(files.planted)).toBeGreaterThan(0);
      const { jpeg } = await cleaned(sent);
      expectNothingButPixels(jpeg);
      expect(await cornersOf(jpeg)).toEqual(['white', 'blue', 'green', 'red']);
    }
  });
});

describe('the picture itself', () => {
  const seen: Record<number, readonly files.Colour[]> = {
    1: ['red', 'green', 'blue', 'white'],
    2: ['green', 'red', 'white', 'blue'],
    3: ['white', 'blue', 'green', 'red'],
    4: ['blue', 'white', 'red', 'green'],
    5: ['red', 'blue', 'green', 'white'],
    6: ['blue', 'red', 'white', 'green'],
    7: ['white', 'green', 'blue', 'red'],
    8: ['green', 'white', 'red', 'blue'],
  };

  it.each(Object.entries(seen))('taken with orientation %s stands upright', async (orientation, corners) => {
    expect(await cornersOf(files.withSegments(plain, files.exifSegment(Number(orientation))))).toEqual(corners);
  });

  it('comes out of every form that is taken', async () => {
    for (const sent of [files.progressiveJpeg, files.webp, files.png()]) {
      expect(await cornersOf(sent)).toEqual(files.stored);
    }
  });

  it('is 1,600 pixels long at most', async () => {
    const large = files.png(files.blocks(2_000, 400));
    expect(await cleaned(large)).toMatchObject({ width: 1_600, height: 320 });
    expect(await cornersOf(large)).toEqual(files.stored);
    expect(await cleaned(files.png(files.blocks(3, 2_000)))).toMatchObject({ width: 2, height: 1_600 });
  });

  it('stays what it is, drawn anew', async () => {
    const sent = readFileSync(path.join(root, 'local/demo/photos/sink-leaking.jpg'));
    const pixels = (jpeg: Buffer) =>
      bundle.decodeJpeg(jpeg, { width: 640, height: 480 }, ({ data }) => Uint8Array.from(data));
    const { jpeg } = await cleaned(sent);
    const [before, after] = [await pixels(sent), await pixels(jpeg)];
    const error = before.reduce((sum, value, index) => sum + (value - after[index]!) ** 2, 0) / before.length;
    expect(10 * Math.log10(255 ** 2 / error)).toBeGreaterThan(38);
    expect(jpeg.length).toBeLessThan(sent.length * 2);
  });
});

describe('a photograph that cannot be drawn', () => {
  const result = (bytes: Uint8Array) => bundle.cleanPhoto(bytes);

  it('is refused as what it is', async () => {
    expect(await result(Buffer.from('<svg/>'))).toEqual({ ok: false, problem: 'format' });
    expect(await result(Buffer.from('\0\0\0\x18ftypheic', 'latin1'))).toEqual({ ok: false, problem: 'heic' });
    expect(await result(Buffer.alloc(12_000_000))).toEqual({ ok: false, problem: 'bytes' });
  });

  it('is unreadable where its data is damaged, and the next one is drawn all the same', async () => {
    const cut = Buffer.concat([plain.subarray(0, plain.length - 40), Buffer.from([0xff, 0xd9])]);
    const noTables = files.segment(0xda, '\x01\x01\0\0\x3f\0');
    const hollow = Buffer.concat([
      plain.subarray(0, 20),
      plain.subarray(plain.indexOf(Buffer.from([0xff, 0xc0]))).subarray(0, 19),
      noTables,
      Buffer.from([0xff, 0xd9]),
    ]);
    const brokenPng = files.announcedPng(48, 32, Buffer.from('no zlib stream'));
    const brokenWebp = Buffer.from(files.webp);
    brokenWebp.fill(0xff, 40);
    for (const bytes of [cut, hollow, brokenPng])
      expect(await result(bytes)).toEqual({ ok: false, problem: 'unreadable' });
    await result(brokenWebp);
    expect(await cornersOf(plain)).toEqual(files.stored);
    expect(await cornersOf(files.webp)).toEqual(files.stored);
  });

  it('does not unpack more of a PNG than its pixels', async () => {
    const packed = files.announcedPng(16, 16, deflateSync(Buffer.alloc(8_000_000)));
    expect(await result(packed)).toEqual({ ok: false, problem: 'pixels' });
  });

  it('refuses a PNG whose data is damaged or ends early before its decoder sees it', () => {
    const data = deflateSync(Buffer.alloc(49 * 32));
    const damaged = Buffer.from(data);
    damaged.fill(0xff, 4);
    for (const stream of [damaged, data.subarray(0, 8), Buffer.alloc(0), Buffer.from('no zlib stream')]) {
      expect(readPhoto(files.announcedPng(48, 32, stream))).toEqual({ ok: false, problem: 'unreadable' });
    }
    expect(readPhoto(files.announcedPng(48, 32, data)).ok).toBe(true);
  });
});
