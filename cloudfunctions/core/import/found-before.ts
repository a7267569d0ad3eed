import type { ImportKind } from '../../../miniprogram/contracts/import-row';
import type { ActivityEntry, ImportEntry, PersonEntry, PlaceEntry, StationEntry } from './entries';
import type { Field } from './table/columns';
import { columnsWith } from './table/classify-row';
import type { Header } from './table/find-header';
import type { OtherRow, RowNotes } from './table/row-notes';

/**
 * The rows of a file so far, to find who stands in it twice: one name with one number, or one name in one household,
 * which is for somebody to decide. Two names with one number are a couple: both are taken, and it is said. Whoever
 * holds several posts may stand in a list of posts as often.
 */
export class FoundBefore {
  private readonly rows = new Map<string, OtherRow>();

  /** Refuses the row where an earlier one says the same; else remembers it. */
  compare(kind: ImportKind, entry: ImportEntry, line: ComparedRow): void {
    if (entry.type === 'person' && kind !== 'posts') this.comparePerson(entry, line);
    if (entry.type === 'activity') this.isTwice([activityKey(entry)], 'title', line);
    if (entry.type === 'place') this.isTwice([placeKey(entry)], deepestField(entry), line);
    if (entry.type === 'station') this.isTwice([stationKey(entry)], 'stationName', line);
  }

  private comparePerson(entry: PersonEntry, line: ComparedRow): void {
    const numbers = entry.phones.map(({ number }) => number);
    const byNumber = numbers.map((number) => `person\n${entry.name}\n${number}`);
    const byHome = entry.door === undefined ? [] : [homeKey(entry)];
    if (this.isTwice(byNumber, 'phone', line) || this.isTwice(byHome, 'name', line)) return;
    for (const number of numbers) {
      const other = this.rows.get(`number\n${number}`);
      const [column] = columnsWith(line.header, 'phone');
      if (other && column)
        line.notes.remark(column, { code: 'sameNumber', detail: number }, undefined, elsewhere(other, line.at));
      this.rows.set(`number\n${number}`, other ?? line.at);
    }
  }

  /** @returns whether one of the keys was there, which refuses the row */
  private isTwice(keys: readonly string[], field: Field, { at, header, notes }: ComparedRow): boolean {
    const other = keys.map((key) => this.rows.get(key)).find((found) => found !== undefined);
    const [column] = [...columnsWith(header, field), ...header.columns];
    if (other && column) {
      const code = keys[0]?.startsWith('person') ? 'samePerson' : 'sameEntry';
      notes.refuse(column, { code }, undefined, elsewhere(other, at));
      return true;
    }
    for (const key of keys) this.rows.set(key, at);
    return false;
  }
}

/** A row that was read, where it stands, and where to say that it stands there twice. */
interface ComparedRow {
  readonly at: OtherRow;
  readonly header: Header;
  readonly notes: RowNotes;
}

/** The sheet is named where it is another one. */
function elsewhere(other: OtherRow, at: OtherRow): OtherRow {
  return other.sheet === at.sheet ? { row: other.row } : other;
}

function homeKey({ name, grid, section, lane, courtyard, door }: PersonEntry): string {
  return ['person', name, grid, section, lane, courtyard, door].join('\n');
}

function activityKey({ day, title }: ActivityEntry): string {
  return ['activity', day, title.replace(/\s/g, '')].join('\n');
}

function placeKey({ grid, section, lane, courtyard, door, name, address }: PlaceEntry): string {
  return ['place', grid, section, lane, courtyard, door, name, address].join('\n');
}

function stationKey({ kind, name, address, organisation }: StationEntry): string {
  return ['station', kind, name, address, organisation].join('\n');
}

function deepestField({ grid, section, lane, courtyard, door, name }: PlaceEntry): Field {
  const names = { placeName: name, door, courtyard, lane, section, grid };
  const fields = ['placeName', 'door', 'courtyard', 'lane', 'section', 'grid'] as const;
  return fields.find((field) => names[field] !== undefined) ?? 'address';
}
