/** Narrows what pages pass as attributes and options: any value may arrive, as on a phone. */

export type UnknownRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isFunction(value: unknown): value is (...data: unknown[]) => unknown {
  return typeof value === 'function';
}

export function asText(value: unknown, fallback = ''): string {
  return value === undefined || value === null ? fallback : String(value);
}

/** A number, or a string that is one (`"12"`, `"12px"`); everything else is the fallback. */
export function asNumber(value: unknown, fallback: number): number {
  const parsed =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? parseFloat(value) : NaN;
  return Number.isFinite(parsed) ? parsed : fallback;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asRecord(value: unknown): UnknownRecord {
  return isRecord(value) ? value : {};
}

/** The nearest number between two bounds. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

/** Pixels of a length: a number (px), `"10px"` or `"20rpx"`. 750rpx are the width of the screen. */
export function asPixels(value: unknown, fallback: number): number {
  const number = asNumber(value, NaN);
  if (Number.isNaN(number)) return fallback;
  return typeof value === 'string' && value.trim().endsWith('rpx') ? (number * window.innerWidth) / 750 : number;
}
