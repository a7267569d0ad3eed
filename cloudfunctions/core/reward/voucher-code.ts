/** Before the digits of a voucher, so that no other code is taken for one. The phone cuts it off. */
export const voucherPrefix = 'lianxin:voucher:';

/** Pixels of one module, and white ones around it all: a phone's screen at arm's length. */
const look = { errorCorrectionLevel: 'M', margin: 2, scale: 8 } as const;

/** A voucher's code as a QR picture, a data URL of two kilobytes or so. The library is loaded when one is drawn. */
export async function drawVoucherCode(code: string): Promise<string> {
  const { toDataURL } = await import('qrcode');
  return toDataURL(`${voucherPrefix}${code}`, look);
}
