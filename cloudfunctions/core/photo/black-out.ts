import type { Rectangle } from '../../../miniprogram/contracts/moderation';
import type { Pixels } from './pixels';

/** What a rectangle's numbers are parts of. */
export const wholeSide = 10_000;

/**
 * The same picture with rectangles in black. A pixel of which a part is covered is black whole, so that no edge says
 * what was beside it. The answer shares no memory with the source.
 */
export function blackedOut(source: Pixels, rectangles: readonly Rectangle[]): Pixels {
  const { width, height, channels } = source;
  const data = source.data.slice();
  for (const rectangle of rectangles) {
    const [left, right] = covered(rectangle.left, rectangle.width, width);
    const [top, bottom] = covered(rectangle.top, rectangle.height, height);
    for (let row = top; row < bottom; row += 1)
      data.fill(0, (row * width + left) * channels, (row * width + right) * channels);
  }
  return { width, height, channels, data };
}

/** From the first covered pixel to the one after the last. */
function covered(start: number, length: number, side: number): readonly [number, number] {
  const first = Math.floor((start * side) / wholeSide);
  const last = Math.ceil((Math.min(start + length, wholeSide) * side) / wholeSide);
  return [Math.min(first, side), Math.min(last, side)];
}
