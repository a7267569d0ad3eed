import { writeFailed } from '../errors';
import { isFields, type Fields, type Value } from '../values/value';
import { describeType, printValue } from './describe';

/** The field or element of a document that an update operator works on. */
export interface Target {
  /** Undefined when there is nothing yet. */
  read(): Value | undefined;
  /** Creates what is missing on the way. */
  write(value: Value): void;
  /** Removes a field; an element of an array becomes null. */
  remove(): void;
}

const index = /^(0|[1-9]\d*)$/;
/** MongoDB pads an array with nulls up to here, and no further. */
const maxPadding = 1_500_000;

/**
 * Finds the field or element that a dotted path names.
 * @throws DatabaseError, when it is written to, for a path that goes through a scalar or null
 */
export function targetAt(document: Fields, path: string): Target {
  const parts = path.split('.');
  if (parts.some((part) => part === ''))
    throw writeFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
  if (parts.includes('__proto__')) throw writeFailed(`The update path '${path}' contains a reserved name.`);
  const last = parts[parts.length - 1] ?? '';
  const findParent = (): Fields | Value[] | undefined => parentOf(document, parts);
  return {
    read: () => readChild(findParent(), last),
    write: (value) => {
      writeChild(create(document, parts), last, value);
    },
    remove: () => {
      removeChild(findParent(), last);
    },
  };
}

/** The object or array that holds the target, if it exists. */
function parentOf(document: Fields, parts: readonly string[]): Fields | Value[] | undefined {
  let value: Value | undefined = document;
  for (const part of parts.slice(0, -1)) value = readChild(value, part);
  return isFields(value) || Array.isArray(value) ? value : undefined;
}

function create(document: Fields, parts: readonly string[]): Fields | Value[] {
  let parent: Fields | Value[] = document;
  for (const [at, part] of parts.slice(0, -1).entries()) {
    const child = readChild(parent, part);
    const next = parts[at + 1] ?? '';
    if (child !== undefined && !isFields(child) && !Array.isArray(child)) throw cannotCreate(next, part, child);
    const entered: Fields | Value[] = child ?? {};
    if (Array.isArray(entered) && !index.test(next)) throw cannotCreate(next, part, entered);
    if (child === undefined) writeChild(parent, part, entered);
    parent = entered;
  }
  return parent;
}

function cannotCreate(field: string, parent: string, value: Value): Error {
  return writeFailed(`Cannot create field '${field}' in element {${parent}: ${printValue(value)}}`);
}

function readChild(parent: Value | undefined, name: string): Value | undefined {
  if (Array.isArray(parent)) return index.test(name) ? parent[Number(name)] : undefined;
  return isFields(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
}

function writeChild(parent: Fields | Value[], name: string, value: Value): void {
  if (!Array.isArray(parent)) {
    parent[name] = value;
    return;
  }
  const at = Number(name);
  if (at - parent.length > maxPadding) throw writeFailed(`cannot backfill more than ${String(maxPadding)} elements`);
  while (parent.length < at) parent.push(null);
  parent[at] = value;
}

function removeChild(parent: Fields | Value[] | undefined, name: string): void {
  if (Array.isArray(parent)) {
    if (index.test(name) && Number(name) < parent.length) parent[Number(name)] = null;
  } else if (parent !== undefined) delete parent[name];
}

/** The array at a target, for the operators that need one. */
export function arrayAt(target: Target, describeProblem: (type: string) => string): Value[] | undefined {
  const value = target.read();
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw writeFailed(describeProblem(describeType(value)));
  return [...value];
}
