const codeDigits = 12;
const numbers = 8n * 10n ** BigInt(codeDigits - 1);
/** No code begins with 0 or 1, so that none looks like a telephone number. */
const first = 2n * 10n ** BigInt(codeDigits - 1);

/** The twelve digits of a voucher, out of a hash in hexadecimal that nobody but its owner can make. */
export function codeOf(hash: string): string {
  return ((BigInt(`0x${hash}`) % numbers) + first).toString();
}
