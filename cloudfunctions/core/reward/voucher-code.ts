/** Before the digits of a voucher, so that no other code is taken for one. The phone cuts it off. */
export const voucherPrefix = 'lianxin:voucher:';

/** Pixels of one module, and white ones around it all: a phone's screen at arm's length. */
const look = { errorCorrectionLevel: 'M', margin: 2, scale: 8 } as const;

/**
 * Each line of pixels is stored as its difference from the line above (PNG's filter 2), for a code's squares repeat it.
 * Left alone, pngjs tries all five filters on each line, which takes most of the time for the same two kilobytes.
 */
const packing = { deflateLevel: 6, deflateStrategy: 0, filterType: 2 };

/** A voucher's code as a QR picture, a data URL of two kilobytes or so. The library is loaded when one is drawn. */
export async function drawVoucherCode(code: string): Promise<string> {
  const { toBuffer } = await import('qrcode');
  const picture = await toBuffer(`${voucherPrefix}${code}`, { ...look, rendererOpts: packing });
  return `data:image/png;base64,${picture.toString('base64')}`;
}
