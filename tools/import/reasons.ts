import type { CellNote, RefusalCode, RemarkCode, SkipReason } from '../../miniprogram/contracts/import-row';

/** What operators read of a cell, in developers' language; what staff read is in the mini-program's text. */
const reasons: Readonly<Record<RefusalCode | RemarkCode, string>> = {
  empty: 'empty: the row cannot be taken without it',
  severalPeople: 'two people in one cell: give each a row',
  nameCharacters: 'no name: digits or signs that no name has',
  nameLong: 'too long for a name',
  phoneDigits: 'no telephone number has so many digits',
  phoneCharacters: 'signs that no telephone number has',
  phoneUnknown: 'no telephone number begins like this',
  phoneForeign: 'a number of another country: give one of this country',
  phoneService: 'the number of an office or hot line belongs to no person',
  exponent: 'a program rounded the number: format the column as text and type it again',
  dateAmbiguous: 'may be read two ways: write the year with four digits first, and the month with two',
  dateUnreadable: 'no date: write it like 2024-05-01',
  dateImpossible: 'there is no such day',
  dateWithoutYear: 'the year is missing',
  dateWithoutDay: 'the day is missing',
  dateSpan: 'two dates: give one',
  dateInText: 'a program made a date of it: format the column as text and type it again',
  numberUnreadable: 'no number',
  errorCell: 'the cell shows an error',
  formulaWithoutValue: 'a formula whose result the file does not have: open and save it, or paste values',
  textUnreadable: 'too long, or with signs that cannot be stored',
  coordinates: 'no longitude and latitude in China',
  samePerson: 'same person as another row, for somebody to decide',
  sameEntry: 'the same as another row',
  emptyCell: 'empty',
  identityInNumberCell: 'a number cell cannot hold an identity number: its last digits are lost; never stored',
  identityCheckDigit: 'the check digit of the identity number is wrong; never stored',
  identityForm: 'no identity number; never stored',
  identityInText: 'an identity number was left out; never stored',
  areaCodeAdded: 'the area code was added',
  leadingZero: 'the 0 before a mobile number is an old prefix: taken without it',
  leadingZeroLost: 'a number cell drops the 0 before an area code: put back',
  phoneOfOther: 'belongs to somebody else: to call, not to bind',
  severalExtensions: 'several extensions: each stands with its number',
  serialDate: 'a number without date format: read as a day',
  unknownWord: 'not understood: left out',
  droppedCell: 'cannot be read: left out',
  nameRemark: 'a remark beside the name was moved to the note',
  sameNumber: 'the same number as another row: both are taken',
  groupContinued: 'empty: taken from the group above',
};

const skips: Readonly<Record<SkipReason, string>> = {
  blank: 'blank',
  subtotal: 'subtotal',
  total: 'total',
  note: 'note',
  group: 'name of a group',
  header: 'header again',
  example: 'example',
  uninhabited: 'nobody lives there',
};

/** What is said of a cell, without its column. */
export function reasonOf({ code, detail, otherRow, otherSheet }: CellNote<RefusalCode | RemarkCode>): string {
  const facts = [
    ...(detail === undefined ? [] : [code === 'phoneDigits' ? `${detail} digits` : detail]),
    ...(otherRow === undefined ? [] : [`row ${otherRow}${otherSheet === undefined ? '' : ` of ${otherSheet}`}`]),
  ];
  return facts.length === 0 ? reasons[code] : `${reasons[code]} (${facts.join(', ')})`;
}

export const skipReasonOf = (why: SkipReason): string => skips[why];
