import type { Cell } from '../workbook';
import type { RefusalCode, RemarkCode } from '../../../../miniprogram/contracts/import-row';

export interface Told<Code extends string> {
  readonly code: Code;
  readonly detail?: string;
}

/** What a cell holds, with what is to be said of it; or why its row is not taken. Nothing is undefined. */
export type CellReading<Value> =
  | { readonly ok: true; readonly value: Value | undefined; readonly remarks: readonly Told<RemarkCode>[] }
  | { readonly ok: false; readonly refusal: Told<RefusalCode> };

export function taken<Value>(value: Value | undefined, ...remarks: readonly Told<RemarkCode>[]): CellReading<Value> {
  return { ok: true, value, remarks };
}

export function refused(
  code: RefusalCode,
  detail?: string,
): { readonly ok: false; readonly refusal: Told<RefusalCode> } {
  return { ok: false, refusal: { code, ...(detail === undefined ? {} : { detail }) } };
}

/** Why a cell holds nothing that can be read, whatever it should hold. */
export function unreadable(cell: Cell): ReturnType<typeof refused> | undefined {
  if (cell.type === 'error') return refused('errorCell', cell.text);
  return cell.type === 'unsaved' ? refused('formulaWithoutValue') : undefined;
}
