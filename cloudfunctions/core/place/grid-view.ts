import type { GridView } from '../../../miniprogram/contracts/place';
import type { Community } from './community';
import type { Place } from './place';
import { simplified } from './rules/simplify';

/**
 * A grid as the map of its community draws it.
 * @param corners how many corners of its boundary are drawn at most
 */
export function gridView(place: Place, { grids }: Pick<Community, 'grids'>, corners: number): GridView {
  const { _id, name, version = 0, colour, boundary = [], figures } = place;
  const { worker, leader } = grids.find(({ gridId }) => gridId === _id) ?? {};
  return {
    placeId: _id,
    name,
    version,
    ...(colour && { colour }),
    boundary: simplified(boundary, corners),
    ...(worker && { worker: worker.name }),
    ...(leader && { leader: leader.name }),
    ...(figures && { figures: countsOf(figures) }),
  };
}

function countsOf(figures: NonNullable<Place['figures']>): NonNullable<GridView['figures']> {
  const { courtyards, households, people, openOrders, laneChiefs } = figures;
  return { courtyards, households, people, openOrders, laneChiefs };
}
