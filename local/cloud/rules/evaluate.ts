import { isFields, type Fields, type Value } from '../database/values/value';
import { compareDemanded, compareKnown, demandsItem } from './compare';
import type { Branch } from './conditions';
import type { Comparison, Expression } from './expression';
import { RuleError } from './tokens';

/** What a rule is asked about. */
export interface RuleContext {
  /** The document of a new one; of every other request, what the query says of the documents that it finds. */
  readonly doc: { readonly document: Fields } | { readonly branch: Branch };
  readonly openid: string | undefined;
  readonly nowMs: number;
  /** What a write brings. */
  readonly data: Fields | undefined;
  /** A document of another collection, for `get`. */
  fetch(collection: string, id: string): Value;
}

/** A value, a field of `doc` that has no certain value, or something that nobody knows. */
type Operand = { readonly value: Value } | { readonly path: string } | 'unknown';

const nothing: Operand = { value: null };

/**
 * Whether a rule holds for every document that a request can touch: true, false for none of them, undefined where it
 * does not follow from the request.
 * @throws RuleError for a `get` whose path is none
 */
export function evaluateRule(expression: Expression, context: RuleContext): boolean | undefined {
  switch (expression.kind) {
    case 'and':
      return and(evaluateRule(expression.left, context), evaluateRule(expression.right, context));
    case 'or':
      return not(and(not(evaluateRule(expression.left, context)), not(evaluateRule(expression.right, context))));
    case 'not':
      return not(evaluateRule(expression.of, context));
    case 'compare':
      return compare(
        expression.sign,
        operandOf(expression.left, context),
        operandOf(expression.right, context),
        context,
      );
    default: {
      const operand = operandOf(expression, context);
      return operand !== 'unknown' && 'value' in operand ? Boolean(operand.value) : undefined;
    }
  }
}

const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

function and(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : undefined;
}

function operandOf(expression: Expression, context: RuleContext): Operand {
  switch (expression.kind) {
    case 'value':
      return { value: expression.value };
    case 'name':
      return nameOf(expression.name, context);
    case 'list':
      return known(expression.items, context, (values) => values);
    case 'template':
      return known(expression.parts, context, (values) => values.map(String).join(''));
    case 'member':
      return memberOf(expression, context);
    case 'get':
      return known([expression.path], context, ([path]) => fetchPath(String(path), context));
    default: {
      const value = evaluateRule(expression, context);
      return value === undefined ? 'unknown' : { value };
    }
  }
}

function nameOf(name: string, { doc, openid, nowMs, data }: RuleContext): Operand {
  if (name === 'now') return { value: nowMs };
  if (name === 'auth') return { value: openid === undefined ? null : { openid } };
  if (name === 'request') return { value: data === undefined ? {} : { data } };
  return 'document' in doc ? { value: doc.document } : { path: '' };
}

/** What is made of values that all have to be known. */
function known(expressions: readonly Expression[], context: RuleContext, make: (values: Value[]) => Value): Operand {
  const values: Value[] = [];
  for (const expression of expressions) {
    const operand = operandOf(expression, context);
    if (operand === 'unknown' || !('value' in operand)) return 'unknown';
    values.push(operand.value);
  }
  return { value: make(values) };
}

function memberOf(expression: Extract<Expression, { kind: 'member' }>, context: RuleContext): Operand {
  const [of, name] = [operandOf(expression.of, context), operandOf(expression.name, context)];
  if (of === 'unknown' || name === 'unknown' || !('value' in name)) return 'unknown';
  const key = String(name.value);
  if ('path' in of) return fieldOf(of.path === '' ? key : `${of.path}.${key}`, context);
  // nobody's openid is not the missing owner of a document
  if (of.value === null) return 'unknown';
  return member(of.value, key);
}

function member(value: Value, key: string): { value: Value } {
  if (Array.isArray(value)) return { value: value[Number(key)] ?? null };
  return { value: isFields(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null };
}

/** A field of `doc`: its value where the query names it, or a part of one that it names. */
function fieldOf(path: string, { doc }: RuleContext): Operand {
  if ('document' in doc) return nothing;
  const names = path.split('.');
  for (let length = names.length; length > 0; length--) {
    const value = doc.branch.values.get(names.slice(0, length).join('.'));
    if (value === undefined) continue;
    return names.slice(length).reduce((found, key) => member(found.value, key), { value });
  }
  return { path };
}

/** @throws RuleError for a path that is not `database.<collection>.<id>` */
function fetchPath(path: string, context: RuleContext): Value {
  const found = /^database\.([^.]+)\.(.+)$/.exec(path);
  if (found === null) throw new RuleError(`get takes 'database.<collection>.<id>'`);
  return context.fetch(found[1] ?? '', found[2] ?? '');
}

const turned: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  in: 'in',
};

function compare(sign: Comparison, left: Operand, right: Operand, context: RuleContext): boolean | undefined {
  if (left === 'unknown' || right === 'unknown') return undefined;
  if ('value' in left && 'value' in right) return compareKnown(sign, left.value, right.value);
  if ('path' in left && 'path' in right) return undefined;
  if ('value' in right && 'path' in left) return compareDemanded(sign, demandsOf(left.path, context), right.value);
  if (!('value' in left) || !('path' in right)) return undefined;
  const demands = demandsOf(right.path, context);
  return sign === 'in' ? demandsItem(demands, left.value) : compareDemanded(turned[sign], demands, left.value);
}

function demandsOf(path: string, { doc }: RuleContext) {
  return 'branch' in doc ? (doc.branch.demands.get(path) ?? []) : [];
}
