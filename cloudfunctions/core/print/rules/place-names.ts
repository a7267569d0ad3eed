import { textWidth } from '../drawing';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Pin {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** The place of a pin's name: left edge and foot of the line. */
export interface NamePlace {
  readonly nameX: number;
  readonly nameY: number;
}

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));

/**
 * Puts every name beside its pin, where it covers least of pins and of the names before it: right, left, below, above,
 * and farther off in the same directions. Every pin has its name, also where it cannot be helped that two touch.
 */
export function placeNames<Named extends Pin>(
  pins: readonly Named[],
  { page, radius, size }: { readonly page: Box; readonly radius: number; readonly size: number },
): readonly (Named & NamePlace)[] {
  const height = size * 0.42;
  const discs = pins.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  const taken: Box[] = [...discs];
  return pins.map((pin) => {
    const width = textWidth(pin.name, size);
    const boxes = [1, 2, 3].flatMap((step) => candidates(pin, { width, height, away: radius * (0.4 + step * 0.8) }));
    const cost = (box: Box): number =>
      taken.reduce((sum, other) => sum + overlap(box, other), 0) + 10 * (width * height - overlap(box, page));
    const best = boxes.reduce((least, box) => (cost(box) < cost(least) - 1e-9 ? box : least));
    taken.push(best);
    return { ...pin, nameX: best.x, nameY: best.y + height * 0.85 };
  });
}

function candidates(
  { x, y }: Pin,
  { width, height, away }: { readonly width: number; readonly height: number; readonly away: number },
): readonly Box[] {
  const middle = { width, height };
  return [
    { ...middle, x: x + away, y: y - height / 2 },
    { ...middle, x: x - away - width, y: y - height / 2 },
    { ...middle, x: x - width / 2, y: y + away },
    { ...middle, x: x - width / 2, y: y - away - height },
    { ...middle, x: x + away, y: y + away },
    { ...middle, x: x - away - width, y: y + away },
    { ...middle, x: x + away, y: y - away - height },
    { ...middle, x: x - away - width, y: y - away - height },
  ];
}
