import type { FieldChange, RowCandidate, RowDecision, RowFate } from '../../../../miniprogram/contracts/import';
import type { CellNote, RefusalCode, RemarkCode } from '../../../../miniprogram/contracts/import-row';
import type { EnrolmentChannel } from '../../../../miniprogram/contracts/enrolment';
import type { PostHat } from '../../../../miniprogram/contracts/hat';
import type { Person } from '../../person/person';
import type { PlaceRef } from '../../place/place';
import { collection } from '../../platform/database';
import type { RecordTarget } from '../records/target';

/** What looking around in the community says of a row, beside what reading it said of its cells. */
export const checkCodes = [
  'placeUnknown',
  'placeSeveral',
  'placeMissing',
  'postUnknown',
  'postTwice',
  'postHeld',
  'moreNumbers',
  'wordDropped',
  'contentRefused',
  'changedMeanwhile',
  'placeClosed',
  'placeKindUnknown',
  'placeNameLong',
  'colourTaken',
  'gridsFull',
  'tradeMissing',
  'pointMissing',
  'pointAssumed',
  'openingMissing',
  'openingUnreadable',
  'organisationMissing',
  'organisationUnknown',
  'numberMissing',
  'keeperUnclear',
  'keeperUnused',
] as const;
export type CheckCode = (typeof checkCodes)[number];
export type RowCode = RefusalCode | RemarkCode | CheckCode;

/** The fields of a person that a row fills; what it does not say is absent and stays as it is. */
export type PersonFields = Partial<
  Pick<
    Person,
    | 'phone'
    | 'phoneExtension'
    | 'phoneOwner'
    | 'kinds'
    | 'branchId'
    | 'home'
    | 'serves'
    | 'employer'
    | 'skills'
    | 'free'
  >
>;

/** A household that is not known yet: writing the row makes it. */
export interface NewHousehold {
  readonly courtyardId: string;
  readonly name: string;
}

/** A position that the row fills. `heldBy`: who held it when the row was looked at. */
export interface PostTarget {
  readonly postId: string;
  readonly isNew: boolean;
  readonly hat: PostHat;
  readonly placeId: string;
  readonly path: string;
  readonly placeName: string;
  readonly colour?: PlaceRef['colour'];
  readonly heldBy: string | null;
}

/** Whom a row is of, and what it says of them. */
export interface RowTarget {
  /** Of somebody known; derived from name and number, or name and home, for somebody new. */
  readonly personId: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly fields: PersonFields;
  readonly household?: NewHousehold;
  /** Of whoever is known: what these fields were (`hashOf`), so that nobody's later word is overwritten. */
  readonly seen?: string;
  readonly post?: PostTarget;
  /** Of a member: how they came to enrol, and the day where the list says it. */
  readonly enrolment?: { readonly channel: EnrolmentChannel; readonly day?: string };
}

/** A row of the file with its fate. */
export interface ImportRow {
  readonly sheet?: string;
  /** Which list of `Import.headers` its cells stand under. */
  readonly sheetIndex: number;
  readonly row: number;
  readonly fate: RowFate;
  readonly title: string;
  /** Null for a refused one. */
  readonly target: RowTarget | null;
  /** Of lists of places, activities and stations: what the row makes or changes. */
  readonly record?: RecordTarget;
  readonly changes: readonly FieldChange[];
  readonly notes: readonly CellNote<RowCode>[];
  readonly candidates: readonly RowCandidate[];
  readonly decision: RowDecision | null;
  /** Of a duplicate that was decided: whom it would be of if it were nobody who is known. */
  readonly newTarget?: RowTarget;
  /** As they were written, for the file of refused rows, without identity numbers. */
  readonly cells: readonly string[];
  readonly written: boolean;
}

/** Some fifty rows in the order of the file. */
export interface ImportPage {
  readonly _id: string;
  readonly importId: string;
  /** From 0. */
  readonly number: number;
  /** Those that stand in it, to find the pages of a fate. */
  readonly fates: readonly RowFate[];
  readonly rows: readonly ImportRow[];
  /** Counts changes: two who decide at once do not overwrite each other. */
  readonly version: number;
}

export const importPages = collection<ImportPage>('importPages');

export const rowsPerPage = 50;

export function pageId(importId: string, number: number): string {
  return `${importId}:${String(number).padStart(5, '0')}`;
}

export const fatesOf = (rows: readonly ImportRow[]): readonly RowFate[] => [...new Set(rows.map(({ fate }) => fate))];
