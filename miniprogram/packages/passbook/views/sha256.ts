/** SHA-256 of some bytes (FIPS 180-4), where no network and no library is at hand. */
const wordsOf = (power: (value: number) => number, count: number): readonly number[] => {
  const primes: number[] = [];
  for (let at = 2; primes.length < count; at += 1) if (primes.every((prime) => at % prime !== 0)) primes.push(at);
  return primes.map((prime) => (power(prime) % 1) * 2 ** 32).map((value) => value | 0);
};
const rounds = wordsOf(Math.cbrt, 64);
const start = wordsOf(Math.sqrt, 8);

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** @returns 32 bytes */
export function sha256(bytes: readonly number[]): readonly number[] {
  const bits = bytes.length * 8;
  const padded = [...bytes, 0x80];
  while (padded.length % 64 !== 56) padded.push(0);
  for (let at = 7; at >= 0; at -= 1) padded.push(Math.floor(bits / 2 ** (8 * at)) & 0xff);
  let state = start;
  for (let at = 0; at < padded.length; at += 64) state = afterBlock(state, padded.slice(at, at + 64));
  return state.flatMap((word) => [24, 16, 8, 0].map((by) => (word >>> by) & 0xff));
}

function afterBlock(before: readonly number[], block: readonly number[]): readonly number[] {
  const words = scheduleOf(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = before;
  for (let at = 0; at < 64; at += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + (rounds[at] ?? 0) + (words[at] ?? 0)) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (before[at] ?? 0)) | 0);
}

function scheduleOf(block: readonly number[]): readonly number[] {
  const words = Array.from({ length: 16 }, (_, at) =>
    block.slice(4 * at, 4 * at + 4).reduce((word, byte) => (word << 8) | byte, 0),
  );
  for (let at = 16; at < 64; at += 1) {
    const [w15 = 0, w2 = 0, w16 = 0, w7 = 0] = [words[at - 15], words[at - 2], words[at - 16], words[at - 7]];
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
    words.push((w16 + s0 + w7 + s1) | 0);
  }
  return words;
}
