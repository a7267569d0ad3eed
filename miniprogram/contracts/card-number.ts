/**
 * The short number beside a card's code, for whoever cannot scan: eleven digits, and one that tells most slips of a
 * finger (ISO 7064, MOD 11,10).
 */
export const cardNumberDigits = 12;

/** The digit that belongs behind these. */
export function checkDigitOf(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/**
 * A card's number, however it was typed: with blanks or hyphens between, in full-width digits.
 * @returns undefined for what no card can have
 */
export function readCardNumber(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^[1-9]\d{11}$/.test(digits)) return undefined;
  return checkDigitOf(digits.slice(0, -1)) === digits.slice(-1) ? digits : undefined;
}

/** `1234 5678 9012`, as it is printed. */
export function spacedCardNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}
