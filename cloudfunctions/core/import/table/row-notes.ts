import type { CellNote, RefusalCode, RefusedCell, RemarkCode } from '../../../../miniprogram/contracts/import-row';
import { identityProblem, withoutIdentityNumbers } from '../cells/identity-number';
import type { CellReading, Told } from '../cells/reading';
import type { Remark } from '../entries';
import { cellText, type Cell } from '../workbook';
import type { Column } from './columns';

/** Where another row says the same. */
export interface OtherRow {
  readonly row: number;
  readonly sheet?: string;
}

/** Longest piece of a cell that a note repeats. */
const maxValueLength = 60;

/** Gathers what is said of one row's cells while it is read. */
export class RowNotes {
  private readonly refusals: CellNote<RefusalCode>[] = [];
  private readonly remarks: Remark[] = [];
  private readonly identities: Remark[] = [];

  constructor(private readonly row: number) {}

  /** @returns what the cell holds; undefined where it holds nothing, or refuses the row */
  take<Value>(column: Column, cell: Cell | undefined, reading: CellReading<Value>): Value | undefined {
    if (!reading.ok) {
      this.refuse(column, reading.refusal, cell);
      return undefined;
    }
    for (const remark of reading.remarks) this.remark(column, remark, cell);
    return reading.value;
  }

  refuse(column: Column, refusal: Told<RefusalCode>, cell?: Cell, other?: OtherRow): void {
    this.refusals.push(this.note(column, refusal, cell, other));
  }

  remark(column: Column, remark: Told<RemarkCode>, cell?: Cell, other?: OtherRow): void {
    this.remarks.push(this.note(column, remark, cell, other));
  }

  /** Looks at a cell of identity numbers, of which nothing is kept, not even in what is said. */
  readIdentity(column: Column, cell: Cell | undefined): void {
    const code = identityProblem(cell);
    if (code) this.identities.push({ row: this.row, column: column.header, code });
  }

  get isRefused(): boolean {
    return this.refusals.length > 0;
  }

  /** Of a refused row: what refuses it, and its wrong identity numbers, so that both are corrected at once. */
  get refused(): readonly RefusedCell[] {
    return [...this.refusals, ...this.identities];
  }

  /** Of a row that is taken. */
  get said(): readonly Remark[] {
    return [...this.remarks, ...this.identities];
  }

  private note<Code extends string>(column: Column, told: Told<Code>, cell?: Cell, other?: OtherRow): CellNote<Code> {
    const value = withoutIdentityNumbers(cellText(cell), '***').trim().slice(0, maxValueLength);
    return {
      row: this.row,
      column: column.header,
      code: told.code,
      ...(value === '' ? {} : { value }),
      ...(told.detail === undefined ? {} : { detail: told.detail }),
      ...(other === undefined ? {} : { otherRow: other.row }),
      ...(other?.sheet === undefined ? {} : { otherSheet: other.sheet }),
    };
  }
}
