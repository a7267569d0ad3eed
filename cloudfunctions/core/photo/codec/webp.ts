/// <reference path="./modules.d.ts" />
import wasm from '@cwasm/webp/webp.wasm' with { type: 'bytes' };
import type { Pixels } from '../pixels';
import { compile, instantiate, type WasmModule } from './wasm';

interface LibWebp {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  /** @returns where the pixels lie, 0 when there are none; width and height are written where the last two point */
  WebPDecodeRGBA(data: number, length: number, width: number, height: number): number;
}

let module: WasmModule | undefined;

/** What the decoder may reach of the outside: nothing. */
function refuseToReach(): never {
  throw new Error('a decoder has no files');
}
const outside = { fd_close: refuseToReach, fd_seek: refuseToReach, fd_write: refuseToReach };

/**
 * Decodes a lossy WebP.
 * @param use takes the pixels, which are gone afterwards
 * @throws where the data is damaged
 */
export function decodeWebp<T>(picture: Uint8Array, use: (pixels: Pixels) => T): T {
  module ??= compile(wasm);
  const { exports } = instantiate<LibWebp>(module, { wasi_snapshot_preview1: outside });
  const data = exports.malloc(picture.length);
  const size = exports.malloc(8);
  new Uint8Array(exports.memory.buffer, data, picture.length).set(picture);
  const pixels = exports.WebPDecodeRGBA(data, picture.length, size, size + 4);
  if (pixels === 0) throw new Error('not a picture');
  const [width = 0, height = 0] = new Uint32Array(exports.memory.buffer, size, 2);
  return use({ width, height, channels: 4, data: new Uint8Array(exports.memory.buffer, pixels, width * height * 4) });
}
