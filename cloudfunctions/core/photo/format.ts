/** What a file's first bytes say that it is; its name and the type it was uploaded with say nothing. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heic';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Brands of HEIF files that hold HEVC pictures, and the general ones that phones write for them. */
const heicBrands: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** Four characters at an offset, as containers name their chunks. */
export function fourCharacters(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/** @returns undefined for everything that is no photograph in one of these formats */
export function photoFormat(bytes: Uint8Array): PhotoFormat | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return 'png';
  if (fourCharacters(bytes, 0) === 'RIFF' && fourCharacters(bytes, 8) === 'WEBP') return 'webp';
  if (fourCharacters(bytes, 4) === 'ftyp' && heicBrands.includes(fourCharacters(bytes, 8))) return 'heic';
  return undefined;
}
