/** Rectangles that a finger draws over a picture. */
import type { Rectangle } from '../../../contracts/moderation';

/** Pixels of the screen, from the upper left corner of what the picture stands in. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** More are more than a finger needs; the cloud takes no more. */
export const maxRectangles = 20;
/** What a rectangle's numbers are parts of. */
const whole = 10_000;
/** A touch that hardly moved, in parts of the shorter side, is no rectangle. */
const least = 100;

const share = (value: number, side: number): number =>
  side <= 0 ? 0 : Math.min(whole, Math.max(0, Math.round((value / side) * whole)));

/** The rectangle between two corners, cut at the picture's edge; undefined where it is too small to be meant. */
export function rectangleBetween(from: Point, to: Point, picture: Box): Rectangle | undefined {
  const left = share(Math.min(from.x, to.x) - picture.left, picture.width);
  const top = share(Math.min(from.y, to.y) - picture.top, picture.height);
  const width = share(Math.max(from.x, to.x) - picture.left, picture.width) - left;
  const height = share(Math.max(from.y, to.y) - picture.top, picture.height) - top;
  return width < least || height < least ? undefined : { left, top, width, height };
}

/** Where it lies over a picture. */
export function boxOf({ left, top, width, height }: Rectangle, picture: Box): Box {
  const across = picture.width / whole;
  const down = picture.height / whole;
  return {
    left: picture.left + left * across,
    top: picture.top + top * down,
    width: width * across,
    height: height * down,
  };
}

type Size = Pick<Box, 'width' | 'height'>;

/** Where a picture stands whole in the middle of a frame, as large as it fits. */
export function boxWithin(frame: Size, picture: Size): Box {
  const scale = Math.min(frame.width / Math.max(1, picture.width), frame.height / Math.max(1, picture.height));
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { left: (frame.width - width) / 2, top: (frame.height - height) / 2, width, height };
}
