import gcoord from 'gcoord';
import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';
import type { CoordinateSystem } from '../../../../miniprogram/contracts/station';

const systems = { gcj02: gcoord.GCJ02, wgs84: gcoord.WGS84, bd09: gcoord.BD09 } as const;

/** The same place in GCJ-02: in Taiyuan a plain GPS lies half a kilometre off. */
export function toGcj02(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  system: CoordinateSystem,
): Gcj02Point {
  const [toLongitude, toLatitude] = gcoord.transform([longitude, latitude], systems[system], gcoord.GCJ02);
  return { latitude: toLatitude, longitude: toLongitude };
}
