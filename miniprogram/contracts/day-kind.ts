/**
 * What the calendar of public holidays says of a day: `holiday` is free, `makeUp` a weekend on which people work for
 * it; `unknown`: the calendar of that year is not published yet.
 */
export type DayKind = 'ordinary' | 'holiday' | 'makeUp' | 'unknown';
