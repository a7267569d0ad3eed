import type { Gcj02Point } from '../../../contracts/distance';

/** What a name takes of the map that shows all points: a third of its width, and a tenth of its height. */
const share = { width: 1 / 3, height: 1 / 10 } as const;

/**
 * Which points bear their name on the map, by position: in the order given, each whose name would lie over none of
 * those before it. The others are named by the list and on a tap.
 */
export function namedPoints(points: readonly Gcj02Point[], most: number): ReadonlySet<number> {
  const width = rangeOf(points.map(({ longitude }) => longitude)) * share.width;
  const height = rangeOf(points.map(({ latitude }) => latitude)) * share.height;
  const named: number[] = [];
  for (const [index, point] of points.entries()) {
    const isFree = named.every((other) => {
      const before = points[other];
      return (
        !before ||
        Math.abs(before.longitude - point.longitude) >= width ||
        Math.abs(before.latitude - point.latitude) >= height
      );
    });
    if (isFree && named.length < most) named.push(index);
  }
  return new Set(named);
}

const rangeOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
