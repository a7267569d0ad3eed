import type { Hat } from '../../../miniprogram/contracts/hat';
import type { SiteRecordKind } from '../../../miniprogram/contracts/site';
import type { CourierKind } from '../../../miniprogram/contracts/station';
import type { Holder } from '../place/community';
import type { PlaceRef } from '../place/place';
import { collection, type GeoPoint } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Where couriers of a trade gather: a depot, a dispatch point. It belongs to at most one organisation (S5-01). */
export interface Site {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly kind: CourierKind;
  /** In GCJ-02. */
  readonly gcj02: GeoPoint;
  /** Where what its couriers report belongs, when they say no other place. */
  readonly place: PlaceRef;
  readonly orgId: string;
  /** Sorts by community and name, and is unique. */
  readonly listKey: string;
}

export const sites = collection<Site>('sites');

/** A party organisation of a trade, with the instructors who were sent to it, one at least (S5-01). */
export interface Organisation {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly kind: CourierKind;
  readonly instructors: readonly Holder[];
}

export const orgs = collection<Organisation>('orgs');

/** A courier's link with one site after another. It lapses when nobody confirms it, without penalty (S5-10). */
export interface SiteLink {
  /** The person's id: nobody belongs to two sites. */
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly orgId: string;
  /** When they registered at this site: a channel by which people report to a branch (S5-09). */
  readonly since: Date;
  readonly expiresAt: Date;
  /** Sorts by `expiresAt` and is unique. */
  readonly expiryKey: string;
  /** Sites before this one, the last ones. */
  readonly former: readonly { readonly siteId: string; readonly since: Date; readonly until: Date }[];
  readonly request: RequestRecord;
}

export const siteLinks = collection<SiteLink>('siteLinks');

export interface Joiner {
  readonly personId: string;
  readonly name: string;
}

/** Something that was done, or will be, for the couriers of a site. */
export interface SiteRecord {
  readonly _id: string;
  readonly communityId: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly orgId: string;
  readonly kind: SiteRecordKind;
  readonly words: string;
  readonly at: Date;
  readonly by: Joiner;
  /** Who wrote it down, in which hat, when. */
  readonly act: { readonly at: Date; readonly by: Joiner; readonly hat: Hat };
  readonly joined: readonly Joiner[];
  /** Of care alone: who gets it. Once they declined, nothing says any more who it was. */
  readonly recipient?: (Joiner & { readonly consent: 'asked' | 'agreed' }) | { readonly consent: 'declined' };
  /** Sorts by `at` and is unique. */
  readonly recordKey: string;
  /** The last requests that made or changed it, bounded. */
  readonly requests: readonly RequestRecord[];
}

export const siteRecords = collection<SiteRecord>('siteRecords');
