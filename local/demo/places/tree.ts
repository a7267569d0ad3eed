import type { Place, PlaceRef } from '../../../cloudfunctions/core/place/place';
import type { GridColour } from '../../../miniprogram/contracts/hat';
import type { Gcj02Point } from '../../../miniprogram/contracts/distance';
import type { PlaceKind } from '../../../miniprogram/contracts/place';
import { boundariesOf } from './boundaries';

/** A node of a community's tree while it is built; `toPlace` makes the document of it. */
export interface PlaceNode {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** As somebody says it at the door: `柳巷 12 号院`. */
  readonly label: string;
  readonly path: string;
  /** Grid first. */
  readonly above: readonly PlaceNode[];
  readonly position: number;
  readonly colour?: GridColour;
  /** Of a grid. */
  readonly boundary?: readonly Gcj02Point[];
  readonly children: PlaceNode[];
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

function labelOf(kind: PlaceKind, name: string, parent?: PlaceNode): string {
  return (kind === 'courtyard' || kind === 'household') && parent !== undefined ? `${parent.label} ${name}` : name;
}

/** One community's places: grid › section › lane › courtyard › household, numbered in the order of the plan. */
export class PlaceTree {
  readonly nodes: PlaceNode[] = [];
  private readonly counts = new Map<PlaceKind, number>();

  constructor(
    readonly communityId: string,
    plan: readonly GridPlan[],
  ) {
    const boundaries = boundariesOf(communityId, plan.length);
    plan.forEach(({ name, colour, ...grid }, position) => {
      const boundary = boundaries[position];
      const top = this.add({ kind: 'grid', name, position, ...(colour && { colour }), ...(boundary && { boundary }) });
      grid.sections.forEach((section, index) => {
        const under = this.add({ kind: 'section', name: section.name, position: index }, top);
        section.lanes.forEach((lane, at) => this.addLane(lane, under, at));
      });
    });
  }

  of(kind: PlaceKind): PlaceNode[] {
    return this.nodes.filter((node) => node.kind === kind);
  }

  /** @throws when no place of the kind has this label */
  labelled(kind: PlaceKind, label: string): PlaceNode {
    const found = this.nodes.find((node) => node.kind === kind && node.label === label);
    if (found === undefined) throw new Error(`no ${kind} ${label} in ${this.communityId}`);
    return found;
  }

  documents(): Place[] {
    return this.nodes.map((node) => toPlace(node, this.communityId));
  }

  private addLane(plan: LanePlan, section: PlaceNode, position: number): void {
    const lane = this.add({ kind: 'lane', name: plan.name, position }, section);
    plan.courtyards.forEach(([name, households], index) => {
      const courtyard = this.add({ kind: 'courtyard', name, position: index }, lane);
      for (let at = 0; at < households; at += 1)
        this.add({ kind: 'household', name: `${at + 1} 户`, position: at }, courtyard);
    });
  }

  private add(
    properties: Pick<PlaceNode, 'kind' | 'name' | 'position' | 'colour' | 'boundary'>,
    parent?: PlaceNode,
  ): PlaceNode {
    const number = (this.counts.get(properties.kind) ?? 0) + 1;
    this.counts.set(properties.kind, number);
    const placeId = `${this.communityId}_${properties.kind.charAt(0)}${number}`;
    const node: PlaceNode = {
      ...properties,
      placeId,
      label: labelOf(properties.kind, properties.name, parent),
      path: `${parent?.path ?? this.communityId}/${placeId}`,
      above: parent === undefined ? [] : [...parent.above, parent],
      children: [],
    };
    parent?.children.push(node);
    this.nodes.push(node);
    return node;
  }
}

/** The place of a kind that a place lies in, or is. @throws when there is none above it */
export function within(node: PlaceNode, kind: PlaceKind): PlaceNode {
  const found = [...node.above, node].find((candidate) => candidate.kind === kind);
  if (found === undefined) throw new Error(`${node.label} lies in no ${kind}`);
  return found;
}

/** A place as people, orders and cards carry it. */
export function placeOf(node: PlaceNode): PlaceRef {
  const grid = within(node, 'grid');
  const section = [...node.above, node].find(({ kind }) => kind === 'section');
  const courtyard = [...node.above, node].find(({ kind }) => kind === 'courtyard');
  return {
    placeId: node.placeId,
    path: node.path,
    label: node.label,
    gridId: grid.placeId,
    gridName: grid.name,
    ...(grid.colour && { colour: grid.colour }),
    ...(section && { sectionName: section.name }),
    ...(courtyard && { courtyardId: courtyard.placeId }),
  };
}

export function toPlace(node: PlaceNode, communityId: string): Place {
  const { gridId, gridName, colour, sectionName } = placeOf(node);
  const above =
    node.kind === 'grid'
      ? {}
      : {
          grid: { gridId, name: gridName, ...(colour && { colour }) },
          ...(sectionName !== undefined && { sectionName }),
        };
  return {
    _id: node.placeId,
    communityId,
    kind: node.kind,
    parentId: node.above[node.above.length - 1]?.placeId ?? communityId,
    path: node.path,
    name: node.name,
    position: node.position,
    ...(node.colour && { colour: node.colour }),
    ...(node.boundary && { boundary: node.boundary }),
    children: node.children.length,
    ...above,
    label: node.label,
  };
}
