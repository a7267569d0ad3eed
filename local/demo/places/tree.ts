import type { Place, PlaceRef } from '../../../cloudfunctions/core/place/place';
import type { GridColour } from '../../../miniprogram/contracts/hat';
import type { PlaceKind } from '../../../miniprogram/contracts/place';

/** A node of a community's tree while it is built; `toPlace` makes the document of it. */
export interface Site {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** As somebody says it at the door: `柳巷 12 号院`. */
  readonly label: string;
  readonly path: string;
  /** Grid first. */
  readonly above: readonly Site[];
  readonly position: number;
  readonly colour?: GridColour;
  readonly children: Site[];
}

export interface LanePlan {
  readonly name: string;
  /** Name of a courtyard → how many households live in it. */
  readonly courtyards: readonly (readonly [string, number])[];
}
export interface GridPlan {
  readonly name: string;
  readonly colour?: GridColour;
  readonly sections: readonly { readonly name: string; readonly lanes: readonly LanePlan[] }[];
}

function labelOf(kind: PlaceKind, name: string, parent?: Site): string {
  return (kind === 'courtyard' || kind === 'household') && parent !== undefined ? `${parent.label} ${name}` : name;
}

/** One community's places: grid › section › lane › courtyard › household, numbered in the order of the plan. */
export class PlaceTree {
  readonly sites: Site[] = [];
  private readonly counts = new Map<PlaceKind, number>();

  constructor(
    readonly communityId: string,
    plan: readonly GridPlan[],
  ) {
    plan.forEach((grid, position) => {
      const top = this.add({ kind: 'grid', name: grid.name, position, ...(grid.colour && { colour: grid.colour }) });
      grid.sections.forEach((section, index) => {
        const under = this.add({ kind: 'section', name: section.name, position: index }, top);
        section.lanes.forEach((lane, at) => this.addLane(lane, under, at));
      });
    });
  }

  of(kind: PlaceKind): Site[] {
    return this.sites.filter((site) => site.kind === kind);
  }

  /** @throws when no place of the kind has this label */
  labelled(kind: PlaceKind, label: string): Site {
    const found = this.sites.find((site) => site.kind === kind && site.label === label);
    if (found === undefined) throw new Error(`no ${kind} ${label} in ${this.communityId}`);
    return found;
  }

  documents(): Place[] {
    return this.sites.map((site) => toPlace(site, this.communityId));
  }

  private addLane(plan: LanePlan, section: Site, position: number): void {
    const lane = this.add({ kind: 'lane', name: plan.name, position }, section);
    plan.courtyards.forEach(([name, households], index) => {
      const courtyard = this.add({ kind: 'courtyard', name, position: index }, lane);
      for (let at = 0; at < households; at += 1)
        this.add({ kind: 'household', name: `${at + 1} 户`, position: at }, courtyard);
    });
  }

  private add(node: Pick<Site, 'kind' | 'name' | 'position' | 'colour'>, parent?: Site): Site {
    const number = (this.counts.get(node.kind) ?? 0) + 1;
    this.counts.set(node.kind, number);
    const placeId = `${this.communityId}_${node.kind.charAt(0)}${number}`;
    const site: Site = {
      ...node,
      placeId,
      label: labelOf(node.kind, node.name, parent),
      path: `${parent?.path ?? this.communityId}/${placeId}`,
      above: parent === undefined ? [] : [...parent.above, parent],
      children: [],
    };
    parent?.children.push(site);
    this.sites.push(site);
    return site;
  }
}

/** The place of a kind that a place lies in, or is. @throws when there is none above it */
export function within(site: Site, kind: PlaceKind): Site {
  const found = [...site.above, site].find((candidate) => candidate.kind === kind);
  if (found === undefined) throw new Error(`${site.label} lies in no ${kind}`);
  return found;
}

/** A place as people, orders and cards carry it. */
export function placeOf(site: Site): PlaceRef {
  const grid = within(site, 'grid');
  const section = [...site.above, site].find(({ kind }) => kind === 'section');
  const courtyard = [...site.above, site].find(({ kind }) => kind === 'courtyard');
  return {
    placeId: site.placeId,
    path: site.path,
    label: site.label,
    gridId: grid.placeId,
    gridName: grid.name,
    ...(grid.colour && { colour: grid.colour }),
    ...(section && { sectionName: section.name }),
    ...(courtyard && { courtyardId: courtyard.placeId }),
  };
}

function toPlace(site: Site, communityId: string): Place {
  const { gridId, gridName, colour, sectionName } = placeOf(site);
  const above =
    site.kind === 'grid'
      ? {}
      : {
          grid: { gridId, name: gridName, ...(colour && { colour }) },
          ...(sectionName !== undefined && { sectionName }),
        };
  return {
    _id: site.placeId,
    communityId,
    kind: site.kind,
    parentId: site.above[site.above.length - 1]?.placeId ?? communityId,
    path: site.path,
    name: site.name,
    position: site.position,
    ...(site.colour && { colour: site.colour }),
    children: site.children.length,
    ...above,
    label: site.label,
  };
}
