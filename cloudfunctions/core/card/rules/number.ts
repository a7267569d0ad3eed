import { createHash } from 'node:crypto';
import { checkDigitOf } from '../../../../miniprogram/contracts/card-number';

/** Numbers that a card may get: the first that no other card has. */
const candidates = 3;

/**
 * The short numbers that belong to a token, the first first. They tell no more of anybody than the token does, and
 * nobody can tell the one from the other.
 */
export function cardNumbersOf(token: string): readonly string[] {
  return Array.from({ length: candidates }, (_, attempt) => numberOf(token, attempt));
}

/** The first of them. */
export function cardNumberOf(token: string): string {
  return numberOf(token, 0);
}

function numberOf(token: string, attempt: number): string {
  const digest = createHash('sha256')
    .update(`card-number:${token}:${String(attempt)}`)
    .digest();
  const digits = String(10_000_000_000n + (digest.readBigUInt64BE() % 90_000_000_000n));
  return digits + checkDigitOf(digits);
}
