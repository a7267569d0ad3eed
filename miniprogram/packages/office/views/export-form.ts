import {
  branchLists,
  monthlyLists,
  namedLists,
  type ExportChoices,
  type ExportList,
  type ExportView,
} from '../../../contracts/export';
import type { Choice } from '../../../text/choice';
import {
  allGrids,
  allOf,
  exportLine,
  exportTitle,
  fileActions,
  formatChoices,
  listNames,
  monthName,
  phoneChoices,
  sortChoices,
} from '../text/exports';

/** So many months stand to choose from, this one first. */
const monthsBack = 3;

/** What can be chosen for the list that is chosen; empty where there is nothing to choose. */
export interface ExportForm {
  readonly lists: readonly Choice[];
  readonly grids: readonly Choice[];
  readonly months: readonly Choice[];
  readonly sorts: readonly Choice[];
  readonly formats: readonly Choice[];
  readonly phones: readonly Choice[];
}

/** @param thisMonth `2026-11` */
export function exportForm(
  { lists, grids, wholeLists }: ExportChoices,
  list: ExportList,
  thisMonth: string,
): ExportForm {
  const isNamed = namedLists.some((one) => one === list);
  return {
    lists: lists.map((value) => ({ value, text: listNames[value] })),
    grids:
      grids.length > 1 && !branchLists.some((one) => one === list)
        ? [{ value: '', text: allGrids }, ...grids.map(({ gridId, name }) => ({ value: gridId, text: name }))]
        : [],
    months: monthlyLists.some((one) => one === list) ? monthChoices(thisMonth, list) : [],
    sorts: isNamed ? sortChoices : [],
    formats: formatChoices,
    phones: wholeLists.includes(list) ? phoneChoices : [],
  };
}

function monthChoices(thisMonth: string, list: ExportList): readonly Choice[] {
  const [year = 0, month = 1] = thisMonth.split('-').map(Number);
  const months = Array.from({ length: monthsBack }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return [{ value: '', text: allOf(list) }, ...months.map((value) => ({ value, text: monthName(value) }))];
}

/** One export as the page draws it. */
export interface ExportRow {
  readonly exportId: string;
  readonly title: string;
  readonly line: string;
  readonly mayOpen: boolean;
  readonly action: string;
}

export function exportRow(one: ExportView): ExportRow {
  const { exportId, state, deletedAt, format } = one;
  return {
    exportId,
    title: exportTitle(one),
    line: exportLine(one),
    mayOpen: state === 'done' && deletedAt !== undefined,
    action: fileActions[format],
  };
}
