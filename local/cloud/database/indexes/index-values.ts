import { writeFailed } from '../errors';
import { emptyArray, type IndexValue } from '../values/key-encoding';
import { isFields, type Value } from '../values/value';

export interface IndexValues {
  /** one value for each path; as many of these as the document's arrays make */
  tuples: IndexValue[][];
  /** paths that turned out to be arrays, e.g. `a` for the path `a.b` in `{ a: [{ b: 1 }] }` */
  arrays: string[];
  /** false when no path leads to anything */
  isPresent: boolean;
}

/** One path on its way through a document; it halts at its end or at an array. */
interface Cursor {
  value: IndexValue;
  rest: readonly string[];
  walked: string;
  isDone: boolean;
}

/**
 * What an index keeps of a document: null for what is missing, one tuple for each element of an array. Paths through the same array
 * move through it together, so that `items.k` and `items.v` come from the same element.
 * @throws DatabaseError where paths lead through two arrays side by side, which MongoDB does not index
 */
export function indexValues(
  document: Value,
  paths: readonly string[],
  refuseParallel: RefuseParallel = cannotIndex,
): IndexValues {
  const result: IndexValues = { tuples: [], arrays: [], isPresent: false };
  const start = paths.map((path): Cursor => ({ value: document, rest: path.split('.'), walked: '', isDone: false }));
  expand(start, result, refuseParallel);
  return result;
}

type RefuseParallel = (one: string, other: string) => Error;
const cannotIndex: RefuseParallel = (one, other) => writeFailed(`cannot index parallel arrays [${other}] [${one}]`);

function expand(cursors: readonly Cursor[], result: IndexValues, refuseParallel: RefuseParallel): void {
  const halted = cursors.map(advance);
  const [atArray, ...others] = halted.filter(({ isDone }) => !isDone);
  if (atArray === undefined) {
    result.tuples.push(halted.map(({ value }) => value));
    result.isPresent ||= halted.some(({ value }) => value !== undefined);
    return;
  }
  const beside = others.find(({ walked }) => walked !== atArray.walked);
  if (beside !== undefined) throw refuseParallel(atArray.walked, beside.walked);
  if (!result.arrays.includes(atArray.walked)) result.arrays.push(atArray.walked);
  for (const element of elementsOf(atArray.value)) {
    expand(
      halted.map((cursor) => (cursor.isDone ? cursor : enter(cursor, element))),
      result,
      refuseParallel,
    );
  }
}

const elementsOf = (value: IndexValue): readonly IndexValue[] =>
  Array.isArray(value) && value.length > 0 ? value : [emptyArray];

/** Goes on in one element; an array within an array is a value like others. */
function enter({ rest, walked }: Cursor, element: IndexValue): Cursor {
  if (rest.length === 0) return { value: element, rest, walked, isDone: true };
  const isObject = element !== emptyArray && isFields(element);
  return { value: isObject ? element : undefined, rest: isObject ? rest : [], walked, isDone: !isObject };
}

const position = /^(0|[1-9]\d*)$/;

function advance(cursor: Cursor): Cursor {
  let { value, rest, walked } = cursor;
  while (!cursor.isDone) {
    const [name, ...others] = rest;
    if (Array.isArray(value) && (name === undefined || !position.test(name) || Number(name) >= value.length))
      return { value, rest, walked, isDone: false };
    if (name === undefined) break;
    value = childOf(value, name);
    rest = others;
    walked = walked === '' ? name : `${walked}.${name}`;
  }
  return { value, rest, walked, isDone: true };
}

function childOf(value: IndexValue, name: string): Value | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return typeof value !== 'symbol' && isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
