import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import type { Place } from '../place';

/** A place as its parent has it stand: under the parent's path, in its grid and its section, with its lane's name. */
export function belowParent(place: Place, parent: Place): Place {
  const grid = parent.kind === 'grid' ? asGrid(parent) : parent.grid;
  const sectionName = parent.kind === 'section' ? parent.name : parent.sectionName;
  return {
    ...withoutAbove(place),
    path: `${parent.path}/${place._id}`,
    label: labelOf(place.kind, place.name, parent),
    ...(grid && { grid }),
    ...(sectionName !== undefined && { sectionName }),
  };
}

function withoutAbove({ grid: _grid, sectionName: _section, ...place }: Place): Place {
  return place;
}

function asGrid({ _id, name, colour }: Place): NonNullable<Place['grid']> {
  return { gridId: _id, name, ...(colour && { colour }) };
}

/**
 * What a door plate says: a courtyard behind its lane's name, a household behind its courtyard's, unless the name says
 * it already; everything else by its name alone.
 */
export function labelOf(kind: PlaceKind, name: string, parent: Pick<Place, 'kind' | 'label'> | undefined): string {
  const isNumber = kind === 'courtyard' || kind === 'household';
  const above = parent && (parent.kind === 'lane' || parent.kind === 'courtyard') ? parent.label : '';
  return isNumber && above !== '' && !name.startsWith(above) ? `${above} ${name}` : name;
}
