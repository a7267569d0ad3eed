/** Check bytes of a QR code: Reed-Solomon over the field of 256 that ISO/IEC 18004 names (polynomial 0x11d). */

/** The product of two elements of the field. */
export function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((right >>> bit) & 1) * left;
  }
  return product;
}

/** The generator polynomial with so many roots, highest power first, without its leading 1. */
function generator(degree: number): readonly number[] {
  const powers = Array.from({ length: degree }, (_, index): number => (index === degree - 1 ? 1 : 0));
  let root = 1;
  for (let count = 0; count < degree; count += 1) {
    for (let at = 0; at < degree; at += 1) powers[at] = multiply(powers[at] ?? 0, root) ^ (powers[at + 1] ?? 0);
    root = multiply(root, 2);
  }
  return powers;
}

/** The bytes that stand behind the data, so that a reader finds and mends what is smeared. */
export function checkBytes(data: readonly number[], count: number): readonly number[] {
  const powers = generator(count);
  let rest: readonly number[] = powers.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = powers.map((power, at) => (rest[at + 1] ?? 0) ^ multiply(power, factor));
  }
  return rest;
}
