import { fewReminders, maxHouseholds } from '../../../../miniprogram/contracts/finding';
import type { Login } from '../../access/login';
import type { Order } from '../../order/document/order';
import type { TeamKind } from '../../../../miniprogram/contracts/team';
import type { Person, PersonKind } from '../../person/person';
import type { GridAssignment } from '../../place/community';
import type { Place } from '../../place/place';
import type { Post } from '../../place/post';
import { fitsSeat, leadsNoGrid, notesOn } from '../../place/rules/assign';
import { chiefOf, type Chief } from '../../place/rules/chief';
import type { Team } from '../../place/team';
import type { Found } from '../finding';

export function householdGap({ _id, label, parentId, path }: Place, chiefs: readonly Chief[]): readonly Found[] {
  return chiefOf(path, chiefs)
    ? []
    : [{ _id: `householdWithoutChief:${_id}`, kind: 'householdWithoutChief', label, placeId: parentId }];
}

/** @param households how many have this chief and no nearer one */
export function chiefGap({ _id, placeId, placeName, holder }: Post, households: number): readonly Found[] {
  if (!holder || households <= maxHouseholds) return [];
  const label = `${placeName} ${holder.name}`;
  return [{ _id: `chiefOverloaded:${_id}`, kind: 'chiefOverloaded', label, detail: String(households), placeId }];
}

export function shopGap({ _id, label, grid }: Place): readonly Found[] {
  return grid ? [] : [{ _id: `shopWithoutGrid:${_id}`, kind: 'shopWithoutGrid', label, placeId: _id }];
}

/** @param hasCard an open card hangs there */
export function cardGap({ _id, label }: Place, hasCard: boolean): readonly Found[] {
  return hasCard ? [] : [{ _id: `placeWithoutCard:${_id}`, kind: 'placeWithoutCard', label, placeId: _id }];
}

/** A post that nobody holds; a captain's is the team's. */
export function postGap({ _id, hat, placeId, placeName, communityId, holder, team }: Post): readonly Found[] {
  if (holder || team) return [];
  const at = placeId === communityId ? {} : { placeId };
  return [{ _id: `vacancy:${_id}`, kind: 'vacancy', label: placeName, detail: hat, ...at }];
}

/** Each grid has a worker and a leader, whether there was ever a post or not. */
export function gridGaps({ gridId, name }: GridAssignment, held: readonly Post[]): readonly Found[] {
  return (['gridWorker', 'gridLeader'] as const)
    .filter((hat) => !held.some((post) => post.hat === hat && post.placeId === gridId))
    .map((hat) => ({
      _id: `vacancy:${hat}@${gridId}`,
      kind: 'vacancy' as const,
      label: name,
      detail: hat,
      placeId: gridId,
    }));
}

/**
 * Whoever is on duty and whose phone will not ring much longer: of the template of which they granted the fewest
 * messages, so many are left. Of several phones of one person the best counts.
 * @param logins of the holder; whoever has none is reached by telephone anyway
 */
export function reminderGap(
  { _id, placeId, placeName, holder }: Post,
  logins: readonly Pick<Login, 'credits'>[],
): readonly Found[] {
  if (!holder || logins.length === 0) return [];
  const left = Math.max(0, Math.max(...logins.map(({ credits }) => Math.min(credits.orderNews, credits.deadlineNews))));
  if (left > fewReminders) return [];
  const label = `${placeName} ${holder.name}`;
  return [{ _id: `fewReminders:${_id}`, kind: 'fewReminders', label, detail: String(left), placeId }];
}

/** A grid worker lives in the community (S1-11): it is said, and keeps nobody from the post. */
export function holderGap({ _id, hat, placeId, placeName }: Post, person: Person | undefined): readonly Found[] {
  if (!person || !notesOn(hat, person).includes('livesElsewhere')) return [];
  const label = `${placeName} ${person.name}`;
  return [{ _id: `holderElsewhere:${_id}`, kind: 'holderElsewhere', label, detail: hat, placeId }];
}

/** Whoever leads a grid's party group leads the grid, too (S1-10). */
export function leaderGap(post: Post, gridLeaders: readonly Post[]): readonly Found[] {
  const { _id, hat, placeId, placeName, holder } = post;
  if (!holder || !leadsNoGrid(post, gridLeaders)) return [];
  return [
    { _id: `leaderApart:${_id}`, kind: 'leaderApart', label: `${placeName} ${holder.name}`, detail: hat, placeId },
  ];
}

/** A post stands where its kind belongs: a courtyard head at a building (S1-15). Vacant ones are no trouble. */
export function seatGap(post: Post, place: Pick<Place, 'kind' | 'closedAt'> | undefined): readonly Found[] {
  const { _id, hat, placeId, placeName, holder } = post;
  if (!holder || fitsSeat(hat, place)) return [];
  const label = `${placeName} ${holder.name}`;
  return [{ _id: `postMisplaced:${_id}`, kind: 'postMisplaced', label, detail: hat, ...(place && { placeId }) }];
}

/** 1+N: a team for each section (S1-12). */
export function sectionGap({ _id, label, grid }: Place, teams: readonly Team[]): readonly Found[] {
  if (teams.some(({ sectionId }) => sectionId === _id)) return [];
  const name = grid ? `${grid.name} ${label}` : label;
  return [{ _id: `sectionWithoutTeam:${_id}`, kind: 'sectionWithoutTeam', label: name, placeId: _id }];
}

const partyKinds: ReadonlySet<string> = new Set(['serviceMember', 'branchMember']);

/** What people have to be to count as one of whom a team has to have. */
const countsAs: Readonly<Record<TeamKind, readonly PersonKind[]>> = {
  resident: ['resident', 'tenant'],
  veteran: ['veteran'],
  volunteer: ['volunteer'],
};

/**
 * A section's team is one party member at least, and others beside them: residents, veterans, volunteers, as its
 * community decided (S1-12). Its detail is who is missing: `member`, `others`, or the kinds.
 */
export function teamGap(
  { _id, name, sectionId }: Team,
  members: readonly Pick<Person, 'kinds'>[],
  wanted: readonly TeamKind[] = [],
): readonly Found[] {
  if (sectionId === undefined) return [];
  const has = (some: readonly PersonKind[]) => members.some(({ kinds }) => kinds.some((kind) => some.includes(kind)));
  const inParty = members.filter(({ kinds }) => kinds.some((kind) => partyKinds.has(kind))).length;
  const missing = [
    ...(inParty === 0 ? ['member'] : []),
    ...(inParty > 0 && inParty === members.length ? ['others'] : []),
    ...wanted.filter((kind) => !has(countsAs[kind])),
  ];
  const detail = missing.join(',');
  return detail === '' ? [] : [{ _id: `teamIncomplete:${_id}`, kind: 'teamIncomplete', label: name, detail }];
}

const gridKinds: ReadonlySet<string> = new Set(['resident', 'tenant', 'serviceMember']);

/** Who lives or serves here lies in a grid. */
export function personGap({ _id, name, home, serves, kinds, leftAt }: Person): readonly Found[] {
  const isLost = !leftAt && !home && !serves && kinds.some((kind) => gridKinds.has(kind));
  return isLost ? [{ _id: `personWithoutGrid:${_id}`, kind: 'personWithoutGrid', label: name, personId: _id }] : [];
}

/** Of an open order whose grid was closed since. */
export function orderGap(
  { _id, number, place }: Pick<Order, '_id' | 'number' | 'place'>,
  grids: readonly Pick<GridAssignment, 'gridId'>[],
): readonly Found[] {
  return grids.some(({ gridId }) => gridId === place.gridId)
    ? []
    : [{ _id: `orderWithoutGrid:${_id}`, kind: 'orderWithoutGrid', label: number, orderId: _id }];
}
