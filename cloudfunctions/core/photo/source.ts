import type { PhotoFormat } from './format';

/**
 * A photograph as it was sent, read but not decoded yet. `orientation`: 1 to 8 as EXIF counts them, 1 upright.
 * `picture`: the file again with nothing in it but what a decoder needs to draw its pixels, so that a decoder meets
 * neither a second picture nor a text that it might unpack.
 */
export interface PhotoSource {
  readonly format: Exclude<PhotoFormat, 'heic'>;
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly picture: Uint8Array;
}

/** Big-endian, as JPEG and PNG count. Callers have made sure that the bytes are there. */
export function uint16(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
}

export function uint32(bytes: Uint8Array, offset: number): number {
  return uint16(bytes, offset) * 65_536 + uint16(bytes, offset + 2);
}

/** Little-endian, as WebP counts. */
export function uint32FromLittleEnd(bytes: Uint8Array, offset: number): number {
  const low = (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);
  return low + ((bytes[offset + 2] ?? 0) | ((bytes[offset + 3] ?? 0) << 8)) * 65_536;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
