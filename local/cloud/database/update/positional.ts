import { writeFailed } from '../errors';
import { isFields, isOperators, type Fields, type StoredDocument, type Value } from '../values/value';
import type { UpdateSettings } from './apply';
import { targetAt } from './target';

/** A filter, and how to test whether a document meets another one. */
export interface MatchedFilter {
  readonly filter: Fields;
  readonly matches: UpdateSettings['matches'];
}

/**
 * Writes out `a.$.b` and `a.$[].b` with the positions that they stand for: the first element that meets the filter's
 * condition on the array, and every element.
 * @throws DatabaseError when no element has met a condition, and for `$[name]`, which needs filters that the SDK
 * cannot send
 */
export function withPositions(document: StoredDocument, update: Fields, matched: MatchedFilter): Fields {
  return Object.fromEntries(
    Object.entries(update).map(([operator, paths]) => [
      operator,
      isFields(paths) ? positionsIn(document, paths, matched) : paths,
    ]),
  );
}

function positionsIn(document: StoredDocument, paths: Fields, matched: MatchedFilter): Fields {
  if (!Object.keys(paths).some((path) => path.includes('$'))) return paths;
  const written: [string, Value][] = [];
  for (const [path, argument] of Object.entries(paths))
    for (const position of expand(document, path, matched)) written.push([position, argument]);
  return Object.fromEntries(written);
}

function expand(document: StoredDocument, path: string, matched: MatchedFilter): string[] {
  const parts = path.split('.');
  const at = parts.findIndex((part) => part.startsWith('$'));
  const [part, array] = [parts[at], parts.slice(0, at).join('.')];
  if (part === undefined) return [path];
  if (part !== '$' && part !== '$[]')
    throw writeFailed(`No array filter found for identifier '${part.slice(2, -1)}' in path '${path}'`);
  const items = targetAt(document, array).read();
  if (!Array.isArray(items))
    throw writeFailed(`The path '${array}' must exist in the document in order to apply array updates.`);
  const positions = part === '$[]' ? items.map((_, index) => index) : [firstMatch(items, array, matched)];
  const rest = parts.slice(at + 1);
  return positions.flatMap((at) => expand(document, [array, String(at), ...rest].join('.'), matched));
}

function firstMatch(items: readonly Value[], array: string, { filter, matches }: MatchedFilter): number {
  const tests = elementFilters(filter, array).map((condition) => matches(condition));
  const position = items.findIndex((item) => tests.some((test) => test({ item })));
  if (position < 0) throw writeFailed('The positional operator did not find the match needed from the query.');
  return position;
}

/** The filter's conditions on an array, as conditions on `item`, each by itself. */
function elementFilters(filter: Fields, array: string): Fields[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    if (name === '$and' && Array.isArray(condition))
      return condition.filter(isFields).flatMap((part) => elementFilters(part, array));
    if (name.startsWith(`${array}.`)) return [{ [`item${name.slice(array.length)}`]: condition }];
    if (name !== array) return [];
    const inner = isOperators(condition) ? condition['$elemMatch'] : undefined;
    return [isFields(inner) ? fieldsOfItem(inner) : { item: condition }];
  });
}

function fieldsOfItem(inner: Fields): Fields {
  const conditions = Object.entries(inner);
  if (isOperators(inner)) return { item: inner };
  return Object.fromEntries(conditions.map(([name, condition]) => [`item.${name}`, condition]));
}
