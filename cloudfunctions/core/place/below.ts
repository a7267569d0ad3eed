import type { Place } from './place';

/** A place as its parent has it stand: under the parent's path, in its grid and its section. */
export function belowParent(place: Place, parent: Place): Place {
  const grid = parent.kind === 'grid' ? asGrid(parent) : parent.grid;
  const sectionName = parent.kind === 'section' ? parent.name : parent.sectionName;
  const next: Place = { ...place, path: `${parent.path}/${place._id}`, ...(grid && { grid }) };
  if (sectionName !== undefined) return { ...next, sectionName };
  const { sectionName: before, ...withoutSection } = next;
  return before === undefined ? next : withoutSection;
}

function asGrid({ _id, name, colour }: Place): NonNullable<Place['grid']> {
  return { gridId: _id, name, ...(colour && { colour }) };
}
