/** What a list that an office sends can hold: one kind a file. */
export const importKinds = ['residents', 'members', 'posts', 'places', 'activities', 'stations'] as const;
export type ImportKind = (typeof importKinds)[number];

/** How a member came to report: as a group, by themselves on the phone, by coming, or because somebody asked. */
export const reportChannels = ['group', 'online', 'atCommunity', 'searchedOut'] as const;
export type ReportChannel = (typeof reportChannels)[number];

/** What is wrong with a cell so that its row is not taken. */
export const refusalCodes = [
  'empty',
  'severalPeople',
  'nameCharacters',
  'nameLong',
  'phoneDigits',
  'phoneCharacters',
  'phoneUnknown',
  'phoneForeign',
  'phoneService',
  'exponent',
  'dateAmbiguous',
  'dateUnreadable',
  'dateImpossible',
  'dateWithoutYear',
  'dateWithoutDay',
  'dateSpan',
  'dateInText',
  'numberUnreadable',
  'errorCell',
  'formulaWithoutValue',
  'textUnreadable',
  'coordinates',
  'samePerson',
  'sameEntry',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What is said of a row beside: a cell that was dropped, or read in a way that somebody should know of. */
export const remarkCodes = [
  'emptyCell',
  'identityInNumberCell',
  'identityCheckDigit',
  'identityForm',
  'identityInText',
  'areaCodeAdded',
  'leadingZero',
  'leadingZeroLost',
  'phoneOfOther',
  'severalExtensions',
  'serialDate',
  'unknownWord',
  'droppedCell',
  'nameRemark',
  'sameNumber',
  'groupContinued',
] as const;
export type RemarkCode = (typeof remarkCodes)[number];

/** Rows that hold nothing to take. */
export const skipReasons = ['blank', 'subtotal', 'total', 'note', 'group', 'header', 'example', 'uninhabited'] as const;
export type SkipReason = (typeof skipReasons)[number];

/**
 * One thing that is said of a cell. `column`: the header as it was written; `value`: the cell as it was written, an
 * identity number in it masked; `detail`: a count of digits, a word, the number that was added; `otherRow`: the row
 * that says the same, `otherSheet` where it is another one.
 */
export interface CellNote<Code extends string> {
  readonly row: number;
  readonly column: string;
  readonly code: Code;
  readonly value?: string;
  readonly detail?: string;
  readonly otherRow?: number;
  readonly otherSheet?: string;
}

/** A refused row has one of these or more; an identity number that is wrong is told among them. */
export type RefusedCell = CellNote<RefusalCode | RemarkCode>;

/** `through`: the last of many blank rows in one go. */
export interface SkippedRow {
  readonly row: number;
  readonly why: SkipReason;
  readonly through?: number;
}
