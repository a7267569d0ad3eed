import { coordinateSystems } from '../../../../miniprogram/contracts/station';
import { gridColours } from '../../../../miniprogram/contracts/hat';
import type { PlaceInput } from '../../../../miniprogram/contracts/place';
import { optional, v } from '../../platform/validation';
import { toGcj02 } from '../../station/rules/coordinates';
import { chinesePoint, corners, placeName } from '../inputs';
import type { PlaceFields } from '../rules/changes';

/** What is decided on a place, as it comes in. */
export const placeFields = {
  name: placeName,
  colour: optional(v.picklist(gridColours)),
  boundary: optional(corners),
  point: optional(chinesePoint),
  system: optional(v.picklist(coordinateSystems)),
};

/** The same with its points in GCJ-02, to a tenth of a metre. */
export function fieldsOf({ name, colour, boundary, point, system = 'gcj02' }: PlaceInput): PlaceFields {
  const stored = (one: NonNullable<PlaceInput['point']>) => {
    const { latitude, longitude } = toGcj02(one, system);
    return { latitude: rounded(latitude), longitude: rounded(longitude) };
  };
  return {
    name,
    ...(colour && { colour }),
    ...(boundary && { boundary: boundary.map(stored) }),
    ...(point && { gcj02: stored(point) }),
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
