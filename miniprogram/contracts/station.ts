import type { Gcj02Point } from './distance';
import type { Horizon, OpenSpans } from './opening';

/** A courier's station in a service centre, or a shop that opens to couriers. */
export const stationKinds = ['station', 'shop'] as const;
export type StationKind = (typeof stationKinds)[number];

export const stationServices = ['medicine', 'water', 'charging', 'toilet', 'heating', 'cooling', 'rest'] as const;
export type StationService = (typeof stationServices)[number];

/** Those whom stations are for: takeaway, ride hailing, parcels, street cleaning (S5-07). Nobody proves which. */
export const courierKinds = ['delivery', 'driver', 'parcel', 'sanitation'] as const;
export type CourierKind = (typeof courierKinds)[number];

/** What somebody finds wrong when they get there. */
export const stationProblems = ['closed', 'water', 'toilet'] as const;
export type StationProblem = (typeof stationProblems)[number];

/** `wgs84`: a plain GPS; `gcj02`: maps in China and WeChat; `bd09`: Baidu. */
export const coordinateSystems = ['gcj02', 'wgs84', 'bd09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** Hours of some weekdays (1 Monday … 7 Sunday); minutes since midnight, `until` up to a day later than `from`. */
export interface HoursRule {
  readonly days: readonly number[];
  readonly from: number;
  readonly until: number;
}

/** `usual`: holidays are days like any other; `closed`: shut; else the hours of every holiday. */
export interface OpeningHours {
  readonly rules: readonly HoursRule[];
  readonly holidays: 'usual' | 'closed' | readonly Omit<HoursRule, 'days'>[];
  /** Days on which it is shut beside that, `2026-11-28`. At most 20. */
  readonly closedDays: readonly string[];
  /** What hours cannot say: 进门左转, 敲门. */
  readonly note?: string;
}

/** One station as list, map and page show it. Times are ISO strings. */
export interface StationSummary {
  readonly stationId: string;
  readonly kind: StationKind;
  readonly name: string;
  /** The service centre that keeps a station; absent for a shop. */
  readonly host?: string;
  /** The number of a shop's sign. */
  readonly sign?: string;
  readonly address: string;
  readonly road: string;
  readonly gcj02: Gcj02Point;
  /** What is there in this month. */
  readonly services: readonly StationService[];
  /** Whom it serves; absent where it serves all of them. */
  readonly serves?: readonly CourierKind[];
  readonly spans: OpenSpans;
  readonly note?: string;
  readonly phone: string;
  readonly verifiedAt: string;
}

export interface StationPage {
  readonly stations: readonly StationSummary[];
  /** What the spans speak of. */
  readonly horizon: Horizon;
  /** Whether the calendar of public holidays is known for all of it. */
  readonly holidaysKnown: boolean;
  /** Hand it back as `cursor` for the next page; absent on the last. */
  readonly next?: string;
}

export interface StationView extends Omit<StationPage, 'stations' | 'next'> {
  readonly station: StationSummary;
  readonly communityName: string;
  /** Services of another season, with the first month in which they are there. */
  readonly later: readonly { readonly service: StationService; readonly fromMonth: number }[];
  readonly hours: OpeningHours;
  readonly withdrawn: boolean;
  /** The reader keeps it: they may change its hours, confirm and withdraw it. */
  readonly mine: boolean;
  readonly version: number;
}

/** What a report came to. `again`: somebody said the same today, and it is under way. */
export interface ReportView {
  readonly orderNumber: string;
  readonly again: boolean;
}

/** One line of the record of signs: who got it, when (S5-04). */
export interface SignView {
  readonly stationId: string;
  readonly name: string;
  readonly sign: string;
  readonly receivedBy?: string;
  readonly receivedAt?: string;
  readonly issuedBy?: string;
}

type Write<Extra = unknown> = {
  input: { stationId: string; requestId: string } & Extra;
  output: StationView;
};

export interface StationApi {
  /** All of a community, or all there are, by street and name. */
  'station.list': { input: { communityId?: string; cursor?: string }; output: StationPage };
  /** The nearest ones; `beyondMetres` goes on behind the last. */
  'station.listNear': { input: Gcj02Point & { beyondMetres?: number }; output: StationPage };
  'station.get': { input: { stationId: string }; output: StationView };
  /** One tap at the door; `words` is what the steward reads. */
  'station.report': {
    input: { stationId: string; problem: StationProblem; words: string; requestId: string };
    output: ReportView;
  };
  'station.changeHours': Write<{ version: number; hours: OpeningHours }>;
  /** A shop that opens to couriers no longer, or again. */
  'station.withdraw': Write<{ withdrawn: boolean }>;
  /** Where it is, in the coordinates that were at hand; it is stored as GCJ-02. */
  'station.move': Write<Gcj02Point & { system: CoordinateSystem }>;
  /** Whoever keeps it was there and found it as it stands. */
  'station.verify': Write;
  /** The reader's own stations and shops. */
  'station.listMine': { input: Record<string, never>; output: StationPage };
  'station.listSigns': { input: { cursor?: string }; output: { signs: readonly SignView[]; next?: string } };
  'station.handOverSign': {
    input: { stationId: string; receivedBy: string; requestId: string };
    output: SignView;
  };
}

/** What nobody has looked at for longer is grey: it may have changed. */
export const staleAfterDays = 60;

export function isStale(verifiedAt: string, nowMs: number): boolean {
  return nowMs - Date.parse(verifiedAt) > staleAfterDays * 86_400_000;
}
