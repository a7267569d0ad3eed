import type { FieldChange, ImportField } from '../../../../miniprogram/contracts/import';
import type { CellNote } from '../../../../miniprogram/contracts/import-row';
import type { ImportRow, RowCode } from '../document/page';
import type { ListRow } from '../check/read-list';
import type { RecordTarget } from './target';

/** What a row that is of no person comes to. */
export interface Judged {
  readonly fate: 'new' | 'changed' | 'unchanged' | 'refused';
  readonly title: string;
  readonly record?: RecordTarget;
  readonly changes: readonly FieldChange[];
  readonly notes: readonly CellNote<RowCode>[];
}

/** Judges the rows of one kind, a page of them at once. */
export interface RecordJudge {
  judge(rows: readonly ListRow[]): Promise<ReadonlyMap<ListRow, Judged>>;
}

/** The row as the import keeps it. */
export function recordRow(line: ListRow, judged: Judged): ImportRow {
  const { sheet, sheetIndex, row, cells } = line;
  const { fate, title, record, changes, notes } = judged;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    sheetIndex,
    row,
    cells,
    fate,
    title,
    target: null,
    ...(record && fate !== 'refused' && { record }),
    changes: fate === 'refused' ? [] : changes,
    notes: [...line.notes, ...notes],
    candidates: [],
    decision: null,
    written: false,
  };
}

/** Why a row is not taken, said of the row as a whole. */
export function refusedRecord({ row }: ListRow, title: string, code: RowCode, detail?: string): Judged {
  const note = { row, column: '', code, ...(detail === undefined || detail === '' ? {} : { detail }) };
  return { fate: 'refused', title, changes: [], notes: [note] };
}

/** Something that is said of a row beside its cells. */
export function noteOf({ row }: ListRow, code: RowCode, detail = ''): CellNote<RowCode> {
  return { row, column: '', code, ...(detail === '' ? {} : { detail }) };
}

/** A field as it is and as a row has it; nothing where the row does not say it, or says the same. */
export function changeOf(field: ImportField, before: string, after: string | undefined): readonly FieldChange[] {
  return after === undefined || after === before ? [] : [{ field, before, after }];
}

/** New, or changed where something is. */
export function fateOf(isNew: boolean, changes: readonly FieldChange[]): Judged['fate'] {
  if (isNew) return 'new';
  return changes.length > 0 ? 'changed' : 'unchanged';
}
