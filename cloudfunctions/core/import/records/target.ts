import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';
import type { GridColour } from '../../../../miniprogram/contracts/hat';
import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import type { CourierKind, OpeningHours } from '../../../../miniprogram/contracts/station';
import type { PlaceRef } from '../../place/place';
import type { OfferedService } from '../../station/rules/services';
import type { RowTarget } from '../document/row-target';

/** A place that a row names; the ids of new ones follow from what they are called and what they lie under. */
export interface PlaceStep {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly parentId: string;
  readonly isNew: boolean;
  /** Of a new grid, and of a known one that gets another colour. */
  readonly colour?: GridColour;
}

/** The places of a row, from the widest to the narrowest. */
export interface PlaceTarget {
  readonly type: 'place';
  readonly steps: readonly PlaceStep[];
}

/** Something that took place before. */
export interface ActivityTarget {
  readonly type: 'activity';
  readonly activityId: string;
  readonly isNew: boolean;
  readonly title: string;
  readonly day: string;
  readonly present?: number;
}

/** Somebody whom a row of stations names, with the number at which they are reached. */
export interface KeeperTarget {
  readonly person: RowTarget;
  readonly phone: string;
}

/** A couriers' party organisation, or one more instructor of it. */
export interface OrganisationTarget {
  readonly type: 'organisation';
  readonly orgId: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly trade?: CourierKind;
  readonly instructor?: KeeperTarget;
}

/** Where couriers gather. What the row does not say is absent and stays as it is. */
export interface SiteTarget {
  readonly type: 'site';
  readonly siteId: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly trade?: CourierKind;
  readonly gcj02?: Gcj02Point;
  readonly place?: PlaceRef;
  readonly orgId?: string;
  /** Of one that is known: what these fields were, so that nobody's later word is overwritten. */
  readonly seen?: string;
}

/** What a row says of a station or a friendly shop. */
export interface StationFields {
  readonly host?: string;
  readonly sign?: string;
  readonly address?: string;
  readonly road?: string;
  readonly gcj02?: Gcj02Point;
  readonly place?: PlaceRef;
  readonly offered?: readonly OfferedService[];
  readonly serves?: readonly CourierKind[];
  readonly hours?: OpeningHours;
  readonly phone?: string;
}

export interface StationTarget {
  readonly type: 'station';
  readonly stationId: string;
  readonly isNew: boolean;
  readonly kind: 'station' | 'shop';
  readonly name: string;
  readonly fields: StationFields;
  readonly keeper?: KeeperTarget;
  /** Of one that is known: its version when the row was looked at. */
  readonly version?: number;
}

/** What a row makes or changes that is no person. */
export type RecordTarget = PlaceTarget | ActivityTarget | OrganisationTarget | SiteTarget | StationTarget;
