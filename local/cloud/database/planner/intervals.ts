import type { KeyRange } from '../storage/store';
import { rank, rankOf } from '../values/compare';
import { encodeValue, invert, successor } from '../values/key-encoding';
import type { Value } from '../values/value';

/** One end of an interval: a whole encoded value or the beginning of one (e.g. the rank of all strings). */
export interface Bound {
  readonly bytes: Buffer;
  readonly inclusive: boolean;
}

/** Encoded values of one field, ascending. */
export interface Interval {
  readonly low: Bound;
  readonly high: Bound;
  /** Holds one value only. */
  readonly isPoint: boolean;
}

const bound = (bytes: Buffer, inclusive = true): Bound => ({ bytes, inclusive });

export function pointInterval(value: Value): Interval {
  return encodedPoint(encodeValue(value));
}

export function encodedPoint(bytes: Buffer): Interval {
  return { low: bound(bytes), high: bound(bytes), isPoint: true };
}

/** Every value whose encoding starts with the bytes. */
export function prefixInterval(bytes: Buffer): Interval {
  return { low: bound(bytes), high: bound(bytes), isPoint: false };
}

/** Text that starts with the given letters. */
export function textPrefixInterval(prefix: string): Interval {
  return prefixInterval(Buffer.concat([Buffer.of(rank.text), Buffer.from(prefix, 'utf8')]));
}

type Comparison = '$gt' | '$gte' | '$lt' | '$lte';

/** The values of the same kind as `value` on one side of it. */
export function comparisonInterval(operator: Comparison, value: Value): Interval {
  const kind = Buffer.of(rankOf(value));
  const edge = bound(encodeValue(value), operator === '$gte' || operator === '$lte');
  const isAbove = operator === '$gt' || operator === '$gte';
  return isAbove ? { low: edge, high: bound(kind), isPoint: false } : { low: bound(kind), high: edge, isPoint: false };
}

/** The range of an interval in an index, whose descending fields have inverted bytes. */
export function keyRangeOf({ low, high }: Interval, isDescending: boolean): KeyRange {
  const [first, last] = isDescending
    ? [
        { ...high, bytes: invert(high.bytes) },
        { ...low, bytes: invert(low.bytes) },
      ]
    : [low, high];
  return {
    low: first.inclusive ? first.bytes : successor(first.bytes),
    high: last.inclusive ? successor(last.bytes) : last.bytes,
  };
}

/** Ascending, without overlaps. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const ordered = intervals
    .map((interval) => ({ interval, range: keyRangeOf(interval, false) }))
    .filter(({ range }) => Buffer.compare(range.low, range.high) < 0);
  ordered.sort((a, b) => Buffer.compare(a.range.low, b.range.low));
  const united: typeof ordered = [];
  for (const next of ordered) {
    const last = united[united.length - 1];
    if (last === undefined || Buffer.compare(next.range.low, last.range.high) >= 0) united.push(next);
    else if (Buffer.compare(next.range.high, last.range.high) > 0) {
      united[united.length - 1] = {
        range: { low: last.range.low, high: next.range.high },
        interval: { low: last.interval.low, high: next.interval.high, isPoint: false },
      };
    }
  }
  return united.map(({ interval }) => interval);
}

/** What two sets of intervals have in common. */
export function intersect(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  return unite(left.flatMap((a) => right.map((b) => overlap(a, b))).filter((found) => found !== undefined));
}

function overlap(a: Interval, b: Interval): Interval | undefined {
  const [rangeA, rangeB] = [keyRangeOf(a, false), keyRangeOf(b, false)];
  const low = Buffer.compare(rangeA.low, rangeB.low) >= 0 ? a : b;
  const high = Buffer.compare(rangeA.high, rangeB.high) <= 0 ? a : b;
  const found: Interval = { low: low.low, high: high.high, isPoint: a.isPoint || b.isPoint };
  const range = keyRangeOf(found, false);
  return Buffer.compare(range.low, range.high) < 0 ? found : undefined;
}

const encodedNull = encodeValue(null);

/** True when none of the intervals holds null, under which an index has what is missing. */
export function excludesMissing(intervals: readonly Interval[]): boolean {
  return intervals.every((interval) => {
    const { low, high } = keyRangeOf(interval, false);
    return Buffer.compare(encodedNull, low) < 0 || Buffer.compare(encodedNull, high) >= 0;
  });
}
