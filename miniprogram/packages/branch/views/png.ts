/** A picture of modules as a PNG without compression, of one bit for each point (RFC 2083, RFC 1950). */

/** Points along the side of a module: two modules fill a byte. */
const pointsPerModule = 4;
/** The light edge that a reader needs, in modules. */
const edge = 4;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** @param rows of modules, true for dark */
export function pngOf(rows: readonly (readonly boolean[])[]): ArrayBuffer {
  const side = rows.length + 2 * edge;
  const lightRow = Array.from({ length: side }, () => false);
  const edges = Array.from({ length: edge }, () => lightRow);
  const rim = Array.from({ length: edge }, () => false);
  const framed = [...edges, ...rows.map((row) => [...rim, ...row, ...rim]), ...edges];
  const points = framed.flatMap((row) => Array.from({ length: pointsPerModule }, () => lineOf(row)).flat());
  const header = [...word(side * pointsPerModule), ...word(side * pointsPerModule), 1, 0, 0, 0, 0];
  const chunks = [...chunk('IHDR', header), ...chunk('IDAT', stored(points)), ...chunk('IEND', [])];
  const file = new ArrayBuffer(signature.length + chunks.length);
  new Uint8Array(file).set([...signature, ...chunks]);
  return file;
}

/** One line of points, with the byte before it that says it is written as it is; light is 1. */
function lineOf(row: readonly boolean[]): readonly number[] {
  const half = (at: number): number => (row[at] === true ? 0 : 15);
  return [0, ...Array.from({ length: Math.ceil(row.length / 2) }, (_, at) => (half(2 * at) << 4) | half(2 * at + 1))];
}

const word = (value: number): readonly number[] => [24, 16, 8, 0].map((by) => (value >>> by) & 0xff);

function chunk(name: string, content: readonly number[]): readonly number[] {
  const body = [...[...name].map((letter) => letter.charCodeAt(0)), ...content];
  return [...word(content.length), ...body, ...word(checksum(body))];
}

/** One block of at most 65,535 bytes as it is, between the head of the format and its check. */
function stored(bytes: readonly number[]): readonly number[] {
  const low = bytes.length & 0xff;
  const high = bytes.length >>> 8;
  let [sum, sums] = [1, 0];
  for (const byte of bytes) {
    sum = (sum + byte) % 65_521;
    sums = (sums + sum) % 65_521;
  }
  return [0x78, 0x01, 1, low, high, low ^ 0xff, high ^ 0xff, ...bytes, ...word(sums * 65_536 + sum)];
}

/** CRC-32. */
function checksum(bytes: readonly number[]): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (0xedb88320 * (rest & 1));
  }
  return ~rest;
}
