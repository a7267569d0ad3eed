import { rank } from '../values/compare';
import { encodeValue } from '../values/key-encoding';
import { boxesOf, type Geometry } from './geometry';
import { distanceRadians, type Box, type Position } from './sphere';

/**
 * The globe as a tree of quarters: a cell's name is the path of digits 0 to 3 that leads to it, so that everything in
 * a cell has keys that start with its name. 24 digits are cells of about two metres.
 */
const maxLevel = 24;
/** A query is covered by at most about this many cells; more would fit closer and search more often. */
const maxCells = 40;

const globe: Box = { west: -180, south: -90, east: 180, north: 90 };

/** The keys of a geometry: the cell of a point, the few cells that cover anything larger. */
export function cellKeysOf(geometry: Geometry): Buffer[] {
  const names = new Set(boxesOf(geometry).flatMap(cellsAround));
  return [...names].map((name) => encodeValue(name));
}

/** The smallest cells of one size that enclose a box: one to four of them. */
function cellsAround(box: Box): string[] {
  const span = Math.max(box.east - box.west, (box.north - box.south) * 2);
  const level = span <= 0 ? maxLevel : Math.max(0, Math.min(maxLevel, Math.floor(Math.log2(360 / span))));
  const corners = [box.west, box.east].flatMap((longitude) =>
    [box.south, box.north].map((latitude) => cellAt(longitude, latitude, level)),
  );
  return [...new Set(corners)];
}

function cellAt(longitude: number, latitude: number, level: number): string {
  let cell = globe;
  let name = '';
  for (let depth = 0; depth < level; depth++) {
    const [middleX, middleY] = [(cell.west + cell.east) / 2, (cell.south + cell.north) / 2];
    const digit = (longitude >= middleX ? 1 : 0) + (latitude >= middleY ? 2 : 0);
    cell = quarter(cell, digit);
    name += String(digit);
  }
  return name;
}

function quarter(cell: Box, digit: number): Box {
  const [middleX, middleY] = [(cell.west + cell.east) / 2, (cell.south + cell.north) / 2];
  const isEast = digit % 2 === 1;
  const isNorth = digit >= 2;
  return {
    west: isEast ? middleX : cell.west,
    east: isEast ? cell.east : middleX,
    south: isNorth ? middleY : cell.south,
    north: isNorth ? cell.north : middleY,
  };
}

/** How far a document is from a place at least, and at most, as a key of its geometry tells. */
export interface DistanceBounds {
  readonly leastRadians: number;
  readonly mostRadians: number;
}

/** For the sums of what is computed along different ways. */
const toleranceRadians = 1e-12;

/**
 * What the key of a cell tells of the distance, before the document is read.
 *
 * @param nameAt where in the key the encoded name begins
 */
export function boundsOfKey(key: Buffer, nameAt: number, centre: Position): DistanceBounds {
  const name = key.toString('latin1', nameAt + 1, key.indexOf(0, nameAt + 1));
  const { west, east, south, north } = Array.from(name).reduce((cell, digit) => quarter(cell, Number(digit)), globe);
  const away = distanceRadians(centre, [(west + east) / 2, (south + north) / 2]);
  // Along the meridian, then along the parallel: nothing in the cell is farther from its middle.
  const reach = (((east - west + north - south) / 2) * Math.PI) / 180 + toleranceRadians;
  return {
    leastRadians: away - reach,
    // What is no larger than the smallest cell lies in this one or in one beside it.
    mostRadians: name.length === maxLevel ? away + 3 * reach : Math.PI,
  };
}

/** What a geo query has to read: everything below some cells, and the larger cells that these lie in. */
export interface CellCover {
  /** Encoded beginnings of keys. */
  readonly prefixes: Buffer[];
  /** Encoded whole keys. */
  readonly exact: Buffer[];
}

/** Covers boxes with cells, splitting where that still sheds something. */
export function coverBoxes(boxes: readonly Box[]): CellCover {
  let names = [{ name: '', box: globe }];
  for (let depth = 0; depth < maxLevel; depth++) {
    const next = names.flatMap((cell) => (isInside(cell.box, boxes) ? [cell] : split(cell, boxes)));
    if (next.length > maxCells && names.length > 0 && depth > 0) break;
    names = next;
  }
  const ancestors = new Set(names.flatMap(({ name }) => [...name].map((_, length) => name.slice(0, length))));
  for (const { name } of names) ancestors.delete(name);
  return {
    prefixes: names.map(({ name }) => Buffer.concat([Buffer.of(rank.text), Buffer.from(name, 'latin1')])),
    exact: [...ancestors].map((name) => encodeValue(name)),
  };
}

function split(cell: { name: string; box: Box }, boxes: readonly Box[]): { name: string; box: Box }[] {
  return [0, 1, 2, 3]
    .map((digit) => ({ name: `${cell.name}${String(digit)}`, box: quarter(cell.box, digit) }))
    .filter((part) => boxes.some((box) => overlap(part.box, box)));
}

const overlap = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

function isInside(cell: Box, boxes: readonly Box[]): boolean {
  return boxes.some(
    (box) => cell.west >= box.west && cell.east <= box.east && cell.south >= box.south && cell.north <= box.north,
  );
}
