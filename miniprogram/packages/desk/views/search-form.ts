import type { GridChoice } from '../../../contracts/enrolment';
import { orderStatuses, type OrderStatus } from '../../../contracts/order';
import type { Choice } from '../../../text/choice';
import { statusName } from '../../../text/order/names';
import { allGrids, allMonths, allStatuses, monthName } from '../text/search';

/** So many months stand to choose from, this one first. */
const monthsBack = 12;

/** @param thisMonth `2026-11` */
export function monthChoices(thisMonth: string): readonly Choice[] {
  const [year = 0, month = 1] = thisMonth.split('-').map(Number);
  const months = Array.from({ length: monthsBack }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return [{ value: '', text: allMonths }, ...months.map((value) => ({ value, text: monthName(value) }))];
}

export const statusChoices: readonly Choice[] = [
  { value: '', text: allStatuses },
  ...orderStatuses.map((status) => ({ value: status, text: statusName({ status }, 'staff') })),
];

export function statusOf(value: string): OrderStatus | undefined {
  return orderStatuses.find((status) => status === value);
}

export function gridChoices(grids: readonly GridChoice[]): readonly Choice[] {
  return [{ value: '', text: allGrids }, ...grids.map(({ gridId, name }) => ({ value: gridId, text: name }))];
}
