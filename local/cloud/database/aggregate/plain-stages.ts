import { requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import { runByMingo } from '../platform/mingo';
import { bindVariables, checkFilter } from '../query/check';
import { queryLanguage } from '../query/interpreter';
import { readSort, sortDocuments } from '../query/sort';
import { compareValues } from '../values/compare';
import { isFields, type Fields, type Value } from '../values/value';
import { bucket, counted, isPathOrOperator } from './bucket';
import { bucketAuto } from './bucket-auto';
import { fieldsStages } from './fields-stages';
import { group, groupBy, readOutput } from './group';
import type { Stage } from './stage';
import { unwind } from './unwind';

const match: Stage = (argument, { names }) => {
  if (!isFields(argument)) throw requestFailed('the match filter must be an expression in an object');
  checkFilter(argument, names);
  // an operator that is not known is refused here, though no document may come
  if (names.length === 0) queryLanguage.matcher(argument);
  return (documents, variables) => documents.filter(queryLanguage.matcher(bindVariables(argument, variables)));
};

const sort: Stage = (argument) => {
  if (!isFields(argument)) throw requestFailed('the $sort key specification must be an object');
  const fields = readSort(argument);
  if (fields.length === 0) throw requestFailed('$sort stage must have at least one sort key');
  return (documents) => sortDocuments(documents, fields);
};

/** @throws DatabaseError unless the argument is a whole number above zero */
export function readLimit(argument: Value): number {
  if (typeof argument !== 'number' || !Number.isInteger(argument) || argument <= 0)
    throw requestFailed('the limit must be positive');
  return argument;
}

const limit: Stage = (argument) => {
  const most = readLimit(argument);
  return (documents) => documents.slice(0, most);
};

const skip: Stage = (argument) => {
  if (typeof argument !== 'number' || !Number.isInteger(argument) || argument < 0)
    throw requestFailed('Argument to $skip cannot be negative, it must be a whole number');
  return (documents) => documents.slice(argument);
};

const count: Stage = (argument) => {
  if (typeof argument !== 'string' || argument === '')
    throw requestFailed('the count field must be a non-empty string');
  if (argument.startsWith('$')) throw requestFailed('the count field cannot be a $-prefixed path');
  if (argument.includes('\0')) throw requestFailed('the count field cannot contain a null byte');
  if (argument.includes('.')) throw requestFailed("the count field cannot contain '.'");
  return (documents) => (documents.length === 0 ? [] : [{ [argument]: documents.length }]);
};

const sample: Stage = (argument) => {
  const { size, ...others }: Fields = isFields(argument) ? argument : {};
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $sample: ${unknown}`);
  if (typeof size !== 'number' || !Number.isInteger(size) || size <= 0)
    throw requestFailed('size argument to $sample must be a positive integer');
  return (documents) => {
    const rest = [...documents];
    const chosen: Fields[] = [];
    while (chosen.length < size && rest.length > 0)
      chosen.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
    return chosen;
  };
};

const sortByCount: Stage = (argument, { names }) => {
  if (!isPathOrOperator(argument))
    throw requestFailed('the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  const run = groupBy(compileExpression(argument, names), readOutput(counted, names));
  return (documents, variables) => run(documents, variables).sort((a, b) => compareValues(b['count'], a['count']));
};

const outside = ['$facet', '$geoNear', '$out', '$merge'];

const facet: Stage = (argument, { names, pipeline }) => {
  if (!isFields(argument) || Object.keys(argument).length === 0)
    throw requestFailed('the $facet specification must be a non-empty object');
  const runs = Object.entries(argument).map(([name, stages]) => {
    if (!Array.isArray(stages) || !stages.every(isFields))
      throw requestFailed(`arguments to $facet must be arrays, ${name} is not`);
    const wrong = stages.flatMap((stage) => Object.keys(stage)).find((stage) => outside.includes(stage));
    if (wrong !== undefined && wrong !== '$out' && wrong !== '$merge')
      throw requestFailed(`${wrong} is not allowed to be used within a $facet stage`);
    return [name, pipeline(stages, names)] as const;
  });
  return (documents, variables) => [
    Object.fromEntries(runs.map(([name, run]): [string, Value] => [name, run(documents, variables)])),
  ];
};

const byMingo =
  (name: string): Stage =>
  (argument) =>
  (documents, variables) =>
    runByMingo({ [name]: argument }, documents, variables);

const refusedStage =
  (reason: string): Stage =>
  () => {
    throw requestFailed(reason);
  };

/** Stages that read no other collection, by name. */
export const plainStages: Readonly<Record<string, Stage>> = {
  ...fieldsStages,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $densify: byMingo('$densify'),
  $facet: facet,
  $fill: byMingo('$fill'),
  $geoNear: refusedStage('$geoNear is only valid as the first stage in a pipeline'),
  $group: group,
  $limit: limit,
  $match: match,
  $sample: sample,
  $setWindowFields: byMingo('$setWindowFields'),
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unwind: unwind,
};
