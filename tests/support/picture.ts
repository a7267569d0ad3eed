/** A picture as somebody's camera would have taken it. */
import { PNG } from 'pngjs';

export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** About 50 KB of coloured grain that does not compress; another `seed` is another picture. */
export function picture(name: string, seed = 1): PictureFile {
  const image = new PNG({ width: 130, height: 130 });
  let state = seed;
  for (let offset = 0; offset < image.data.length; offset += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    image.data[offset] = offset % 4 === 3 ? 255 : (state >>> 16) & 255;
  }
  return { name, mimeType: 'image/png', buffer: PNG.sync.write(image) };
}
