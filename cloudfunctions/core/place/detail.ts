import type { PlaceDetail } from '../../../miniprogram/contracts/place';
import type { Place } from './place';
import { placeView } from './view';

/** A place as whoever keeps the community's places sees it. */
export function placeDetail(place: Place): PlaceDetail {
  const { version = 0, closedAt, children, grid, sectionName, boundary, gcj02, former = [] } = place;
  return {
    ...placeView(place),
    version,
    closed: closedAt !== undefined,
    children,
    ...(grid && { gridName: grid.name }),
    ...(grid?.colour && { gridColour: grid.colour }),
    ...(sectionName !== undefined && { sectionName }),
    ...(boundary && { boundary }),
    ...(gcj02 && { gcj02 }),
    former: former
      .map(({ label, gridName, until, byName }) => ({
        label,
        ...(gridName !== undefined && { gridName }),
        until: until.toISOString(),
        byName,
      }))
      .reverse(),
  };
}
