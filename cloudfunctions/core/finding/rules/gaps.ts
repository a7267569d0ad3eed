import { maxHouseholds } from '../../../../miniprogram/contracts/finding';
import type { Order } from '../../order/document/order';
import type { Person } from '../../person/person';
import type { GridAssignment } from '../../place/community';
import type { Place } from '../../place/place';
import type { Post } from '../../place/post';
import { chiefOf, type Chief } from '../../place/rules/chief';
import { notesOn } from '../../place/rules/assign';
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

/** A grid worker lives in the community (S1-11): it is said, and keeps nobody from the post. */
export function holderGap({ _id, hat, placeId, placeName }: Post, person: Person | undefined): readonly Found[] {
  if (!person || !notesOn(hat, person).includes('livesElsewhere')) return [];
  const label = `${placeName} ${person.name}`;
  return [{ _id: `holderElsewhere:${_id}`, kind: 'holderElsewhere', label, detail: hat, placeId }];
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
