import type { PhoneNumber } from '../../../../miniprogram/contracts/phone-number';
import { readDateCell } from '../cells/date';
import { isOfOther, readNameCell, type NameCell } from '../cells/name';
import { readPhonesCell } from '../cells/phones';
import { taken, type CellReading } from '../cells/reading';
import { maxLengths, readChoice, readList, readNote, readText } from '../cells/text';
import type { PersonEntry } from '../entries';
import type { Column } from '../table/columns';
import {
  channelWords,
  memberClassWords,
  nothingWords,
  otherOwnerNote,
  partyMemberWords,
  residenceWords,
  yesWords,
} from '../text/words';
import { cellText, type Cell } from '../workbook';
import { readField, readPlaceNames, withoutUndefined, type RowInHand } from './row';

/** Reads a row of residents or members; undefined where it is refused. */
export function readPersonRow(line: RowInHand): PersonEntry | undefined {
  const [nameColumn] = line.of('name');
  const named = nameColumn && readNameOf(line, nameColumn);
  // The other cells of a row without a name are read, too, so that all of its faults are told at once.
  const person = readPerson(line, named ?? { name: '' }, line.of('phone'));
  if (person.door === undefined && person.address === undefined) remarkEmpty(line, 'door');
  return line.notes.isRefused ? undefined : person;
}

interface FoundCell {
  readonly column: Column;
  readonly cell: Cell | undefined;
}

/** Reads the name of a row, without which nobody can be taken. */
export function readNameOf({ notes }: RowInHand, { column, cell }: FoundCell): NameCell | undefined {
  if (!cell || nothingWords.test(cellText(cell).trim())) return void notes.refuse(column, { code: 'empty' });
  const text = readText(cell, maxLengths.note);
  if (!text.ok) return void notes.refuse(column, text.refusal, cell);
  return notes.take(column, cell, readNameCell(cellText(cell)));
}

/** What the other cells say of somebody whose name was read. */
export function readPerson(line: RowInHand, named: NameCell, phoneCells: readonly FoundCell[]): PersonEntry {
  const { phones, isOther } = readPhones(line, phoneCells);
  const note = readField(line, 'note', readNote);
  const isNoted = note !== undefined && otherOwnerNote.test(note);
  const [phoneColumn] = phoneCells;
  if (isNoted && !isOther && phoneColumn) line.notes.remark(phoneColumn.column, { code: 'phoneOfOther', detail: note });
  const isOwn = !(isNoted || isOther || isOfOther(named.remark));
  for (const { column, cell } of line.of('identity')) line.notes.readIdentity(column, cell);
  const isParty = named.party ?? (readField(line, 'party', readParty) === true ? true : undefined);
  const isVeteran: true | undefined = readField(line, 'veteran', readYes) === true ? true : undefined;
  const isVolunteer: true | undefined = readField(line, 'volunteer', readYes) === true ? true : undefined;
  return {
    type: 'person',
    name: named.name,
    phones,
    phoneOwner: isOwn ? 'self' : 'other',
    ...readPlaceNames(line),
    ...withoutUndefined({
      ...readSurname(line, named.name),
      residence: readField(line, 'residence', (cell) => readChoice(cell, residenceWords)),
      since: readField(line, 'since', (cell) => readDateCell(cell, line.epoch)),
      employer: readField(line, 'employer', (cell) => readText(cell, maxLengths.words)),
      branch: readField(line, 'branch', (cell) => readText(cell, maxLengths.words)),
      membership: readField(line, 'membership', (cell) => readText(cell, maxLengths.words)),
      memberClass: readField(line, 'memberClass', (cell) => readChoice(cell, memberClassWords)),
      channel: readField(line, 'channel', (cell) => readChoice(cell, channelWords)),
      reported: readField(line, 'reported', (cell) => readDateCell(cell, line.epoch)),
      skills: readField(line, 'skills', readList),
      hours: readField(line, 'hours', readList),
      households: readField(line, 'households', readList),
      party: isParty,
      veteran: isVeteran,
      volunteer: isVolunteer,
      note: [named.remark, note].filter((part) => part !== undefined).join('; ') || undefined,
    }),
  };
}

/** As the list says it, where it has a column for it; else as it is read usually. */
function readSurname(line: RowInHand, name: string): Pick<PersonEntry, 'surnameKey' | 'usualSurnameKey'> {
  const usual = line.settings.surnameKeyOf(name);
  const said = readField(line, 'surname', readReading);
  return said === undefined ? { surnameKey: usual } : { surnameKey: said, usualSurnameKey: usual };
}

/** Pinyin without tones, `shan`. */
function readReading(cell: Cell): CellReading<string> {
  const reading = readText(cell, maxLengths.words);
  if (!reading.ok || reading.value === undefined) return reading.ok ? { ...reading, value: undefined } : reading;
  const plain = reading.value.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (/^[a-z]{1,20}$/.test(plain)) return taken(plain);
  return taken<string>(undefined, { code: 'unknownWord', detail: plain });
}

function readPhones(line: RowInHand, cells: readonly FoundCell[]) {
  const phones = new Map<string, PhoneNumber>();
  let isOther = false;
  for (const { column, cell } of cells) {
    const read = cell && line.notes.take(column, cell, readPhonesCell(cell, line.settings.areaCode));
    for (const phone of read?.phones ?? []) phones.set(phone.number, phone);
    isOther ||= read?.isOfOther ?? false;
  }
  const [first] = cells;
  if (first && phones.size === 0 && !line.notes.isRefused) line.notes.remark(first.column, { code: 'emptyCell' });
  const extensions = [...phones.values()].filter(({ extension }) => extension !== undefined);
  if (first && extensions.length > 1) line.notes.remark(first.column, { code: 'severalExtensions' });
  return { phones: [...phones.values()], isOther };
}

function readParty(cell: Cell) {
  const reading = readText(cell, maxLengths.words);
  return reading.ok ? { ...reading, value: partyMemberWords.test(reading.value ?? '') } : reading;
}

function readYes(cell: Cell) {
  const reading = readText(cell, maxLengths.words);
  return reading.ok ? { ...reading, value: yesWords.test(reading.value ?? '') } : reading;
}

/** Says that the cell of a field is empty, where the sheet has such a column. */
function remarkEmpty(line: RowInHand, field: 'door'): void {
  const [found] = line.of(field);
  if (found && !line.notes.isRefused) line.notes.remark(found.column, { code: 'emptyCell' });
}
