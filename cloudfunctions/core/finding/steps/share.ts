import type { Community } from '../../place/community';
import { places, type Place } from '../../place/place';
import type { Database } from '../../platform/database';
import type { Found } from '../finding';

export const readAtOnce = 50;
/** One query surely answers so many. */
export const maxRead = 99;

/** A share of a walk: what it found, and where the next one begins; null at the end. */
export interface Share {
  readonly found: readonly Found[];
  readonly next: string | null;
}

/** One walk through documents of a community, in shares that begin where the one before ended. */
export type Step = (database: Database, community: Community, after: string) => Promise<Share>;

/** Of what a community does not have. */
export const nothing: Share = { found: [], next: null };

export function nextOf<T>(page: readonly T[], limit: number, keyOf: (one: T) => string): string | null {
  const last = page.at(-1);
  return page.length === limit && last !== undefined ? keyOf(last) : null;
}

/** A page of places of a kind, along their paths; those that were closed are among them. */
export function placesOf(database: Database, { _id }: Community, kind: Place['kind'], after: string): Promise<Place[]> {
  return database.find(places, {
    where: { communityId: _id, kind, path: { gt: after } },
    sort: { path: 'asc' },
    limit: readAtOnce,
  });
}

export const open = (page: readonly Place[]): readonly Place[] => page.filter(({ closedAt }) => !closedAt);
