import { asBag, asList, asNumber, asText, type Bag } from '../../support/values';
import { pixelsOfMetres, toScreen, type Camera, type Location, type Size } from './projection';

const space = 'http://www.w3.org/2000/svg';

export function location(value: unknown): Location {
  const bag = asBag(value);
  return { latitude: asNumber(bag['latitude'], 0), longitude: asNumber(bag['longitude'], 0) };
}

export const locations = (value: unknown): Location[] => asList(value).map(location);

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(space, name);
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

/** Colours are #RGB, #RRGGBB or #RRGGBBAA: CSS reads them all. */
const color = (value: unknown, fallback: string): string => asText(value, fallback) || fallback;

function polygon(bag: Bag, camera: Camera, size: Size): SVGElement {
  const dash = asList(bag['dashArray']).map((length) => asNumber(length, 0));
  return shape('polygon', {
    points: path(locations(bag['points']), camera, size),
    fill: color(bag['fillColor'], 'none'),
    stroke: color(bag['strokeColor'], '#000000'),
    'stroke-width': asNumber(bag['strokeWidth'], 1),
    'stroke-linejoin': 'round',
    ...(dash.some((length) => length > 0) ? { 'stroke-dasharray': dash.join(' ') } : {}),
  });
}

function polyline(bag: Bag, camera: Camera, size: Size, tapped: (bag: Bag, event: MouseEvent) => void): SVGElement[] {
  const width = asNumber(bag['width'], 1);
  const border = asNumber(bag['borderWidth'], 0);
  const points = path(locations(bag['points']), camera, size);
  const line = (stroke: string, strokeWidth: number): SVGElement =>
    shape('polyline', {
      points,
      fill: 'none',
      stroke,
      'stroke-width': strokeWidth,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    });
  const front = line(color(bag['color'], '#000000'), width);
  if (bag['dottedLine'] === true) front.setAttribute('stroke-dasharray', `${width * 2} ${width * 2}`);
  if (bag['dottedLine'] === true) front.setAttribute('stroke-linecap', 'butt');
  front.style.pointerEvents = 'stroke';
  front.addEventListener('click', (event) => tapped(bag, event));
  return border > 0 ? [line(color(bag['borderColor'], '#ffffff'), width + 2 * border), front] : [front];
}

function circle(bag: Bag, camera: Camera, size: Size): SVGElement {
  const center = location(bag);
  const { x, y } = toScreen(center, camera, size);
  return shape('circle', {
    cx: x,
    cy: y,
    r: pixelsOfMetres(asNumber(bag['radius'], 0), center, camera.scale),
    fill: color(bag['fillColor'], 'none'),
    stroke: color(bag['color'], '#000000'),
    'stroke-width': asNumber(bag['strokeWidth'], 1),
  });
}

export interface Shapes {
  polygons: unknown;
  polyline: unknown;
  circles: unknown;
}

/** Polygons in the order of their zIndex, circles, then lines. */
export function drawShapes(
  shapes: Shapes,
  camera: Camera,
  size: Size,
  tapped: (bag: Bag, event: MouseEvent) => void,
): SVGElement[] {
  const polygons = asList(shapes.polygons)
    .map(asBag)
    .sort((one, other) => asNumber(one['zIndex'], 0) - asNumber(other['zIndex'], 0));
  return [
    ...polygons.map((bag) => polygon(bag, camera, size)),
    ...asList(shapes.circles).map((bag) => circle(asBag(bag), camera, size)),
    ...asList(shapes.polyline).flatMap((bag) => polyline(asBag(bag), camera, size, tapped)),
  ];
}
