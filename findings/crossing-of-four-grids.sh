#!/usr/bin/env bash
# The crossing of four grids belongs to none, one, three or all of them, by library
#
# Versions: point-in-polygon 1.1.0, geo-point-in-polygon 1.0.0, polygon-lookup 2.7.0, point-in-polygon-hao 1.2.4,
# @turf/boolean-point-in-polygon 7.4.0 (with and without ignoreBoundary), robust-point-in-polygon 1.0.3.
# Expected: simple features (ISO 19125, OGC 06-103r4): a polygon's boundary belongs to it and not to its interior, so
# that a point on it intersects every neighbour and is within none. Who divides places among grids needs one, and
# always the same.
# Seen: point-in-polygon and polygon-lookup give a shared street to one grid and the crossing to one;
# geo-point-in-polygon gives the street to two and the crossing to three of the four; hao answers 0 on a boundary,
# which is falsy like outside.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  point-in-polygon@1.1.0 geo-point-in-polygon@1.0.0 polygon-lookup@2.7.0 point-in-polygon-hao@1.2.4 \
  @turf/boolean-point-in-polygon@7.4.0 robust-point-in-polygon@1.0.3

cat >try.mjs <<'EOF'
import pointInPolygon from 'point-in-polygon';
import geoPointInPolygon from 'geo-point-in-polygon';
import PolygonLookup from 'polygon-lookup';
import hao from 'point-in-polygon-hao';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import robust from 'robust-point-in-polygon';

/** Four grids around a crossing in Taiyuan, two streets between them; closed rings, counterclockwise. */
const [x, y, d] = [112.5, 37.75, 0.125];
const square = (west, south) => [
  [west, south],
  [west + d, south],
  [west + d, south + d],
  [west, south + d],
  [west, south],
];
const grids = { 西南: square(x - d, y - d), 东南: square(x, y - d), 西北: square(x - d, y), 东北: square(x, y) };
const polygon = (ring) => ({ type: 'Polygon', coordinates: [ring] });
const features = Object.entries(grids).map(([name, ring]) => ({
  type: 'Feature',
  properties: { name },
  geometry: polygon(ring),
}));
const lookup = new PolygonLookup({ type: 'FeatureCollection', features });
const having = (point, test) =>
  Object.keys(grids)
    .filter((name) => test(point, grids[name]))
    .join(' ') || 'none';
const libraries = {
  'point-in-polygon': (point) => having(point, pointInPolygon),
  'geo-point-in-polygon': (point) => having(point, geoPointInPolygon),
  'polygon-lookup': (point) => lookup.search(...point)?.properties.name ?? 'none',
  'hao, truthy': (point) => having(point, (at, ring) => hao(at, [ring])),
  'hao, not false': (point) => having(point, (at, ring) => hao(at, [ring]) !== false),
  turf: (point) => having(point, (at, ring) => booleanPointInPolygon(at, polygon(ring))),
  'turf ignoreBoundary': (point) =>
    having(point, (at, ring) => booleanPointInPolygon(at, polygon(ring), { ignoreBoundary: true })),
  'robust, not outside': (point) => having(point, (at, ring) => robust(ring, at) <= 0),
};
for (const [name, grid] of Object.entries(libraries))
  console.log(name.padEnd(20), 'street:', grid([x, y + d / 2]).padEnd(12), 'crossing:', grid([x, y]));
EOF

cat >seen.txt <<'EOF'
point-in-polygon     street: 东北           crossing: 东北
geo-point-in-polygon street: 西北 东北        crossing: 西南 东南 东北
polygon-lookup       street: 东北           crossing: 东北
hao, truthy          street: none         crossing: none
hao, not false       street: 西北 东北        crossing: 西南 东南 西北 东北
turf                 street: 西北 东北        crossing: 西南 东南 西北 东北
turf ignoreBoundary  street: none         crossing: none
robust, not outside  street: 西北 东北        crossing: 西南 东南 西北 东北
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
