import type { ContactView } from './card';
import type { Gcj02Point, TravelMode } from './distance';
import type { NameApart } from './name-apart';
import type { CourierKind } from './station';

/** Where couriers gather, with the organisation that looks after it (S5-01). */
export interface SiteSummary {
  readonly siteId: string;
  readonly name: string;
  readonly communityId: string;
  readonly kind: CourierKind;
  readonly gcj02: Gcj02Point;
}

/** A site as a courier finds it: the organisation and whom to turn to (S5-09). */
export interface SiteView extends SiteSummary {
  readonly orgName: string;
  readonly instructors: readonly ContactView[];
  /** Where what its couriers report belongs. */
  readonly placeId: string;
  /** The reader's own link with it; it lapses then, without penalty. */
  readonly mine?: { readonly expiresAt: string };
}

/** What is done for a site: an activity guided, help given, training, care. */
export const siteRecordKinds = ['activity', 'help', 'training', 'care'] as const;
export type SiteRecordKind = (typeof siteRecordKinds)[number];

/** `joined`: how many said that they come. Names stand in it for the site's instructors alone. */
export interface SiteRecordView {
  readonly recordId: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly kind: SiteRecordKind;
  readonly words: string;
  readonly at: string;
  readonly byName: string;
  readonly joined: number;
  readonly joinedNames?: readonly string[];
  readonly iJoin: boolean;
  /** Care: who got it, once they agreed to be named; `asked`: the reader is asked. */
  readonly recipientName?: string;
  readonly consent?: 'asked' | 'agreed' | 'declined';
}

/** The way from a site to the nearest station, in minutes by road. */
export interface SiteWayView {
  readonly siteId: string;
  readonly name: string;
  readonly gcj02: Gcj02Point;
  /** At noon of a working day; absent where no station is open then. */
  readonly day?: { readonly stationName: string; readonly minutes: number };
  /** At two in the morning. */
  readonly night?: { readonly stationName: string; readonly minutes: number };
}

/** For planners: where the 15 minutes do not reach, and where one more station helps most (docs/stations.md). */
export interface CircleView {
  readonly mode: TravelMode;
  readonly at: 'day' | 'night';
  /** Those that are missed first; at most 99. */
  readonly sites: readonly SiteWayView[];
  /** How many sites there are. */
  readonly total: number;
  /** How many sites have an open station within the circle. */
  readonly reached: number;
  /** Stations that are open by day and closed at night; at most 99. */
  readonly closedAtNight: readonly string[];
  /** Absent where every site is reached. `reaches`: how many sites, of which 99 at most are named. */
  readonly gap?: { readonly gcj02: Gcj02Point; readonly reaches: number; readonly siteNames: readonly string[] };
}

/** A courier who registered with an organisation, as its instructors see them. */
export interface SiteLinkView extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly since: string;
  readonly expiresAt: string;
}

export interface SiteApi {
  'site.list': { input: { cursor?: string }; output: { sites: readonly SiteSummary[]; next?: string } };
  'site.get': { input: { siteId: string }; output: SiteView };
  /** Registers with the site's organisation, or confirms it again; a former site is left. */
  'site.register': { input: { siteId: string; requestId: string }; output: SiteView };
  'site.listLinks': { input: { cursor?: string }; output: { links: readonly SiteLinkView[]; next?: string } };
  'site.listRecords': {
    input: { siteId?: string; cursor?: string };
    output: { records: readonly SiteRecordView[]; next?: string };
  };
  /** `recipientId`: whom care is for; they are asked whether it may be written down. */
  'site.addRecord': {
    input: {
      siteId: string;
      kind: SiteRecordKind;
      words: string;
      at: string;
      recipientId?: string;
      requestId: string;
    };
    output: SiteRecordView;
  };
  'site.joinRecord': { input: { recordId: string; join: boolean; requestId: string }; output: SiteRecordView };
  'site.answerCare': { input: { recordId: string; agree: boolean; requestId: string }; output: SiteRecordView };
  'site.getCircle': { input: { mode: TravelMode; at: 'day' | 'night' }; output: CircleView };
}
