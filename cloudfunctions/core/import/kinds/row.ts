import type { SerialEpoch } from '../cells/date';
import type { CellReading } from '../cells/reading';
import type { PlaceNames, ReadingSettings } from '../entries';
import { readPlaceName, readText, maxLengths } from '../cells/text';
import type { Column, Field } from '../table/columns';
import type { RowNotes } from '../table/row-notes';
import type { Cell } from '../workbook';

/** What reading a row needs: its cells by field, a place to say things, and the names of the groups that it is in. */
export interface RowInHand {
  readonly row: number;
  /** The columns that hold a field, each with its cell; none where the sheet has no such column. */
  readonly of: (field: Field) => readonly { readonly column: Column; readonly cell: Cell | undefined }[];
  readonly notes: RowNotes;
  readonly settings: ReadingSettings;
  readonly epoch: SerialEpoch;
  /** From a line above that names a group, or from a cell above that holds for the ones below it. */
  readonly groups: Partial<Readonly<Record<Field, string>>>;
}

/** Reads the one cell of a field. */
export function readField<Value>(
  { of, notes }: RowInHand,
  field: Field,
  read: (cell: Cell) => CellReading<Value>,
): Value | undefined {
  const [found] = of(field);
  return found?.cell && notes.take(found.column, found.cell, read(found.cell));
}

export const readWordsOf = (line: RowInHand, field: Field): string | undefined =>
  readField(line, field, (cell) => readText(cell, maxLengths.words));

const placeFields = ['grid', 'section', 'lane', 'courtyard', 'door'] as const satisfies readonly (keyof PlaceNames &
  Field)[];

/** The names of places that a row has, or that stand above it for a group of rows. */
export function readPlaceNames(line: RowInHand): PlaceNames {
  const names = placeFields.map((field) => {
    const own = readField(line, field, readPlaceName);
    if (own !== undefined) return [field, own] as const;
    const group = line.groups[field];
    const [found] = line.of(field);
    if (group !== undefined && found) line.notes.remark(found.column, { code: 'groupContinued', detail: group });
    return [field, group] as const;
  });
  return withoutUndefined({
    ...Object.fromEntries(names),
    address: readField(line, 'address', (cell) => readText(cell, maxLengths.words)),
  });
}

type Defined<Fields> = {
  readonly [Key in keyof Fields as undefined extends Fields[Key] ? never : Key]: Fields[Key];
} & { readonly [Key in keyof Fields as undefined extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], undefined> };

/** The fields that have a value: an absent one is absent, not undefined. */
export function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields>;
export function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
