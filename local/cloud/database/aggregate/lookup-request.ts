import { requestFailed } from '../errors';
import { checkVariableName } from '../expression/variables';
import { isFields, type Fields, type Value } from '../values/value';
import { fieldPath } from './field-path';

/** What a `$lookup` asks for. */
export interface Lookup {
  readonly from: string;
  readonly as: string;
  readonly localField?: string;
  readonly foreignField?: string;
  readonly variables: Fields;
  readonly pipeline: readonly Fields[];
}

export const stagesOf = (pipeline: Value | undefined): Fields[] =>
  Array.isArray(pipeline) ? pipeline.filter(isFields) : [];

function textOf(name: string, value: Value | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw requestFailed(`$lookup argument '${name}' must be a string`);
}

/** @throws DatabaseError that names the argument */
export function readLookup(argument: Value): Lookup {
  if (!isFields(argument)) throw requestFailed('the $lookup specification must be an Object');
  const { from, as, pipeline, let: variables, ...rest } = argument;
  const { localField: local, foreignField: foreign, ...others } = rest;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw requestFailed(`unknown argument to $lookup: ${unknown}`);
  if (typeof from !== 'string') throw requestFailed("$lookup argument 'from' must be a string");
  if (typeof as !== 'string') throw requestFailed("must specify 'as' field for a $lookup");
  const [localField, foreignField] = [textOf('localField', local), textOf('foreignField', foreign)];
  if (pipeline === undefined && (localField === undefined || foreignField === undefined))
    throw requestFailed('$lookup requires either pipeline or both localField and foreignField');
  if ((localField === undefined) !== (foreignField === undefined))
    throw requestFailed("$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  if (pipeline !== undefined && !(Array.isArray(pipeline) && pipeline.every(isFields)))
    throw requestFailed("'pipeline' option must be specified as an array of stages");
  if (variables !== undefined && !isFields(variables)) throw requestFailed("$lookup argument 'let' must be an object");
  if (variables !== undefined && pipeline === undefined)
    throw requestFailed("$lookup with a 'let' argument must also specify 'pipeline'");
  for (const name of Object.keys(variables ?? {})) checkVariableName(name);
  return {
    from,
    as: fieldPath(as),
    ...(localField !== undefined &&
      foreignField !== undefined && { localField: fieldPath(localField), foreignField: fieldPath(foreignField) }),
    variables: variables ?? {},
    pipeline: stagesOf(pipeline),
  };
}
