import { writeFailed } from '../errors';
import { emptyArray, type IndexValue } from '../values/key-encoding';
import { isFields, type Value } from '../values/value';

export interface IndexValues {
  /** One value for each path; as many of these as the document's arrays make. */
  readonly tuples: IndexValue[][];
  /** Paths that turned out to be arrays, e.g. `a` for the path `a.b` in `{ a: [{ b: 1 }] }`. */
  readonly arrayPaths: string[];
  /** False when every path is missing. */
  isPresent: boolean;
}

/** One path while it is followed through a document; it stops at its end or at an array. */
interface PathCursor {
  readonly value: IndexValue;
  readonly rest: readonly string[];
  readonly path: string;
  readonly isDone: boolean;
}

/**
 * What an index has of a document: null for what is missing, one tuple for each element of an array. Paths
 * through the same array are followed together, so that `items.k` and `items.v` come from the same element.
 * @throws DatabaseError where paths go through two arrays side by side, which MongoDB does not index
 */
export function indexValues(
  document: Value,
  paths: readonly string[],
  refuseParallel: RefuseParallel = cannotIndex,
): IndexValues {
  const plain = plainTuple(document, paths);
  if (plain) return { tuples: [plain], arrayPaths: [], isPresent: plain.some((value) => value !== undefined) };
  const result: IndexValues = { tuples: [], arrayPaths: [], isPresent: false };
  const cursors = paths.map((path): PathCursor => ({
    value: document,
    rest: path.split('.'),
    path: '',
    isDone: false,
  }));
  expand(cursors, result, refuseParallel);
  return result;
}

/** The one tuple of a document in which no path meets an array; undefined for any other. */
function plainTuple(document: Value, paths: readonly string[]): IndexValue[] | undefined {
  const tuple: IndexValue[] = [];
  for (const path of paths) {
    let value: Value | undefined = document;
    for (const name of path.includes('.') ? path.split('.') : [path]) {
      value = childOf(value, name);
      if (Array.isArray(value)) return undefined;
    }
    tuple.push(value);
  }
  return tuple;
}

type RefuseParallel = (one: string, other: string) => Error;
const cannotIndex: RefuseParallel = (one, other) => writeFailed(`cannot index parallel arrays [${other}] [${one}]`);

function expand(cursors: readonly PathCursor[], result: IndexValues, refuseParallel: RefuseParallel): void {
  const advanced = cursors.map(advance);
  const [atArray, ...others] = advanced.filter(({ isDone }) => !isDone);
  if (atArray === undefined) {
    result.tuples.push(advanced.map(({ value }) => value));
    result.isPresent ||= advanced.some(({ value }) => value !== undefined);
    return;
  }
  const parallel = others.find(({ path }) => path !== atArray.path);
  if (parallel !== undefined) throw refuseParallel(atArray.path, parallel.path);
  if (!result.arrayPaths.includes(atArray.path)) result.arrayPaths.push(atArray.path);
  for (const element of elementsOf(atArray.value)) {
    expand(
      advanced.map((cursor) => (cursor.isDone ? cursor : enter(cursor, element))),
      result,
      refuseParallel,
    );
  }
}

const elementsOf = (value: IndexValue): readonly IndexValue[] =>
  Array.isArray(value) && value.length > 0 ? value : [emptyArray];

/** Continues in one element; an array within an array is a value like others. */
function enter({ rest, path }: PathCursor, element: IndexValue): PathCursor {
  if (rest.length === 0) return { value: element, rest, path, isDone: true };
  const isObject = element !== emptyArray && isFields(element);
  return { value: isObject ? element : undefined, rest: isObject ? rest : [], path, isDone: !isObject };
}

const position = /^(0|[1-9]\d*)$/;

function advance(cursor: PathCursor): PathCursor {
  let { value, rest, path } = cursor;
  while (!cursor.isDone) {
    const [name, ...others] = rest;
    if (Array.isArray(value) && (name === undefined || !position.test(name) || Number(name) >= value.length))
      return { value, rest, path, isDone: false };
    if (name === undefined) break;
    value = childOf(value, name);
    rest = others;
    path = path === '' ? name : `${path}.${name}`;
  }
  return { value, rest, path, isDone: true };
}

function childOf(value: IndexValue, name: string): Value | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return typeof value !== 'symbol' && isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
