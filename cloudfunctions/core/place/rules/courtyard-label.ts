import type { PlaceRef } from '../place';

/** What a plate calls a building, and after it what lies inside. */
const building = /^(.*?(?:院|楼|栋|幢|座|小区|号)) /;

/**
 * Where a place is, for readers whom the household does not concern: its courtyard's plate. A copy from before that was
 * kept is read up to the first building that it names, which never says more; where it names none, its grid.
 */
export function courtyardLabelOf({ placeId, courtyardId, courtyardLabel, label, gridName }: PlaceRef): string {
  if (courtyardId === undefined || courtyardId === placeId) return label;
  return courtyardLabel ?? building.exec(label)?.[1] ?? gridName;
}
