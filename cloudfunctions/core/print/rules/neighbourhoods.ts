import { straightMetres, type Gcj02Point } from '../../../../miniprogram/contracts/distance';

interface Located {
  readonly gcj02: Gcj02Point;
}

/**
 * Parts of what lies on a map, none larger than `most`: a part that is too large is cut across its longer side, west
 * from east or north from south, into whole sheets, so that no more of them are needed than without. Within a part the
 * order stays.
 */
export function neighbourhoods<Place extends Located>(
  places: readonly Place[],
  most: number,
): readonly (readonly Place[])[] {
  if (places.length <= most) return [places];
  const eastward = [...places].sort((one, other) => one.gcj02.longitude - other.gcj02.longitude);
  const southward = [...places].sort((one, other) => other.gcj02.latitude - one.gcj02.latitude);
  const middle = southward[Math.floor(places.length / 2)]?.gcj02.latitude ?? 0;
  const width = span(eastward, ({ longitude }) => ({ longitude, latitude: middle }));
  const height = span(southward, ({ latitude }) => ({ longitude: 0, latitude }));
  const sorted = width >= height ? eastward : southward;
  const parts = Math.ceil(places.length / most);
  const first = new Set(sorted.slice(0, Math.ceil((places.length * Math.ceil(parts / 2)) / parts)));
  return [places.filter((place) => first.has(place)), places.filter((place) => !first.has(place))].flatMap((part) =>
    neighbourhoods(part, most),
  );
}

/** From the first to the last of some places, in metres along one direction. */
function span(sorted: readonly Located[], along: (point: Gcj02Point) => Gcj02Point): number {
  const [from, to] = [sorted[0], sorted.at(-1)];
  return from && to ? straightMetres(along(from.gcj02), along(to.gcj02)) : 0;
}
