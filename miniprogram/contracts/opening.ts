/**
 * Whether something is open. The server turns hours and holidays into spans; list, map and page then ask this one
 * function, so that a copy from an hour ago is right, too. Minutes count from 1970-01-01T00:00Z.
 */

/** From and until, `until` excluded; in order, none touching the next. */
export type OpenSpans = readonly (readonly [from: number, until: number])[];

/** What the spans speak of: before and after it nothing is known. */
export interface Horizon {
  readonly from: number;
  readonly until: number;
}

/** `until` is absent where it stays open beyond what is known, `opensAt` where it opens no more within it. */
export type OpeningState =
  | { readonly state: 'open'; readonly until?: number }
  | { readonly state: 'closed'; readonly opensAt?: number }
  | { readonly state: 'unknown' };

export function openingAt(spans: OpenSpans, horizon: Horizon, minute: number): OpeningState {
  if (minute < horizon.from || minute >= horizon.until) return { state: 'unknown' };
  const span = spans.find(([, until]) => minute < until);
  if (span === undefined) return { state: 'closed' };
  const [from, until] = span;
  if (minute < from) return { state: 'closed', opensAt: from };
  return until >= horizon.until ? { state: 'open' } : { state: 'open', until };
}

/** The minute that a moment lies in. */
export function minuteOf(atMs: number): number {
  return Math.floor(atMs / 60_000);
}
