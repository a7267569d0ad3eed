import { createHash, randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Largest multiple of 62 that a byte can hold; bytes above it would favour the first letters. */
const fairBytes = 248;

export interface Ids {
  /** `length` letters and digits by chance: about 5.95 bits each. */
  token(length: number): string;
}

export const randomIds: Ids = {
  token(length) {
    let text = '';
    while (text.length < length) {
      for (const byte of randomBytes(length)) {
        if (byte < fairBytes && text.length < length) text += alphabet.charAt(byte % alphabet.length);
      }
    }
    return text;
  },
};

/**
 * The same parts give the same id: `prefix` and 20 letters and digits of their SHA-256. Such an id is an idempotency
 * key.
 */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return prefix + Array.from(digest.subarray(0, 20), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** SHA-256 in hexadecimal of the value's canonical JSON; key order does not matter. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** JSON with sorted keys and dates as ISO strings, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

/**
 * A key that sorts by time and is unique: lists are ordered by it and paged by "before the last one seen", which a bare
 * time cannot do when two documents share it.
 */
export function timeKey(at: Date, id: string): string {
  return `${at.toISOString()}:${id}`;
}

/** The moment with which such a key begins. */
export function momentOfKey(key: string): Date {
  return new Date(key.slice(0, new Date(0).toISOString().length));
}
