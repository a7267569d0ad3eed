import type { PhoneNumber } from '../../miniprogram/contracts/phone-number';
import { areaCodeOf } from '../../cloudfunctions/core/person/phone';
import type { ImportEntry, ImportReading, SheetReading, TakenRow } from '../../cloudfunctions/core/import/entries';
import { reasonOf, skipReasonOf } from './reasons';

/** A reading in the format of `tests/imports/README.md`. */
export function describeReading({ kind, encoding, hidden, sheets }: ImportReading): object {
  return {
    kind,
    ...(encoding === undefined ? {} : { encoding }),
    ...(hidden.length === 0 ? {} : { hidden }),
    sheets: sheets.map((sheet) => describeSheet(kind, sheet)),
  };
}

const listNames = {
  residents: 'people',
  members: 'people',
  posts: 'people',
  activities: 'activities',
  places: 'places',
  stations: 'stations',
} as const satisfies Readonly<Record<ImportReading['kind'], string>>;

function describeSheet(kind: ImportReading['kind'], sheet: SheetReading): object {
  const { name, headerRow = null, rows, vacant, refused, skipped } = sheet;
  return {
    ...(name === undefined ? {} : { name }),
    headerRow,
    [listNames[kind]]: rows.map(describeRow),
    ...(kind === 'posts' ? { vacant } : {}),
    refused: refused.map((note) => ({ row: note.row, column: note.column, why: reasonOf(note) })),
    skipped: skipped.map(({ why, ...where }) => ({ ...where, why: skipReasonOf(why) })),
  };
}

function describeRow({ row, entry, remarks }: TakenRow): object {
  const warn = remarks.map((note) => `${note.column}: ${reasonOf(note)}`);
  return { row, ...describeEntry(entry), ...(warn.length === 0 ? {} : { warn }) };
}

function describeEntry(entry: ImportEntry): object {
  if (entry.type === 'activity') return withoutType(entry);
  const { phones, ...fields } = withoutType(entry);
  if (entry.type !== 'person') return { ...fields, ...describePhones(phones) };
  const { residence, phoneOwner } = entry;
  return {
    ...fields,
    ...describePhones(phones),
    phoneOwner: phoneOwner === 'other' ? phoneOwner : undefined,
    residence: undefined,
    kind: residence,
  };
}

/** What is undefined is not printed. */
function withoutType<Entry extends ImportEntry>(entry: Entry): Omit<Entry, 'type'> {
  return { ...entry, type: undefined };
}

function describePhones(phones: readonly PhoneNumber[]) {
  const extension = phones.find((phone) => phone.extension !== undefined)?.extension;
  return { phones: phones.map(phoneText), ...(extension === undefined ? {} : { extension }) };
}

/** A landline with a hyphen behind its area code. */
function phoneText({ kind, number }: PhoneNumber): string {
  const areaCode = kind === 'landline' ? areaCodeOf(number) : '';
  return areaCode === '' ? number : `${areaCode}-${number.slice(areaCode.length)}`;
}
