import { encodeValue, invert, successor } from '../values/key-encoding';
import { rank, rankOf } from '../values/compare';
import type { Value } from '../values/value';

/** One end of an interval: a whole encoded value or the beginning of one (e.g. the rank of all strings). */
export interface Bound {
  bytes: Buffer;
  inclusive: boolean;
}

/** Encoded values of one field, ascending. */
export interface Interval {
  low: Bound;
  high: Bound;
  /** holds one value only */
  isPoint: boolean;
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

/** First key of an interval and first key after it. */
export interface Stretch {
  from: Buffer;
  to: Buffer;
}

/** Where an interval lies in an index, whose descending fields have inverted bytes. */
export function stretchOf({ low, high }: Interval, isDescending: boolean): Stretch {
  const [first, last] = isDescending
    ? [
        { ...high, bytes: invert(high.bytes) },
        { ...low, bytes: invert(low.bytes) },
      ]
    : [low, high];
  return {
    from: first.inclusive ? first.bytes : successor(first.bytes),
    to: last.inclusive ? successor(last.bytes) : last.bytes,
  };
}

/** Ascending, without overlaps. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const ordered = intervals
    .map((interval) => ({ interval, ...stretchOf(interval, false) }))
    .filter(({ from, to }) => Buffer.compare(from, to) < 0);
  ordered.sort((a, b) => Buffer.compare(a.from, b.from));
  const united: typeof ordered = [];
  for (const next of ordered) {
    const last = united[united.length - 1];
    if (last === undefined || Buffer.compare(next.from, last.to) >= 0) united.push(next);
    else if (Buffer.compare(next.to, last.to) > 0) {
      united[united.length - 1] = {
        from: last.from,
        to: next.to,
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
  const [placeA, placeB] = [stretchOf(a, false), stretchOf(b, false)];
  const low = Buffer.compare(placeA.from, placeB.from) >= 0 ? a : b;
  const high = Buffer.compare(placeA.to, placeB.to) <= 0 ? a : b;
  const found: Interval = { low: low.low, high: high.high, isPoint: a.isPoint || b.isPoint };
  const { from, to } = stretchOf(found, false);
  return Buffer.compare(from, to) < 0 ? found : undefined;
}

const nullPlace = encodeValue(null);

/** True when none of the intervals holds null, under which an index keeps what is missing. */
export function excludesMissing(intervals: readonly Interval[]): boolean {
  return intervals.every((interval) => {
    const { from, to } = stretchOf(interval, false);
    return Buffer.compare(nullPlace, from) < 0 || Buffer.compare(nullPlace, to) >= 0;
  });
}
