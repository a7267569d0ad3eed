import { writeFailed } from '../errors';
import { readSort, sortDocuments } from '../query/sort';
import { compareValues, equalValues } from '../values/compare';
import { cloneValue, isFields, isOperators, type Value } from '../values/value';
import { describeType } from './describe';
import type { OperatorContext, UpdateOperator } from './operator';
import { arrayAt, targetAt } from './target';

export const arrayOperators: Readonly<Record<string, UpdateOperator>> = {
  $push: ({ document }, path, argument) => {
    const target = targetAt(document, path);
    const id = JSON.stringify(document._id);
    const items =
      arrayAt(
        target,
        (type) => `The field '${path}' must be an array but is of type ${type} in document {_id: ${id}}`,
      ) ?? [];
    target.write(push(items, argument));
  },
  $addToSet: ({ document }, path, argument) => {
    const target = targetAt(document, path);
    const items =
      arrayAt(
        target,
        (type) => `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${type}`,
      ) ?? [];
    const each = isFields(argument) ? argument['$each'] : undefined;
    if (each !== undefined && !Array.isArray(each))
      throw writeFailed(`The argument to $each in $addToSet must be an array but it was of type ${describeType(each)}`);
    for (const item of each ?? [argument])
      if (!items.some((known) => equalValues(known, item))) items.push(cloneValue(item));
    target.write(items);
  },
  $pop: ({ document }, path, argument) => {
    if (argument !== 1 && argument !== -1)
      throw writeFailed(`$pop expects 1 or -1, found: ${JSON.stringify(argument)}`);
    const target = targetAt(document, path);
    const items = arrayAt(target, (type) => `Path '${path}' contains an element of non-array type '${type}'`);
    if (items !== undefined) target.write(argument === 1 ? items.slice(0, -1) : items.slice(1));
  },
  $pull: (context, path, argument) => {
    pullWhere(context, path, pullTest(context, argument));
  },
  $pullAll: (context, path, argument) => {
    if (!Array.isArray(argument))
      throw writeFailed(`$pullAll requires an array argument but was given a ${describeType(argument)}`);
    pullWhere(context, path, (item) => argument.some((unwanted) => equalValues(item, unwanted)));
  },
};

function pullWhere({ document }: OperatorContext, path: string, isUnwanted: (item: Value) => boolean): void {
  const target = targetAt(document, path);
  const items = arrayAt(target, () => 'Cannot apply $pull to a non-array value');
  if (items !== undefined) target.write(items.filter((item) => !isUnwanted(item)));
}

/** A condition on the element itself, on its fields, or a value to equal. */
function pullTest({ matches }: OperatorContext, argument: Value): (item: Value) => boolean {
  if (isOperators(argument)) {
    const test = matches({ item: argument });
    return (item) => test({ item });
  }
  if (isFields(argument)) {
    const test = matches(argument);
    return (item) => isFields(item) && test(item);
  }
  if (argument instanceof RegExp) return (item) => typeof item === 'string' && argument.test(item);
  return (item) => equalValues(item, argument);
}

const pushModifiers = new Set(['$each', '$position', '$sort', '$slice']);

function push(items: Value[], argument: Value): Value[] {
  if (!isFields(argument) || argument['$each'] === undefined) return [...items, cloneValue(argument)];
  const unknown = Object.keys(argument).find((name) => !pushModifiers.has(name));
  if (unknown !== undefined) throw writeFailed(`Unrecognized clause in $push: ${unknown}`);
  const { $each: each, $position: position, $sort: sort, $slice: slice } = argument;
  if (!Array.isArray(each))
    throw writeFailed(`The argument to $each in $push must be an array but it was of type: ${describeType(each)}`);
  const at = position === undefined ? items.length : wholeNumber('$position', position);
  items.splice(at, 0, ...each.map((item) => cloneValue(item)));
  const sorted = sort === undefined ? items : sortItems(items, sort);
  return slice === undefined ? sorted : sliceItems(sorted, wholeNumber('$slice', slice));
}

function wholeNumber(name: string, value: Value): number {
  if (!Number.isInteger(value))
    throw writeFailed(`The value for ${name} must be an integer value but was given type: ${describeType(value)}`);
  return Number(value);
}

function sortItems(items: readonly Value[], sort: Value): Value[] {
  if (sort === 1 || sort === -1) return [...items].sort((a, b) => compareValues(a, b) * sort);
  if (!isFields(sort))
    throw writeFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  return sortDocuments(items, readSort(sort));
}

function sliceItems(items: readonly Value[], count: number): Value[] {
  return count < 0 ? items.slice(count) : items.slice(0, count);
}
