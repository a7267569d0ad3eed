import { requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import type { Expression, Result, Scope } from '../expression/expression';
import { isFields, isOperators, type Fields, type Value } from '../values/value';

/** What happens to one field: it stays, it goes, it is computed, or its own fields are told. */
export type Part =
  | { readonly kind: 'include' }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'compute'; readonly expression: Expression }
  | { readonly kind: 'fields'; readonly parts: Map<string, Part> };

export interface ReadOptions {
  readonly stage: string;
  readonly names: readonly string[];
  /** Whether 1, 0, true and false say that a field stays or goes; elsewhere they are values. */
  readonly hasFlags: boolean;
}

/**
 * Reads the fields of `$project` and `$addFields`, dotted or nested, into a tree.
 * @throws DatabaseError for paths that contradict each other and for names that cannot be
 */
export function readParts(specification: Fields, options: ReadOptions): Map<string, Part> {
  const root = new Map<string, Part>();
  readInto(root, specification, options);
  return root;
}

function readInto(root: Map<string, Part>, specification: Fields, options: ReadOptions): void {
  for (const [path, source] of Object.entries(specification)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    if (last === '' || names.includes(''))
      throw requestFailed(`Invalid ${options.stage} :: caused by :: FieldPath '${path}' has an empty field name`);
    if (path.startsWith('$'))
      throw requestFailed(`Invalid ${options.stage} :: caused by :: FieldPath field names may not start with '$'.`);
    let parts = root;
    for (const name of names) parts = childrenOf(parts, name, path, options.stage);
    put(parts, { name: last, path }, source, options);
  }
}

function childrenOf(parts: Map<string, Part>, name: string, path: string, stage: string): Map<string, Part> {
  const known = parts.get(name);
  if (known && known.kind !== 'fields') throw conflict(stage, path, name);
  const child = known ?? { kind: 'fields', parts: new Map<string, Part>() };
  parts.set(name, child);
  return child.parts;
}

interface Place {
  /** The last name of the path. */
  readonly name: string;
  readonly path: string;
}

function put(parts: Map<string, Part>, { name, path }: Place, source: Value, options: ReadOptions): void {
  if (isFields(source) && !isOperators(source)) {
    if (Object.keys(source).length === 0)
      throw requestFailed(
        `Invalid ${options.stage} :: caused by :: an empty object is not a valid value. Found at path ${path}`,
      );
    readInto(childrenOf(parts, name, path, options.stage), source, options);
    return;
  }
  if (parts.has(name)) throw conflict(options.stage, path, name);
  parts.set(name, leaf(source, options));
}

function leaf(source: Value, { hasFlags, names }: ReadOptions): Part {
  if (hasFlags && (typeof source === 'number' || typeof source === 'boolean'))
    return { kind: source === 0 || source === false ? 'exclude' : 'include' };
  return { kind: 'compute', expression: compileExpression(source, names) };
}

function conflict(stage: string, path: string, name: string): Error {
  return requestFailed(
    `Invalid ${stage} :: caused by :: specification contains two conflicting paths. ` +
      `Cannot specify both '${path}' and another path at or under '${name}'`,
  );
}

/** Only the fields that are told stay; within arrays each element is treated alike, and what is no object goes. */
export function included(value: Value, parts: ReadonlyMap<string, Part>): Result {
  if (Array.isArray(value)) return value.map((item) => included(item, parts)).filter((item) => item !== undefined);
  if (!isFields(value)) return undefined;
  const result: Fields = {};
  for (const [name, child] of Object.entries(value)) {
    const part = parts.get(name);
    const kept = part?.kind === 'include' ? child : part?.kind === 'fields' ? included(child, part.parts) : undefined;
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

/** The fields that are told go. */
export function excluded(value: Value, parts: ReadonlyMap<string, Part>): Value {
  if (Array.isArray(value)) return value.map((item) => excluded(item, parts));
  if (!isFields(value)) return value;
  const result: Fields = {};
  for (const [name, child] of Object.entries(value)) {
    const part = parts.get(name);
    if (part?.kind !== 'exclude') result[name] = part?.kind === 'fields' ? excluded(child, part.parts) : child;
  }
  return result;
}

const computes = (part: Part): boolean =>
  part.kind === 'compute' || (part.kind === 'fields' && [...part.parts.values()].some(computes));

/**
 * Sets computed fields; a computed field that is missing goes. Within arrays each element gets them, and what is no
 * object becomes one of them.
 */
export function computed(value: Result, parts: ReadonlyMap<string, Part>, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => computed(item, parts, scope));
  const result: Fields = isFields(value) ? { ...value } : {};
  for (const [name, part] of parts) {
    if (!computes(part)) continue;
    const child =
      part.kind === 'compute'
        ? part.expression(scope)
        : part.kind === 'fields'
          ? computed(Object.hasOwn(result, name) ? result[name] : undefined, part.parts, scope)
          : undefined;
    if (child === undefined) Reflect.deleteProperty(result, name);
    else result[name] = child;
  }
  return result;
}

/** Whether any field of the tree is of this kind. */
export function hasKind(parts: ReadonlyMap<string, Part>, kinds: readonly Part['kind'][]): boolean {
  return [...parts.values()].some((part) =>
    part.kind === 'fields' ? hasKind(part.parts, kinds) : kinds.includes(part.kind),
  );
}
