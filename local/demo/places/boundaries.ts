import type { Gcj02Point } from '../../../miniprogram/contracts/distance';

/** About where each community of the demo lies, in GCJ-02: its north-west corner. What its grids look like is ours. */
const corners: Readonly<Record<string, Gcj02Point>> = {
  changqingteng: { latitude: 37.8712, longitude: 112.5298 },
  housuoying: { latitude: 37.7164, longitude: 112.6472 },
  xibu: { latitude: 37.6402, longitude: 112.4718 },
  chengdong: { latitude: 37.8836, longitude: 112.6105 },
  dajie: { latitude: 37.8, longitude: 112.56 },
  yijing: { latitude: 37.8338, longitude: 112.5012 },
};

/** A grid is about 450 m wide and 360 m high. */
const size = { latitude: 0.0033, longitude: 0.0052 } as const;

/**
 * The outlines of so many grids beside and below each other, two in a row; the last one alone lies across. Neighbours
 * share the corners of the street between them. Empty for a community of which nobody said where it lies.
 */
export function boundariesOf(communityId: string, count: number): readonly (readonly Gcj02Point[])[] {
  const start = corners[communityId];
  if (!start) return [];
  const at = (row: number, column: number): Gcj02Point => ({
    latitude: rounded(start.latitude - row * size.latitude - shift(row, column) * size.latitude),
    longitude: rounded(start.longitude + column * size.longitude + shift(column + 2, row) * size.longitude),
  });
  return Array.from({ length: count }, (_, index) => {
    const [row, column] = [Math.floor(index / 2), index % 2];
    const isAcross = index === count - 1 && column === 0;
    const columns = isAcross ? [0, 1, 2] : [column, column + 1];
    const top = columns.map((one) => at(row, one));
    const bottom = columns.map((one) => at(row + 1, one)).reverse();
    return [...top, ...bottom];
  });
}

/** Streets are not straight: a tenth of a grid to and fro. */
const shift = (one: number, other: number): number => ((one * 7 + other * 11) % 5) / 25 - 0.08;
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
