import { requestFailed } from '../errors';
import { targetAt } from '../update/target';
import { valueAt } from '../values/path';
import { cloneValue, isFields, type Fields, type Value } from '../values/value';
import type { Stage } from './stage';

interface Unwind {
  readonly path: string;
  readonly indexField: string | undefined;
  readonly keepsEmpty: boolean;
}

function readUnwind(argument: Value): Unwind {
  const options: Fields = isFields(argument) ? argument : { path: argument };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${unknown}`);
  if (typeof path !== 'string') throw requestFailed('no path specified to $unwind stage, it must be a string');
  if (!path.startsWith('$')) throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (path.startsWith('$$') || path.slice(1).split('.').includes(''))
    throw requestFailed(`$unwind stage has no valid path: ${path}`);
  if (typeof preserveNullAndEmptyArrays !== 'boolean')
    throw requestFailed('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage');
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || includeArrayIndex === ''))
    throw requestFailed('expected a non-empty string for the includeArrayIndex option to $unwind stage');
  if (includeArrayIndex?.startsWith('$') === true)
    throw requestFailed(`includeArrayIndex option to $unwind stage should not be prefixed with a '$'`);
  return { path: path.slice(1), indexField: includeArrayIndex, keepsEmpty: preserveNullAndEmptyArrays };
}

/** One document for each element of an array; what is no array counts as one element. */
export const unwind: Stage = (argument) => {
  const { path, indexField, keepsEmpty } = readUnwind(argument);
  const copyOf = (document: Fields, value: Value | undefined, index: number | null): Fields => {
    const copy: Fields = cloneValue(document);
    const target = targetAt(copy, path);
    if (value !== undefined) target.write(value);
    else target.remove();
    if (indexField !== undefined) targetAt(copy, indexField).write(index);
    return copy;
  };
  return (documents) =>
    documents.flatMap((document) => {
      const value = valueAt(document, path);
      if (Array.isArray(value) && value.length > 0) return value.map((item, at) => copyOf(document, item, at));
      const isEmpty = value === undefined || value === null || Array.isArray(value);
      if (isEmpty && !keepsEmpty) return [];
      return [copyOf(document, Array.isArray(value) ? undefined : value, null)];
    });
};
