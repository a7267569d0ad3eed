import { requestFailed } from '../errors';
import { targetAt } from '../update/target';
import { encodeValue } from '../values/key-encoding';
import { valuesAt } from '../values/path';
import { cloneValue, isFields, type Fields, type Value } from '../values/value';

interface LookupContext {
  /** What `startWith` is for the document. */
  readonly start: Value;
  findIn(collection: string, filter: Fields): Fields[];
}

/** The stage `$graphLookup` for one document: follows references from collection to collection, each document once. */
export function graphLookup(document: Fields, argument: Value, { start, findIn }: LookupContext): Fields {
  if (!isFields(argument)) throw requestFailed('the $graphLookup specification must be an Object');
  const {
    from,
    as,
    startWith,
    connectFromField,
    connectToField,
    depthField,
    maxDepth = Infinity,
    restrictSearchWithMatch = {},
  } = argument;
  if (typeof from !== 'string' || typeof as !== 'string') throw requestFailed("$graphLookup requires 'from' and 'as'");
  if (typeof connectFromField !== 'string' || typeof connectToField !== 'string' || startWith === undefined) {
    throw requestFailed("$graphLookup requires 'startWith', 'connectFromField' and 'connectToField'");
  }
  const found = new Map<string, Fields>();
  let frontier = listOf(start);
  for (let depth = 0; frontier.length > 0 && depth <= Number(maxDepth); depth++) {
    const next: Value[] = [];
    for (const each of findIn(from, {
      $and: [{ [connectToField]: { $in: frontier } }, isFields(restrictSearchWithMatch) ? restrictSearchWithMatch : {}],
    })) {
      const key = encodeValue(each['_id'] ?? null).toString('latin1');
      if (found.has(key)) continue;
      found.set(key, typeof depthField === 'string' ? { ...each, [depthField]: depth } : each);
      next.push(
        ...valuesAt(each, connectFromField)
          .each.filter((value) => value !== undefined)
          .filter((value) => !Array.isArray(value)),
      );
    }
    frontier = next;
  }
  const copy = cloneValue(document);
  targetAt(copy, as).write([...found.values()]);
  return copy;
}

const listOf = (value: Value): Value[] => (Array.isArray(value) ? value : [value]);
