import type { PlaceView } from '../../../contracts/place';
import { joinParts } from '../../../text/join';

/** Where a path from the grid down leads, as people say it: `蓝色网格 · 柳巷 12 号院`. */
export function placeLabel(path: readonly Pick<PlaceView, 'label'>[]): string {
  return joinParts(...new Set([path[0]?.label, path[path.length - 1]?.label]));
}
