/** The bytes of a WebAssembly module; the bundler embeds them where the import asks for `type: 'bytes'`. */
declare module '@cwasm/webp/webp.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}

declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/wasm' {
  const bytes: Uint8Array;
  export default bytes;
}

/**
 * libjpeg-turbo as its package binds it. Buffers are views of the instance's memory: they end when it grows or the
 * object is deleted.
 */
declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs' {
  export interface FrameInfo {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: number;
    readonly componentCount: number;
    readonly isSigned: boolean;
  }

  export interface JpegDecoder {
    getEncodedBuffer(length: number): Uint8Array;
    readHeader(): void;
    decode(): void;
    getFrameInfo(): FrameInfo;
    getDecodedBuffer(): Uint8Array;
    delete(): void;
  }

  export interface JpegEncoder {
    setQuality(percent: number): void;
    setProgressive(isProgressive: 0 | 1): void;
    /** 0: 4:4:4, 1: 4:2:2, 2: 4:2:0 */
    setSubSampling(kind: 0 | 1 | 2): void;
    getDecodedBuffer(frame: FrameInfo): Uint8Array;
    encode(): void;
    /** A copy, outside of the instance's memory. */
    getEncodedBuffer(): Uint8ClampedArray;
    delete(): void;
  }

  export interface LibJpegTurbo {
    readonly JPEGDecoder: new () => JpegDecoder;
    readonly JPEGEncoder: new () => JpegEncoder;
  }

  export default function libJpegTurbo(options: {
    instantiateWasm(imports: object, use: (instance: object) => void): object;
  }): Promise<LibJpegTurbo>;
}
