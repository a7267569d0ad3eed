import { hashOf } from '../../platform/ids';
import { collection } from '../../platform/database';
import type { Person } from '../../person/person';
import { marksOf } from '../../person/rules/namesakes';
import type { PlaceRef } from '../../place/place';

/** What suggestions look at of somebody who may be asked. */
export type Helper = Pick<
  Person,
  '_id' | 'name' | 'skills' | 'free' | 'atWork' | 'hours' | 'teamId' | 'team' | 'load' | 'reachable'
> & {
  readonly home?: Pick<PlaceRef, 'courtyardId'>;
  readonly serves?: Pick<PlaceRef, 'gridId'>;
  /** The last four digits of their number, which tell two of one name apart. */
  readonly phoneEnd?: string;
};

/**
 * Everybody of a grid who may be asked, in one document, so that suggestions look at all members of a community within
 * one read (docs/adr/0061-helpers-of-a-grid.md). Kept by a projection of people and, hour by hour, by a job; what each
 * of them took on this month comes from the count of orders.
 */
export interface HelperRoster {
  /** The grid that they serve; the community and `:none` of those who only belong to a team. */
  readonly _id: string;
  readonly communityId: string;
  readonly helpers: readonly Omit<Helper, 'load'>[];
  /** Their ids, in an index. */
  readonly helperIds: readonly string[];
  /** Orders accepted in a month, by person; of another month it says nothing. */
  readonly loads: { readonly month: string; readonly counts: Readonly<Record<string, number>> };
  /** Another one with each change of `helpers`. */
  readonly hash: string;
}

export const helperRosters = collection<HelperRoster>('helperRosters');

/** The roster in which somebody stands; undefined for whoever is not to be asked. Pure. */
export function rosterIdOf(person: Person): string | undefined {
  const { reachable, leftAt, serves, team, communityId } = person;
  if (!reachable || leftAt) return undefined;
  if (serves?.gridId) return serves.gridId;
  return team ? `${communityId}:none` : undefined;
}

export function helperOf(person: Person): Omit<Helper, 'load'> {
  const { _id, name, skills, free, atWork, hours, teamId, team, reachable, home, serves, phone } = person;
  const { phoneEnd } = marksOf({ phone });
  return {
    _id,
    name,
    skills,
    free,
    atWork,
    reachable,
    ...(phoneEnd !== undefined && { phoneEnd }),
    ...(hours && { hours }),
    ...(teamId !== undefined && { teamId }),
    ...(team && { team }),
    ...(home?.courtyardId !== undefined && { home: { courtyardId: home.courtyardId } }),
    ...(serves?.gridId !== undefined && { serves: { gridId: serves.gridId } }),
  };
}

type HelperFields = Pick<HelperRoster, 'helpers' | 'helperIds' | 'hash'>;

/** A roster's own fields of these people, by id, so that the same people make the same roster. Pure. */
export function helperFields(helpers: HelperRoster['helpers']): HelperFields {
  const sorted = [...helpers].sort((one, other) => (one._id < other._id ? -1 : 1));
  return { helpers: sorted, helperIds: sorted.map(({ _id }) => _id), hash: hashOf(sorted) };
}

/** Everybody of these rosters, with what they took on in `month`. Pure. */
export function helpersWithLoads(rosters: readonly HelperRoster[], month: string): readonly Helper[] {
  return rosters.flatMap(({ helpers, loads }) =>
    helpers.map((helper) => {
      const count = loads.month === month ? loads.counts[helper._id] : undefined;
      return count === undefined ? helper : { ...helper, load: { month, count } };
    }),
  );
}

/** The rosters of a community's people, as the job would write them. Pure. */
export function rostersOf(
  communityId: string,
  all: readonly Person[],
  loads: HelperRoster['loads'],
): readonly HelperRoster[] {
  const groups = new Map<string, HelperRoster['helpers'][number][]>();
  for (const person of all) {
    const rosterId = rosterIdOf(person);
    if (rosterId !== undefined) groups.set(rosterId, [...(groups.get(rosterId) ?? []), helperOf(person)]);
  }
  return [...groups].map(([_id, helpers]) => {
    const fields = helperFields(helpers);
    const own = Object.entries(loads.counts).filter(([id]) => fields.helperIds.includes(id));
    return { _id, communityId, ...fields, loads: { month: loads.month, counts: Object.fromEntries(own) } };
  });
}
