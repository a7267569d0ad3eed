/** Medium correction: a fold or a stain may take 15 %. */
const errorCorrectionLevel = 'M';

/** A text as a QR: rows of modules from above, true for dark. The library is loaded when one is drawn. */
export async function drawCode(text: string): Promise<readonly (readonly boolean[])[]> {
  const { create } = await import('qrcode');
  const { size, data } = create(text, { errorCorrectionLevel }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_column, column) => data[row * size + column] === 1),
  );
}

/** The same as a PNG with the white around it that a scanner needs. */
export async function drawCodePicture(text: string): Promise<Buffer> {
  const { toBuffer } = await import('qrcode');
  return toBuffer(text, { errorCorrectionLevel, margin: 4, scale: 6 });
}
