/** A plain reading of MongoDB's rules over arrays of objects: no index, no plan, nothing shared with the database. */
export type Plain = null | boolean | number | string | Date | Plain[] | PlainObject;
export interface PlainObject {
  [name: string]: Plain;
}

const kinds = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date'] as const;

export function kindOf(value: Plain | undefined): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) return kinds.indexOf('array');
  if (value instanceof Date) return kinds.indexOf('date');
  return kinds.indexOf(typeof value as 'object');
}

export function order(a: Plain | undefined, b: Plain | undefined): number {
  if (kindOf(a) !== kindOf(b)) return kindOf(a) - kindOf(b);
  if (Array.isArray(a) && Array.isArray(b)) return orderLists(a, b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (isObject(a) && isObject(b)) return orderLists(pairs(a), pairs(b));
  if (a === b || a === null || a === undefined) return 0;
  return a < b! ? -1 : 1;
}

/** Kind, name and value of each field, in the order in which they are compared. */
function pairs(value: PlainObject): Plain[] {
  return Object.entries(value).map(([name, child]) => [kindOf(child), name, child]);
}

function orderLists(a: readonly Plain[], b: readonly Plain[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = order(a[at], b[at]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export const same = (a: Plain | undefined, b: Plain | undefined): boolean => order(a, b) === 0;

/** A copy that shares nothing; dates are never changed. */
export function copy<T extends Plain>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  return isObject(value)
    ? (Object.fromEntries(Object.entries(value).map(([name, child]) => [name, copy(child)])) as T)
    : value;
}

export function isObject(value: Plain | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** What a condition on a path looks at: elements of arrays as well as the arrays themselves. */
export function look(value: Plain | undefined, path: readonly string[]): (Plain | undefined)[] {
  const [name, ...rest] = path;
  if (name === undefined) return Array.isArray(value) ? [...value, value] : [value];
  if (Array.isArray(value)) return value.filter(isObject).flatMap((item) => look(item[name], rest));
  return isObject(value) ? look(value[name], rest) : [undefined];
}

export class ParallelArrays extends Error {}

type Key = Plain | 'empty';
const emptyFirst = (a: Key, b: Key): number =>
  a === 'empty' || b === 'empty' ? Number(b === 'empty') - Number(a === 'empty') : order(a, b);

/**
 * Every key that a document could sort by. The sequences have arrays only at the top of a document, and never one in
 * another.
 */
function sortKeys(document: PlainObject, paths: readonly string[][]): Key[][] {
  const arrays = new Set(paths.map(([root]) => root!).filter((root) => Array.isArray(document[root])));
  if (arrays.size > 1) throw new ParallelArrays();
  const [array] = arrays;
  const inside = (value: Plain | undefined, rest: string[]): Plain =>
    rest.reduce<Plain | undefined>((found, name) => (isObject(found) ? found[name] : undefined), value) ?? null;
  const elements = array === undefined ? [undefined] : (document[array] as Plain[]);
  const key = (element: Plain | undefined): Key[] =>
    paths.map(([root, ...rest]) => inside(root === array ? element : document[root!], rest));
  if (array !== undefined && elements.length === 0)
    return [
      paths.map(([root, ...rest]) =>
        root === array ? (rest.length === 0 ? 'empty' : null) : inside(document[root!], rest),
      ),
    ];
  return elements.map(key);
}

/** Sorts documents; an array counts by the element that comes first in the asked order. */
export function sorted(
  documents: readonly PlainObject[],
  fields: readonly (readonly [string, 1 | -1])[],
): PlainObject[] {
  const compare = (a: readonly Key[], b: readonly Key[]): number =>
    fields.map(([, direction], at) => emptyFirst(a[at]!, b[at]!) * direction).find((difference) => difference !== 0) ??
    0;
  const keyed = documents.map((document) => ({
    document,
    key: sortKeys(
      document,
      fields.map(([name]) => name.split('.')),
    ).sort(compare)[0]!,
  }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ document }) => document);
}

const isNothing = (value: Plain | undefined): boolean => value === null || value === undefined;
const sameKind = (a: Plain | undefined, b: Plain): boolean => a !== undefined && kindOf(a) === kindOf(b);

const conditions: Record<string, (found: (Plain | undefined)[], argument: Plain) => boolean> = {
  $eq: (found, argument) =>
    found.some((value) => (argument === null ? isNothing(value) : value !== undefined && same(value, argument))),
  $ne: (found, argument) => !conditions['$eq']!(found, argument),
  $in: (found, argument) => (argument as Plain[]).some((choice) => conditions['$eq']!(found, choice)),
  $nin: (found, argument) => !conditions['$in']!(found, argument),
  $gt: (found, argument) =>
    argument !== null && found.some((value) => sameKind(value, argument) && order(value, argument) > 0),
  $lt: (found, argument) =>
    argument !== null && found.some((value) => sameKind(value, argument) && order(value, argument) < 0),
  $gte: (found, argument) =>
    argument === null
      ? found.some(isNothing)
      : found.some((value) => sameKind(value, argument) && order(value, argument) >= 0),
  $lte: (found, argument) =>
    argument === null
      ? found.some(isNothing)
      : found.some((value) => sameKind(value, argument) && order(value, argument) <= 0),
  $exists: (found, argument) => found.some((value) => value !== undefined) === argument,
  $size: (found, argument) => found.some((value) => Array.isArray(value) && value.length === argument),
  $all: (found, argument) =>
    (argument as Plain[]).length > 0 && (argument as Plain[]).every((item) => conditions['$eq']!(found, item)),
  $regex: (found, argument) =>
    found.some((value) => typeof value === 'string' && new RegExp(argument as string).test(value)),
  $not: (found, argument) => !meets(found, argument as PlainObject),
  $elemMatch: (found, argument) =>
    found.some(
      (value) =>
        Array.isArray(value) &&
        value.some((item) =>
          isObject(item) ? matches(item, argument as PlainObject) : isCondition(argument) && meets([item], argument),
        ),
    ),
};

const isCondition = (value: Plain): value is PlainObject =>
  isObject(value) && Object.keys(value).some((name) => name.startsWith('$'));
const meets = (found: (Plain | undefined)[], condition: PlainObject): boolean =>
  Object.entries(condition).every(([name, argument]) => conditions[name]!(found, argument));

export function matches(document: PlainObject, filter: PlainObject): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === '$and') return (condition as PlainObject[]).every((part) => matches(document, part));
    if (name === '$or') return (condition as PlainObject[]).some((part) => matches(document, part));
    if (name === '$nor') return !(condition as PlainObject[]).some((part) => matches(document, part));
    return meets(look(document, name.split('.')), isCondition(condition) ? condition : { $eq: condition });
  });
}
