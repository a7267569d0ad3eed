import { isFields, type Fields, type Value } from '../values/value';
import { isNullish, refused, type Operator, type Result } from './expression';
import { namedParts, nullable, taking } from './forms';
import { kindOf } from './kinds';

/** The name of a field, which must not depend on the document. */
function fieldName(name: string, given: Value | undefined): string {
  const field = isFields(given) && Object.keys(given).join() === '$literal' ? given['$literal'] : given;
  if (typeof field !== 'string') throw refused(name, `requires 'field' to evaluate to a constant string`);
  if (field !== given || !field.startsWith('$')) return field;
  throw refused(name, `requires 'field' to be a constant, found the path ${field}: write it as a $literal`);
}

/** `'name'`, or `{ field, input? }`: names with dots and dollars too. Missing where the input has no such field. */
const getField: Operator = (argument, compiler, name) => {
  const isNamed = isFields(argument) && 'field' in argument;
  const parts = isNamed ? namedParts(name, argument, ['field'], ['input']) : { field: argument };
  const field = fieldName(name, parts['field']);
  const input = compiler.compile(parts['input'] ?? '$$CURRENT');
  return (scope) => {
    const value = input(scope);
    if (isFields(value)) return Object.hasOwn(value, field) ? value[field] : undefined;
    return value === null ? null : undefined;
  };
};

/** `{ field, input, value }`: the input with that field; a missing value takes it away. Null where the input is. */
function setField(isRemoved: boolean): Operator {
  return (argument, compiler, name) => {
    const parts = namedParts(name, argument, isRemoved ? ['field', 'input'] : ['field', 'input', 'value'], []);
    const field = fieldName(name, parts['field']);
    const input = compiler.compile(parts['input'] ?? null);
    const value = compiler.compile(isRemoved ? '$$REMOVE' : (parts['value'] ?? null));
    return (scope) => {
      const fields = input(scope);
      if (isNullish(fields)) return null;
      if (!isFields(fields)) throw refused(name, `requires 'input' to evaluate to type Object, got ${kindOf(fields)}`);
      return withField(fields, field, value(scope));
    };
  };
}

function withField(fields: Fields, field: string, value: Result): Fields {
  const result: Fields = { ...fields };
  if (value === undefined) Reflect.deleteProperty(result, field);
  else result[field] = value;
  return result;
}

/** Operators over sub-documents and kinds of values. */
export const objects: Readonly<Record<string, Operator>> = {
  $getField: getField,
  $objectToArray: nullable(1, ([value], name) => {
    if (!isFields(value)) throw refused(name, `requires a document input, found: ${kindOf(value)}`);
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
  $setField: setField(false),
  $type: taking(1, ([value]) => kindOf(value)),
  $unsetField: setField(true),
  $meta: () => () => {
    throw refused('query requires text score metadata,', 'but it is not available');
  },
};
