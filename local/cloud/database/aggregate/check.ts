import { requestFailed } from '../errors';
import { checkExpressions, checkFilter } from '../query/check';
import { isFields, type Fields, type Value } from '../values/value';

/** Stages that run, here or in the query language. */
const known = new Set(
  [
    '$addFields $bucket $bucketAuto $count $facet $geoNear $group $limit $lookup $match $project $redact $replaceRoot',
    '$replaceWith $sample $set $skip $sort $sortByCount $unionWith $unset $unwind $graphLookup',
    '$densify $fill $setWindowFields',
  ].flatMap((line) => line.split(' ')),
);

/** @throws DatabaseError for a stage that is not known, by its name, whether or not any document would reach it */
export function checkStages(stages: readonly Fields[]): void {
  for (const stage of stages) {
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    if (!known.has(name)) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`);
    const argument = stage[name] ?? null;
    checkExpressions(expressionsOf(name, argument));
    if (name === '$match' && isFields(argument)) checkFilter(argument);
    if (name === '$facet' && isFields(argument)) for (const inner of Object.values(argument)) checkInner(inner);
    if (isFields(argument)) checkInner(argument['pipeline'] ?? null);
  }
}

function checkInner(pipeline: Value): void {
  if (Array.isArray(pipeline)) checkStages(pipeline.filter(isFields));
}

/** Stages whose argument is made of expressions, and the parts of others that are. */
const whole = new Set([
  '$project',
  '$addFields',
  '$set',
  '$group',
  '$replaceRoot',
  '$replaceWith',
  '$redact',
  '$sortByCount',
  '$bucket',
  '$bucketAuto',
]);

function expressionsOf(name: string, argument: Value): Value[] {
  if (whole.has(name)) return [argument];
  if (!isFields(argument)) return [];
  const part = { $lookup: argument['let'], $graphLookup: argument['startWith'] }[name];
  return part === undefined ? [] : [part];
}
