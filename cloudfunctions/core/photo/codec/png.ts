import { PNG } from 'pngjs';
import type { Pixels } from '../pixels';

/** @throws where the data is damaged */
export function decodePng(picture: Uint8Array): Pixels {
  const { width, height, data } = PNG.sync.read(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength));
  return { width, height, channels: 4, data };
}
