/**
 * A QR code of one size, drawn on the phone: version 5 with the lowest correction, which is for screens, and takes 106
 * bytes (ISO/IEC 18004). One block, one alignment pattern and one mask keep it small.
 */
import { checkBytes } from './reed-solomon';

/** Modules along each side. */
export const qrSize = 37;
/** What one code holds. */
export const maxQrBytes = 106;
const dataCount = 108;
const checkCount = 26;
/** Level L, mask 0, with their own check bits, as the standard's table has them. */
const format = 0b111011111000100;

/** Rows of modules; undefined where data goes. */
type Grid = (boolean | undefined)[][];

/** @returns rows from above, true for dark; @throws RangeError for a text that is too long, or no plain ASCII */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const data = dataOf(text);
  const bits = [...data, ...checkBytes(data, checkCount)].flatMap((byte) => bitsOf(byte, 8));
  const grid: Grid = Array.from({ length: qrSize }, () => Array.from({ length: qrSize }, () => undefined));
  drawPatterns(grid);
  drawFormat(grid);
  drawData(grid, bits);
  return grid.map((row) => row.map((dark) => dark === true));
}

const bitsOf = (value: number, count: number): readonly boolean[] =>
  Array.from({ length: count }, (_, index) => ((value >>> (count - 1 - index)) & 1) === 1);

/** The mode for bytes, their count, they themselves, an end, and what fills up the rest. */
function dataOf(text: string): readonly number[] {
  const bytes = [...text].map((letter) => letter.charCodeAt(0));
  if (bytes.length > maxQrBytes || bytes.some((byte) => byte > 0x7f))
    throw new RangeError(`text: at most ${maxQrBytes} letters of plain ASCII fit into this code`);
  const halves = [4, bytes.length >>> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >>> 4, byte & 15]), 0];
  const used = Array.from(
    { length: halves.length / 2 },
    (_, index) => ((halves[2 * index] ?? 0) << 4) | (halves[2 * index + 1] ?? 0),
  );
  const padding = Array.from({ length: dataCount - used.length }, (_, index) => (index % 2 === 0 ? 0xec : 0x11));
  return [...used, ...padding];
}

function put(grid: Grid, x: number, y: number, dark: boolean): void {
  const row = grid[y];
  if (row !== undefined && x >= 0 && x < qrSize) row[x] = dark;
}

/** What a reader finds the code by. */
function drawPatterns(grid: Grid): void {
  for (let at = 0; at < qrSize; at += 1) {
    put(grid, 6, at, at % 2 === 0);
    put(grid, at, 6, at % 2 === 0);
  }
  drawSquare(grid, [3, 3], 4);
  drawSquare(grid, [qrSize - 4, 3], 4);
  drawSquare(grid, [3, qrSize - 4], 4);
  drawSquare(grid, [qrSize - 7, qrSize - 7], 2);
}

/** Rings around a centre: three finders with a light edge, and the smaller one for alignment. */
function drawSquare(grid: Grid, [x, y]: readonly [number, number], reach: number): void {
  const light = reach === 4 ? [2, 4] : [1];
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1)
      put(grid, x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

/** Which correction and which mask, twice; and the one module that is always dark. */
function drawFormat(grid: Grid): void {
  const dark = (bit: number): boolean => ((format >>> bit) & 1) === 1;
  for (let bit = 0; bit < 15; bit += 1) {
    if (bit < 8) put(grid, 8, bit < 6 ? bit : bit + 1, dark(bit));
    else put(grid, bit === 8 ? 7 : 14 - bit, 8, dark(bit));
    if (bit < 8) put(grid, qrSize - 1 - bit, 8, dark(bit));
    else put(grid, 8, qrSize - 15 + bit, dark(bit));
  }
  put(grid, 8, qrSize - 8, true);
}

/** Two columns at a time from the right, up and down in turn, where nothing else stands; every other one turned. */
function drawData(grid: Grid, bits: readonly boolean[]): void {
  let next = 0;
  for (let pair = 0; pair < (qrSize - 1) / 2; pair += 1) {
    const right = qrSize - 1 - 2 * pair;
    for (let step = 0; step < 2 * qrSize; step += 1) {
      const x = (right > 6 ? right : right - 1) - (step % 2);
      const y = pair % 2 === 0 ? qrSize - 1 - (step >>> 1) : step >>> 1;
      if (grid[y]?.[x] !== undefined) continue;
      put(grid, x, y, (bits[next] ?? false) !== ((x + y) % 2 === 0));
      next += 1;
    }
  }
}
