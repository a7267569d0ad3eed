/** Says how many pixels of two pictures differ. */
import { decode } from '@cwasm/webp';

/** A channel may be so far from the other's, of 255, before its pixel counts as another. */
const tolerance = 24;

/**
 * @returns the number of pixels that differ; what one picture is larger than the other differs as a whole
 */
export function differingPixels(before: Buffer, now: Buffer): number {
  if (before.equals(now)) return 0;
  const [left, right] = [decode(before), decode(now)];
  const width = Math.min(left.width, right.width);
  const height = Math.min(left.height, right.height);
  let same = 0;
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (isSame(left, right, x, y)) same += 1;
  return Math.max(left.width * left.height, right.width * right.height) - same;
}

interface Pixels {
  readonly width: number;
  readonly data: ArrayLike<number>;
}

function isSame(left: Pixels, right: Pixels, x: number, y: number): boolean {
  const [from, to] = [(y * left.width + x) * 4, (y * right.width + x) * 4];
  for (let channel = 0; channel < 3; channel += 1) {
    const distance = (left.data[from + channel] ?? 0) - (right.data[to + channel] ?? 0);
    if (Math.abs(distance) > tolerance) return false;
  }
  return true;
}
