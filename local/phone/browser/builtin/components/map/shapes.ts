import { asRecord, asList, asNumber, asText, type UnknownRecord } from '../../support/values';
import { pixelsOfMetres, toScreen, type Camera, type Location, type Size } from './projection';

const svgNamespace = 'http://www.w3.org/2000/svg';

export function location(value: unknown): Location {
  const record = asRecord(value);
  return { latitude: asNumber(record['latitude'], 0), longitude: asNumber(record['longitude'], 0) };
}

export function locations(value: unknown): Location[] {
  return asList(value).map(location);
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function path(points: readonly Location[], camera: Camera, size: Size): string {
  return points
    .map((point) => {
      const { x, y } = toScreen(point, camera, size);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

/** Colours are #RGB, #RRGGBB or #RRGGBBAA, which are all CSS. */
const color = (value: unknown, fallback: string): string => asText(value, fallback) || fallback;

function polygon(record: UnknownRecord, camera: Camera, size: Size): SVGElement {
  const dash = asList(record['dashArray']).map((length) => asNumber(length, 0));
  return shape('polygon', {
    points: path(locations(record['points']), camera, size),
    fill: color(record['fillColor'], 'none'),
    stroke: color(record['strokeColor'], '#000000'),
    'stroke-width': asNumber(record['strokeWidth'], 1),
    'stroke-linejoin': 'round',
    ...(dash.some((length) => length > 0) ? { 'stroke-dasharray': dash.join(' ') } : {}),
  });
}

function polyline(
  record: UnknownRecord,
  camera: Camera,
  size: Size,
  onTap: (record: UnknownRecord, event: MouseEvent) => void,
): SVGElement[] {
  const width = asNumber(record['width'], 1);
  const border = asNumber(record['borderWidth'], 0);
  const points = path(locations(record['points']), camera, size);
  const line = (stroke: string, strokeWidth: number): SVGElement =>
    shape('polyline', {
      points,
      fill: 'none',
      stroke,
      'stroke-width': strokeWidth,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    });
  const front = line(color(record['color'], '#000000'), width);
  if (record['dottedLine'] === true) front.setAttribute('stroke-dasharray', `${width * 2} ${width * 2}`);
  if (record['dottedLine'] === true) front.setAttribute('stroke-linecap', 'butt');
  front.style.pointerEvents = 'stroke';
  front.addEventListener('click', (event) => onTap(record, event));
  return border > 0 ? [line(color(record['borderColor'], '#ffffff'), width + 2 * border), front] : [front];
}

function circle(record: UnknownRecord, camera: Camera, size: Size): SVGElement {
  const center = location(record);
  const { x, y } = toScreen(center, camera, size);
  return shape('circle', {
    cx: x,
    cy: y,
    r: pixelsOfMetres(asNumber(record['radius'], 0), center, camera.scale),
    fill: color(record['fillColor'], 'none'),
    stroke: color(record['color'], '#000000'),
    'stroke-width': asNumber(record['strokeWidth'], 1),
  });
}

export interface Shapes {
  readonly polygons: unknown;
  readonly polyline: unknown;
  readonly circles: unknown;
}

/** Creates polygons in the order of their zIndex, then circles, then lines. */
export function drawShapes(
  shapes: Shapes,
  camera: Camera,
  size: Size,
  onTap: (record: UnknownRecord, event: MouseEvent) => void,
): SVGElement[] {
  const polygons = asList(shapes.polygons)
    .map(asRecord)
    .sort((one, other) => asNumber(one['zIndex'], 0) - asNumber(other['zIndex'], 0));
  return [
    ...polygons.map((record) => polygon(record, camera, size)),
    ...asList(shapes.circles).map((record) => circle(asRecord(record), camera, size)),
    ...asList(shapes.polyline).flatMap((record) => polyline(asRecord(record), camera, size, onTap)),
  ];
}
