import type { PlaceView } from '../../../miniprogram/contracts/place';
import type { Place, PlaceRef } from './place';

export function placeView({ _id, kind, name, label, colour, children }: Place): PlaceView {
  return { placeId: _id, kind, name, label, ...(colour && { colour }), hasMore: children > 0 };
}

/** Whether orders may be asked for at a place and cards hang there: it is open, and it lies in a grid. */
export function isServed({ kind, grid, closedAt }: Place): boolean {
  return closedAt === undefined && (kind === 'grid' || grid !== undefined);
}

/** A household's plate begins with its courtyard's (rules/below.ts), unless its own name says all of it. */
function courtyardLabel({ kind, name, label }: Place): Pick<PlaceRef, 'courtyardLabel'> {
  const above = kind === 'household' && label.endsWith(` ${name}`) ? label.slice(0, -name.length - 1) : '';
  return above === '' ? {} : { courtyardLabel: above };
}

/** A place as a card or an order carries it. */
export function placeRef(place: Place): PlaceRef {
  const grid = place.grid ?? { gridId: place._id, name: place.name, ...(place.colour && { colour: place.colour }) };
  const steps = place.path.split('/');
  const courtyardId = place.kind === 'courtyard' ? place._id : place.kind === 'household' ? steps.at(-2) : undefined;
  return {
    placeId: place._id,
    path: place.path,
    label: place.label,
    gridId: grid.gridId,
    gridName: grid.name,
    ...(grid.colour && { colour: grid.colour }),
    ...(place.sectionName !== undefined && { sectionName: place.sectionName }),
    ...(courtyardId !== undefined && { courtyardId }),
    ...courtyardLabel(place),
  };
}
