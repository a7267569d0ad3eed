import type { FieldChange, RowCandidate, RowDecision, RowFate } from '../../../../miniprogram/contracts/import';
import type { CellNote, RefusalCode, RemarkCode } from '../../../../miniprogram/contracts/import-row';
import { collection } from '../../platform/database';
import type { RecordTarget } from '../records/target';
import type { RowTarget } from './row-target';

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
  'branchUnknown',
  'branchHeld',
  'classElsewhere',
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
