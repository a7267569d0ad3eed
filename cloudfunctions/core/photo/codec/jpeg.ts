/// <reference path="./modules.d.ts" />
import wasm from '@cornerstonejs/codec-libjpeg-turbo-8bit/wasm' with { type: 'bytes' };
import libJpegTurbo, { type LibJpegTurbo } from '@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs';
import type { Pixels } from '../pixels';
import { compile, instantiate, type WasmModule } from './wasm';

const subsampled = 2;
let module: WasmModule | undefined;
let library: Promise<LibJpegTurbo> | undefined;

/**
 * Compiled and instantiated once in the life of a function's instance: with a new memory for each picture, three large
 * ones stand side by side until the collector comes, which is more than a function of 256 MB has.
 */
function loaded(): Promise<LibJpegTurbo> {
  const compiled = (module ??= compile(wasm));
  library ??= libJpegTurbo({
    instantiateWasm(imports, use) {
      const instance = instantiate<object>(compiled, imports);
      use(instance);
      return instance.exports;
    },
  });
  return library;
}

/** Works with the library; one that failed is never used again, so that a damaged picture harms no other. */
async function working<T>(work: (library: LibJpegTurbo) => T): Promise<T> {
  const current = await loaded();
  try {
    return work(current);
  } catch (error) {
    library = undefined;
    throw error;
  }
}

/**
 * Decodes a JPEG of the size that its frame announces.
 * @param use takes the pixels, which are gone afterwards
 * @throws where the data is damaged or says another size
 */
export async function decodeJpeg<T>(
  picture: Uint8Array,
  size: { readonly width: number; readonly height: number },
  use: (pixels: Pixels) => T,
): Promise<T> {
  return working(({ JPEGDecoder }) => {
    const decoder = new JPEGDecoder();
    decoder.getEncodedBuffer(picture.length).set(picture);
    decoder.readHeader();
    const { width, height, componentCount } = decoder.getFrameInfo();
    if (width !== size.width || height !== size.height) throw new Error('another size than its frame says');
    decoder.decode();
    const used = use({ width, height, channels: componentCount === 1 ? 1 : 3, data: decoder.getDecodedBuffer() });
    decoder.delete();
    return used;
  });
}

/** A baseline JPEG with half the colour resolution: its JFIF header, tables and pixels, and nothing else. */
export async function encodeJpeg({ width, height, data }: Pixels, quality: number): Promise<Uint8Array> {
  return working(({ JPEGEncoder }) => {
    const encoder = new JPEGEncoder();
    encoder.setQuality(quality);
    encoder.setProgressive(0);
    encoder.setSubSampling(subsampled);
    encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 3, isSigned: false }).set(data);
    encoder.encode();
    const { buffer, byteOffset, byteLength } = encoder.getEncodedBuffer();
    encoder.delete();
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
}
