import { requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import { compareValues, equalValues } from '../values/compare';
import { isFields, type Fields, type Value } from '../values/value';
import { counted, isPathOrOperator } from './bucket';
import { granularityOf, type Granularity } from './granularity';
import { readOutput } from './group';
import type { Stage } from './stage';

interface Keyed {
  readonly key: Value;
  readonly document: Fields;
}

interface Bucket {
  readonly min: Value;
  readonly max: Value;
  readonly members: readonly Fields[];
}

/** `$bucketAuto`: buckets of about the same number of documents; equal keys are never divided. */
export const bucketAuto: Stage = (argument, { names }) => {
  if (!isFields(argument)) throw requestFailed('Argument to $bucketAuto stage must be an object');
  const { groupBy, buckets, output = counted, granularity, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to $bucketAuto: ${unknown}.`);
  if (!isPathOrOperator(groupBy) || buckets === undefined)
    throw requestFailed("$bucketAuto requires 'groupBy' as a path or an expression and 'buckets' to be specified");
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets <= 0)
    throw requestFailed("The $bucketAuto 'buckets' field must be a whole number greater than 0");
  if (!isFields(output)) throw requestFailed("The $bucketAuto 'output' field must be an object");
  if (granularity !== undefined && typeof granularity !== 'string')
    throw requestFailed("The $bucketAuto 'granularity' field must be a string");
  const keyOf = compileExpression(groupBy, names);
  const describe = readOutput(output, names);
  const rounding = granularity === undefined ? undefined : granularityOf(granularity);
  return (documents, variables) => {
    const keyed = documents.map((root): Keyed => ({ key: keyOf({ root, variables }) ?? null, document: root }));
    if (rounding) keyed.forEach(checkNumber);
    keyed.sort((a, b) => compareValues(a.key, b.key));
    return divide(keyed, buckets, rounding).map(({ min, max, members }) => ({
      _id: { min, max },
      ...describe(members, variables),
    }));
  };
};

function checkNumber({ key }: Keyed): void {
  if (typeof key !== 'number' || Number.isNaN(key))
    throw requestFailed("$bucketAuto can specify a 'granularity' with numeric boundaries only");
  if (key < 0) throw requestFailed("$bucketAuto can specify a 'granularity' with non-negative numbers only");
}

function divide(keyed: readonly Keyed[], count: number, rounding: Granularity | undefined): Bucket[] {
  const size = Math.max(1, Math.round(keyed.length / count));
  const buckets: Bucket[] = [];
  let at = 0;
  while (at < keyed.length) {
    const first = keyed[at]?.key ?? null;
    const isLast = buckets.length === count - 1;
    let end = isLast ? keyed.length : Math.min(at + size, keyed.length);
    const highest = keyed[end - 1]?.key ?? null;
    const bound = rounding ? rounding.above(Number(highest)) : highest;
    while (end < keyed.length && belongs(keyed[end], bound, rounding !== undefined)) end++;
    const next = keyed[end]?.key;
    buckets.push({
      min: buckets.at(-1)?.max ?? (rounding ? rounding.below(Number(first)) : first),
      max: rounding ? (bound === 0 && next !== undefined ? rounding.below(Number(next)) : bound) : (next ?? highest),
      members: keyed.slice(at, end).map(({ document }) => document),
    });
    at = end;
  }
  return buckets;
}

/** What falls before a rounded boundary, or equals the last key where nothing is rounded, belongs to the bucket. */
function belongs(keyed: Keyed | undefined, bound: Value, isRounded: boolean): boolean {
  if (!keyed) return false;
  return isRounded ? compareValues(keyed.key, bound) < 0 : equalValues(keyed.key, bound);
}
