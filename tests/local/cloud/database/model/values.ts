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
  return isObject(value) ? (Object.fromEntries(Object.entries(value).map(([name, child]) => [name, copy(child)])) as T) : value;
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

/** What a sort looks at; an empty array comes before everything. */
function sortKeys(value: Plain | undefined, path: readonly string[]): (Plain | undefined | 'empty')[] {
  const [name, ...rest] = path;
  if (name === undefined) return Array.isArray(value) ? (value.length === 0 ? ['empty'] : value) : [value];
  if (Array.isArray(value)) return value.length === 0 ? [undefined] : value.flatMap((item) => (isObject(item) ? sortKeys(item[name], rest) : [undefined]));
  return isObject(value) ? sortKeys(value[name], rest) : [undefined];
}

const emptyFirst = (a: Plain | undefined | 'empty', b: Plain | undefined | 'empty'): number =>
  a === 'empty' || b === 'empty' ? Number(b === 'empty') - Number(a === 'empty') : order(a, b);

/** Sorts documents; an array counts by its smallest element ascending and its largest descending. */
export function sorted(documents: readonly PlainObject[], fields: readonly (readonly [string, 1 | -1])[]): PlainObject[] {
  const keyOf = (document: PlainObject, [name, direction]: readonly [string, 1 | -1]) =>
    [...sortKeys(document, name.split('.'))].sort((a, b) => emptyFirst(a, b) * direction)[0];
  return [...documents].sort((a, b) => {
    for (const field of fields) {
      const difference = emptyFirst(keyOf(a, field), keyOf(b, field)) * field[1];
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

const isNothing = (value: Plain | undefined): boolean => value === null || value === undefined;
const sameKind = (a: Plain | undefined, b: Plain): boolean => a !== undefined && kindOf(a) === kindOf(b);

const conditions: Record<string, (found: (Plain | undefined)[], argument: Plain) => boolean> = {
  $eq: (found, argument) => found.some((value) => (argument === null ? isNothing(value) : value !== undefined && same(value, argument))),
  $ne: (found, argument) => !conditions['$eq']!(found, argument),
  $in: (found, argument) => (argument as Plain[]).some((choice) => conditions['$eq']!(found, choice)),
  $nin: (found, argument) => !conditions['$in']!(found, argument),
  $gt: (found, argument) => argument !== null && found.some((value) => sameKind(value, argument) && order(value, argument) > 0),
  $lt: (found, argument) => argument !== null && found.some((value) => sameKind(value, argument) && order(value, argument) < 0),
  $gte: (found, argument) => (argument === null ? found.some(isNothing) : found.some((value) => sameKind(value, argument) && order(value, argument) >= 0)),
  $lte: (found, argument) => (argument === null ? found.some(isNothing) : found.some((value) => sameKind(value, argument) && order(value, argument) <= 0)),
  $exists: (found, argument) => found.some((value) => value !== undefined) === argument,
  $size: (found, argument) => found.some((value) => Array.isArray(value) && value.length === argument),
  $all: (found, argument) => (argument as Plain[]).length > 0 && (argument as Plain[]).every((item) => conditions['$eq']!(found, item)),
  $regex: (found, argument) => found.some((value) => typeof value === 'string' && new RegExp(argument as string).test(value)),
  $not: (found, argument) => !meets(found, argument as PlainObject),
  $elemMatch: (found, argument) =>
    found.some((value) => Array.isArray(value) && value.some((item) => (isObject(item) ? matches(item, argument as PlainObject) : isCondition(argument) && meets([item], argument)))),
};

const isCondition = (value: Plain): value is PlainObject => isObject(value) && Object.keys(value).some((name) => name.startsWith('$'));
const meets = (found: (Plain | undefined)[], condition: PlainObject): boolean => Object.entries(condition).every(([name, argument]) => conditions[name]!(found, argument));

export function matches(document: PlainObject, filter: PlainObject): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === '$and') return (condition as PlainObject[]).every((part) => matches(document, part));
    if (name === '$or') return (condition as PlainObject[]).some((part) => matches(document, part));
    if (name === '$nor') return !(condition as PlainObject[]).some((part) => matches(document, part));
    return meets(look(document, name.split('.')), isCondition(condition) ? condition : { $eq: condition });
  });
}
