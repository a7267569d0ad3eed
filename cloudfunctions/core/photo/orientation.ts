const orientationTag = 0x0112;
const shortType = 3;

/**
 * How the camera was held: the orientation in the first directory of a TIFF block, which is what EXIF is.
 * @param tiff from its byte order mark (`II` or `MM`) on
 * @returns 1 to 8; 1, upright, where the block says nothing that makes sense
 */
export function orientationOf(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return 1;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return 1;
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const value = view.getUint16(entry + 8, little);
    return view.getUint16(entry + 2, little) === shortType && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** `Exif\0\0`, which stands before the TIFF block in JPEG always and in WebP sometimes. */
const exifHeader = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** The TIFF block behind an EXIF header; undefined where there is no such header. */
export function behindExifHeader(bytes: Uint8Array): Uint8Array | undefined {
  return exifHeader.every((byte, index) => bytes[index] === byte) ? bytes.subarray(exifHeader.length) : undefined;
}
