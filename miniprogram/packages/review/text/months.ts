/** Months as they are counted on, `2026-11`. */
import { pickerDay } from '../../../text/dates';

/** Shanghai's month of a moment. */
export function thisMonth(nowMs: number): string {
  return pickerDay(nowMs).slice(0, 7);
}

/** So many months later, or earlier. */
export function monthAfter(month: string, months: number): string {
  const counted = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
}
