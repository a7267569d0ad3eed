/**
 * The code by which members sign in at an activity: the host's phone shows it as a QR, a new one in every window, and
 * makes it by itself of a secret that it fetched once; the server makes the same. HalfSipHash-2-4 with 64 bits is
 * keyed, made for short words, and small enough for a phone's main package.
 */

/** A code holds so long. */
export const signWindowMs = 15_000;
/** A code is taken for so long before and after its window: scanning takes a moment, and clocks differ. */
export const signGraceMs = 15_000;
const mark = 'lianxin-sign';

/** One code of one activity. */
export interface SignCode {
  readonly activityId: string;
  /** The number of its window, from 1970 on. */
  readonly window: number;
  readonly code: string;
}

export function signWindowAt(timeMs: number): number {
  return Math.floor(timeMs / signWindowMs);
}

/** The code of an activity in a window. @param secret 16 hexadecimal digits */
export function signCode(secret: string, activityId: string, window: number): string {
  return halfSipHash(keyOf(secret), bytesOf(`${activityId}:${window}`));
}

/** What the QR says. */
export function signCodeText({ activityId, window, code }: SignCode): string {
  return [mark, activityId, window, code].join(' ');
}

/** What a QR says, if it is of an activity; null for any other. */
export function readSignCode(text: string): SignCode | null {
  const [head, activityId = '', window = '', code = '', ...rest] = text.trim().split(' ');
  const isOne = head === mark && rest.length === 0 && /^\d{1,12}$/.test(window) && /^[\da-f]{16}$/.test(code);
  return isOne && activityId !== '' ? { activityId, window: Number(window), code } : null;
}

/** Whether the code of a window is still, or about to be, taken at a moment. */
export function isWindowOpen(window: number, nowMs: number): boolean {
  const start = window * signWindowMs;
  return nowMs >= start - signGraceMs && nowMs < start + signWindowMs + signGraceMs;
}

function keyOf(secret: string): readonly [number, number] {
  const bytes = (secret.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return [wordAt(bytes, 0), wordAt(bytes, 4)];
}

/** Every part of it is plain ASCII. */
function bytesOf(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0) & 0xff);
}

/** Four bytes as a number, the lowest first. */
function wordAt(bytes: readonly number[], at: number): number {
  return [3, 2, 1, 0].reduce((word, index) => (word << 8) | (bytes[at + index] ?? 0), 0);
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** HalfSipHash-2-4 (Aumasson, Bernstein) of some bytes, 64 bits as hexadecimal digits. */
export function halfSipHash([k0, k1]: readonly [number, number], bytes: readonly number[]): string {
  let [v0, v1, v2, v3] = [k0, k1 ^ 0xee, 0x6c796765 ^ k0, 0x74656462 ^ k1];
  const rounds = (count: number): void => {
    for (let round = 0; round < count; round += 1) {
      v0 = (v0 + v1) | 0;
      v1 = rotate(v1, 5) ^ v0;
      v0 = rotate(v0, 16);
      v2 = (v2 + v3) | 0;
      v3 = rotate(v3, 8) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = rotate(v3, 7) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = rotate(v1, 13) ^ v2;
      v2 = rotate(v2, 16);
    }
  };
  const whole = bytes.length - (bytes.length % 4);
  const last = wordAt(bytes.slice(whole), 0) | ((bytes.length & 0xff) << 24);
  for (let at = 0; at <= whole; at += 4) {
    const word = at < whole ? wordAt(bytes, at) : last;
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  }
  v2 ^= 0xee;
  rounds(4);
  const low = v1 ^ v3;
  v1 ^= 0xdd;
  rounds(4);
  return hexOf(low) + hexOf(v1 ^ v3);
}

/** The bytes of a word, the lowest first, as hexadecimal digits. */
function hexOf(word: number): string {
  return [0, 8, 16, 24].map((by) => ((word >>> by) & 0xff).toString(16).padStart(2, '0')).join('');
}
