import type { CourierKind, OpeningHours, StationKind } from '../../../miniprogram/contracts/station';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Gcj02Point } from '../../../miniprogram/contracts/distance';
import type { Holder } from '../place/community';
import type { PlaceRef } from '../place/place';
import { collection, type GeoPoint } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { OfferedService } from './rules/services';

/** A change that somebody made. */
export interface StationAct {
  readonly action: 'changeHours' | 'move' | 'verify' | 'withdraw' | 'restore' | 'handOverSign';
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string };
  readonly hat: Hat;
}

/** How many acts and requests a station remembers. */
export const remembered = { acts: 40, requests: 8 } as const;

/** A courier's station in a service centre, or a shop that opens to couriers (S5-02 to S5-04). */
export interface Station {
  /** Letters, digits and `_`, at most 32: it is what the QR of a sign carries. */
  readonly _id: string;
  readonly communityId: string;
  readonly kind: StationKind;
  readonly name: string;
  /** The service centre that keeps a station; absent for a shop. */
  readonly host?: string;
  /** The number of the sign at a shop's door. */
  readonly sign?: string;
  readonly address: string;
  /** The street by which it is found without any location. */
  readonly road: string;
  /** In GCJ-02, as maps in China and `wx.getLocation({ type: 'gcj02' })` have it. */
  readonly gcj02: GeoPoint;
  /** Where its orders belong. */
  readonly place: PlaceRef;
  readonly offered: readonly OfferedService[];
  /** Whom it serves; absent where it serves all of them. */
  readonly serves?: readonly CourierKind[];
  readonly hours: OpeningHours;
  readonly phone: string;
  /** Who keeps it: what is wrong there comes to them. A shop's is the login that is bound to it. */
  readonly steward?: Holder;
  readonly verifiedAt: Date;
  /** `withdrawn`: its keeper took it off the map. */
  readonly state: 'open' | 'withdrawn';
  /** Sorts by community, street and name, and is unique. */
  readonly listKey: string;
  /** Who got the sign, and from whom. */
  readonly signRecord?: {
    readonly receivedBy: string;
    readonly receivedAt: Date;
    readonly issuedBy: { readonly personId: string; readonly name: string };
  };
  readonly version: number;
  /** Who changed it, in which hat, the last times. */
  readonly acts: readonly StationAct[];
  /** The last requests that changed it, bounded. */
  readonly requests: readonly RequestRecord[];
}

export const stations = collection<Station>('stations');

export function stationListKey({
  communityId,
  road,
  name,
  _id,
}: Pick<Station, 'communityId' | 'road' | 'name' | '_id'>) {
  return `${communityId}/${road}/${name}/${_id}`;
}

export function pointOf({ latitude, longitude }: Gcj02Point): GeoPoint {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

export function gcj02Of({ coordinates: [longitude, latitude] }: GeoPoint): Gcj02Point {
  return { latitude, longitude };
}

/** What one WeChat user reported on one day, login or not. */
export interface StationReports {
  /** From the user and the day. */
  readonly _id: string;
  readonly at: Date;
  /** When it is forgotten, by the policy of the community of the day's first report. */
  readonly expiresAt: Date;
  readonly count: number;
  readonly requests: readonly RequestRecord[];
}

export const stationReports = collection<StationReports>('stationReports');
