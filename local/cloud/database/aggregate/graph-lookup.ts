import { requestFailed } from '../errors';
import { targetAt } from '../update/target';
import { encodeValue } from '../values/key-encoding';
import { elementsAt } from '../values/path';
import { cloneValue, isFields, type Fields, type Value } from '../values/value';
import { fieldPath } from './field-path';

const known = new Set(
  'from as startWith connectFromField connectToField depthField maxDepth restrictSearchWithMatch'.split(' '),
);

interface LookupContext {
  /** What `startWith` is for the document. */
  readonly start: Value;
  findIn(collection: string, filter: Fields): Fields[];
}

/** What a `$graphLookup` asks for. */
export interface GraphLookup {
  readonly from: string;
  readonly as: string;
  readonly startWith: Value;
  readonly connectFromField: string;
  readonly connectToField: string;
  readonly depthField: string | undefined;
  readonly maxDepth: number;
  readonly restrictSearchWithMatch: Fields;
}

function pathOf(argument: Fields, name: string): string | undefined {
  const path = argument[name];
  if (path === undefined) return undefined;
  if (typeof path !== 'string') throw requestFailed(`argument '${name}' to $graphLookup must be a string`);
  return fieldPath(path);
}

/** @throws DatabaseError that names the argument */
export function readGraphLookup(argument: Value): GraphLookup {
  if (!isFields(argument)) throw requestFailed('the $graphLookup specification must be an Object');
  const { from, startWith, maxDepth = Infinity, restrictSearchWithMatch = {} } = argument;
  const [unknown] = Object.keys(argument).filter((name) => !known.has(name));
  if (unknown !== undefined) throw requestFailed(`Unknown argument to $graphLookup: ${unknown}`);
  const [as, connectFromField, connectToField, depthField] = [
    pathOf(argument, 'as'),
    pathOf(argument, 'connectFromField'),
    pathOf(argument, 'connectToField'),
    pathOf(argument, 'depthField'),
  ];
  if (typeof from !== 'string' || as === undefined) throw requestFailed("$graphLookup requires 'from' and 'as'");
  if (connectFromField === undefined || connectToField === undefined || startWith === undefined)
    throw requestFailed("$graphLookup requires 'startWith', 'connectFromField' and 'connectToField'");
  if (typeof maxDepth !== 'number') throw requestFailed('maxDepth must be numeric');
  if (maxDepth < 0 || (maxDepth !== Infinity && !Number.isInteger(maxDepth)))
    throw requestFailed(`maxDepth requires a nonnegative whole number, found: ${maxDepth}`);
  if (!isFields(restrictSearchWithMatch)) throw requestFailed('restrictSearchWithMatch must be an object');
  return { from, as, startWith, connectFromField, connectToField, depthField, maxDepth, restrictSearchWithMatch };
}

/** The stage `$graphLookup` for one document: follows references from collection to collection, each document once. */
export function graphLookup(document: Fields, request: GraphLookup, { start, findIn }: LookupContext): Fields {
  const { from, as, connectFromField, connectToField, depthField, maxDepth, restrictSearchWithMatch } = request;
  const found = new Map<string, Fields>();
  let frontier = listOf(start);
  for (let depth = 0; frontier.length > 0 && depth <= maxDepth; depth++) {
    const next: Value[] = [];
    for (const each of findIn(from, {
      $and: [{ [connectToField]: { $in: frontier } }, restrictSearchWithMatch],
    })) {
      const key = encodeValue(each['_id'] ?? null).toString('latin1');
      if (found.has(key)) continue;
      found.set(key, depthField === undefined ? each : { ...each, [depthField]: depth });
      next.push(...elementsAt(each, connectFromField).filter((value) => value !== undefined));
    }
    frontier = next;
  }
  const copy = cloneValue(document);
  targetAt(copy, as).write([...found.values()]);
  return copy;
}

const listOf = (value: Value): Value[] => (Array.isArray(value) ? value : [value]);
