import type { PlaceView } from '../../../contracts/place';

/** Where a way down leads, as people say it: `蓝色网格 · 柳巷 12 号院`. */
export function spotOf(path: readonly Pick<PlaceView, 'label'>[]): string {
  const names = [path[0]?.label, path[path.length - 1]?.label].filter((name) => name !== undefined);
  return [...new Set(names)].join(' · ');
}
