import { pickerDay } from '../../../text/dates';

/** The month in Shanghai: `2026-11`. */
export function monthOf(nowMs: number): string {
  return pickerDay(nowMs).slice(0, 7);
}

/** `steps` months later, or earlier where it is negative: `2026-01`, -1 → `2025-12`. */
export function monthAfter(month: string, steps: number): string {
  const [year = 0, monthOfYear = 1] = month.split('-').map(Number);
  const months = year * 12 + monthOfYear - 1 + steps;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
