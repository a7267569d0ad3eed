/** What is drawn inside a grid on the map, so that nobody has to tell it by its colour alone. */
import type { Gcj02Point } from '../../../contracts/distance';
import type { GridColour } from '../../../contracts/hat';

export type Segment = readonly [from: Gcj02Point, to: Gcj02Point];
export type Corners = readonly Gcj02Point[];

interface Flat {
  readonly u: number;
  readonly v: number;
}

/** Degrees on a plane that is turned by an angle, with a degree of longitude as long as it is there. */
function planeOf([first]: Corners, angle: number) {
  const narrow = Math.cos(((first?.latitude ?? 0) * Math.PI) / 180);
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return {
    flat: ({ latitude, longitude }: Gcj02Point): Flat => {
      const x = longitude * narrow;
      return { u: x * cosine + latitude * sine, v: latitude * cosine - x * sine };
    },
    point: ({ u, v }: Flat): Gcj02Point => ({
      latitude: rounded(v * cosine + u * sine),
      longitude: rounded((u * cosine - v * sine) / narrow),
    }),
  };
}

/** To a metre, so that a map of many lines stays light. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

interface Row {
  readonly v: number;
  readonly spans: readonly (readonly [number, number])[];
}

/** Where parallel lines run inside an area: so many of them, evenly apart. */
function rowsIn(flat: readonly Flat[], lines: number): { readonly rows: readonly Row[]; readonly apart: number } {
  const heights = flat.map(({ v }) => v);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const apart = (high - low) / lines;
  const rows = Array.from({ length: lines }, (_, index): Row => {
    const v = low + (index + 0.5) * apart;
    const crossings = flat
      .flatMap((to, at): number[] => {
        const from = flat[(at + flat.length - 1) % flat.length];
        if (!from || from.v > v === to.v > v) return [];
        return [from.u + ((v - from.v) / (to.v - from.v)) * (to.u - from.u)];
      })
      .sort((one, other) => one - other);
    const spans = crossings.flatMap((from, at): (readonly [number, number])[] => {
      const to = crossings[at + 1];
      return at % 2 === 0 && to !== undefined ? [[from, to]] : [];
    });
    return { v, spans };
  });
  return { rows, apart };
}

/** Parallel lines that fill an area. @param angle against the east, in radians */
export function linesIn(corners: Corners, lines: number, angle = 0): readonly Segment[] {
  const { flat, point } = planeOf(corners, angle);
  return rowsIn(corners.map(flat), lines).rows.flatMap(({ v, spans }) =>
    spans.map(([from, to]): Segment => [point({ u: from, v }), point({ u: to, v })]),
  );
}

/** Points that fill an area in rows, and how far apart they are, in degrees of latitude. */
export function spotsIn(
  corners: Corners,
  lines: number,
): { readonly spots: readonly Gcj02Point[]; readonly apart: number } {
  const { flat, point } = planeOf(corners, 0);
  const { rows, apart } = rowsIn(corners.map(flat), lines);
  const spots = rows.flatMap(({ v, spans }) =>
    spans.flatMap(([from, to]) => {
      const count = Math.max(1, Math.floor((to - from) / apart));
      return Array.from({ length: count }, (_, at) => point({ u: from + ((at + 0.5) * (to - from)) / count, v }));
    }),
  );
  return { spots, apart };
}

/** A place inside an area for its name: the middle of the widest stretch half way up. */
export function middleOf(corners: Corners): Gcj02Point {
  const { flat, point } = planeOf(corners, 0);
  const [row] = rowsIn(corners.map(flat), 1).rows;
  const widest = [...(row?.spans ?? [])].sort((one, other) => other[1] - other[0] - (one[1] - one[0]))[0];
  return row && widest ? point({ u: (widest[0] + widest[1]) / 2, v: row.v }) : (corners[0] ?? point({ u: 0, v: 0 }));
}

/** The outline of a star around a place; `radius` in degrees of latitude. */
function starAt(place: Gcj02Point, radius: number): Corners {
  const { flat, point } = planeOf([place], 0);
  const { u, v } = flat(place);
  return Array.from({ length: 6 }, (_, index) => {
    const angle = Math.PI / 2 + (index * 4 * Math.PI) / 5;
    return point({ u: u + radius * Math.cos(angle), v: v + radius * Math.sin(angle) });
  });
}

const metresPerDegree = 111_320;

/** What fills a grid: lines through these points, and discs. */
export interface Pattern {
  readonly lines: readonly Corners[];
  readonly discs: readonly (Gcj02Point & { readonly radius: number })[];
}

/** Plain, lines, diagonals, dots, stars, as the swatch beside a name has them (`styles/grids.wxss`). */
export function patternIn(corners: Corners, colour: GridColour | undefined): Pattern {
  const none: Pattern = { lines: [], discs: [] };
  if (corners.length < 3) return none;
  if (colour === 'yellow') return { ...none, lines: linesIn(corners, 9) };
  if (colour === 'blue') return { ...none, lines: linesIn(corners, 11, Math.PI / 4) };
  if (colour === 'green') {
    const { spots, apart } = spotsIn(corners, 4);
    return { ...none, discs: spots.map((spot) => ({ ...spot, radius: Math.round(0.12 * apart * metresPerDegree) })) };
  }
  if (colour !== 'purple') return none;
  const { spots, apart } = spotsIn(corners, 3);
  return { ...none, lines: spots.slice(0, 16).map((spot) => starAt(spot, 0.26 * apart)) };
}
