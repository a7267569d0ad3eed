import { requestFailed } from '../errors';
import type { Metrics } from '../metrics';
import { compileExpression } from '../expression/compile';
import type { Result } from '../expression/expression';
import { bindVariables } from '../query/check';
import { readSort } from '../query/sort';
import { find, type FindRequest } from '../read/find';
import type { View } from '../read/view';
import { targetAt } from '../update/target';
import { elementsAt } from '../values/path';
import { cloneValue, isFields, isOperators, type Fields, type Value } from '../values/value';
import { graphLookup, readGraphLookup } from './graph-lookup';
import { readLookup, stagesOf, type Lookup } from './lookup-request';
import { plainStages } from './plain-stages';
import type { Stage, Variables } from './stage';

/** All stages; those that read another collection query it by its indexes. */
export function createStages(view: View, metrics: Metrics): Readonly<Record<string, Stage>> {
  /** MongoDB finds nothing in a collection that is not there; strict mode refuses it as a mistake. */
  const findIn = (name: string, filter: Fields, most: Pick<FindRequest, 'sort' | 'limit'> = {}): Fields[] => {
    const isMissing = !view.store.collections.has(name) && !view.strict;
    return isMissing ? [] : find(view, view.collection(name), { filter, ...most }, metrics);
  };

  const lookup: Stage = (argument, { names, pipeline }) => {
    const request = readLookup(argument);
    const variableNames = Object.keys(request.variables);
    const evaluate = compileExpression(request.variables, names);
    const run = pipeline(request.pipeline, [...names, ...variableNames]);
    return (documents, variables) =>
      documents.map((document) => {
        const own = evaluate({ root: document, variables });
        const inner = { ...variables, ...fieldsOf(variableNames, own) };
        const equal = expressionFilters(request.pipeline, inner);
        const filter = allOf([joinFilter(document, request), ...equal]);
        const bounds = boundsOf(request.pipeline, equal.length);
        const found = findIn(request.from, filter, bounds);
        let joined = run(found, inner);
        // A filter takes a list that holds the value, an expression does not: what it left out may lie further on.
        const isCut = found.length === bounds.limit && joined.length < found.length;
        if (isCut && hasExpression(request.pipeline)) joined = run(findIn(request.from, filter), inner);
        // They go out with the document that they are joined to.
        metrics.returned += joined.length;
        return withJoined(document, request.as, joined);
      });
  };

  const unionWith: Stage = (argument, { names, pipeline }) => {
    const [name, stages] = isFields(argument) ? [argument['coll'], argument['pipeline']] : [argument, []];
    if (typeof name !== 'string') throw requestFailed('$unionWith needs the name of a collection');
    const run = pipeline(stagesOf(stages), names);
    return (documents, variables) => [...documents, ...run(findIn(name, {}), variables)];
  };

  const graph: Stage = (argument, { names }) => {
    const request = readGraphLookup(argument);
    const startWith = compileExpression(request.startWith, names);
    return (documents, variables) =>
      documents.map((root) => graphLookup(root, request, { start: startWith({ root, variables }) ?? null, findIn }));
  };

  return { ...plainStages, $lookup: lookup, $unionWith: unionWith, $graphLookup: graph };
}

/** The variables of a lookup; what is missing stays missing. */
function fieldsOf(names: readonly string[], value: Result): Variables {
  return Object.fromEntries(
    names.map((name) => [name, isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined]),
  );
}

/** All conditions as one filter, flat where no field is named twice: a lookup by an id is then planned as one. */
function allOf(filters: readonly Fields[]): Fields {
  const flat: Fields = {};
  for (const [name, condition] of filters.flatMap((filter) => Object.entries(filter))) {
    if (Object.hasOwn(flat, name)) return { $and: [...filters] };
    const value = isOperators(condition) && Object.keys(condition).length === 1 ? condition['$eq'] : undefined;
    flat[name] = typeof value === 'string' ? value : condition;
  }
  return flat;
}

function withJoined(document: Fields, path: string, joined: Fields[]): Fields {
  if (!path.includes('.')) return { ...document, [path]: joined };
  const copy = cloneValue(document);
  targetAt(copy, path).write(joined);
  return copy;
}

/** Each element of a local array may match; a missing local field matches null and missing. */
function joinFilter(document: Fields, { localField, foreignField }: Lookup): Fields {
  if (localField === undefined || foreignField === undefined) return {};
  const wanted = elementsAt(document, localField).map((value) => value ?? null);
  return { [foreignField]: wanted.length === 1 ? { $eq: wanted[0] ?? null } : { $in: wanted } };
}

/**
 * What the first `$match` of a pipeline demands by plain conditions, and by `$expr: { $eq: ['$field', '$$variable'] }`,
 * so that an index can serve it. The pipeline still runs its `$match`; this only narrows what it starts from.
 */
function expressionFilters(pipeline: readonly Fields[], variables: Variables): Fields[] {
  const match = pipeline[0]?.['$match'];
  if (!isFields(match)) return [];
  const { $expr: expression, ...plain } = match;
  return [bindVariables(plain, variables), ...equalitiesOf(expression ?? null, variables)];
}

function hasExpression([first]: readonly Fields[]): boolean {
  const match = first?.['$match'];
  return isFields(match) && '$expr' in match;
}

/**
 * How the documents of a pipeline are sorted and how many it takes, where its first stages say so right behind a
 * `$match` that filters demand whole: what is not asked for need not be read.
 * @param filters how many filters came out of the `$match`: the plain conditions, and each equality of its expression
 */
function boundsOf([match, ...rest]: readonly Fields[], filters: number): Pick<FindRequest, 'sort' | 'limit'> {
  const filter = match?.['$match'];
  if (!isFields(filter)) return {};
  if ('$expr' in filter && filters - 1 < partsOf(filter['$expr'] ?? null)) return {};
  const [sort, limit] = rest[0]?.['$sort'] === undefined ? [undefined, rest[0]] : rest;
  const order = rest[0]?.['$sort'];
  const most = limit?.['$limit'];
  return {
    ...(sort !== undefined && order !== undefined && isFields(order) ? { sort: readSort(order) } : {}),
    ...(typeof most === 'number' && most > 0 ? { limit: most } : {}),
  };
}

/** How many conditions an expression demands, as far as they could be equalities. */
function partsOf(expression: Value): number {
  const all = isOperators(expression) ? expression['$and'] : undefined;
  return Array.isArray(all) ? all.reduce<number>((sum, part) => sum + partsOf(part), 0) : 1;
}

function equalitiesOf(expression: Value, variables: Variables): Fields[] {
  if (!isOperators(expression)) return [];
  const { $and: all, $eq: pair } = expression;
  if (Array.isArray(all)) return all.flatMap((part) => equalitiesOf(part, variables));
  if (!Array.isArray(pair)) return [];
  const [left, right] = pair;
  return [...equality(left, right, variables), ...equality(right, left, variables)];
}

function equality(field: Value | undefined, operand: Value | undefined, variables: Variables): Fields[] {
  if (typeof field !== 'string' || !/^\$[^$]/.test(field) || operand === undefined) return [];
  const value = operandValue(operand, variables);
  const isScalar =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date;
  return isScalar ? [{ [field.slice(1)]: { $eq: value } }] : [];
}

function operandValue(operand: Value, variables: Variables): Value | undefined {
  if (typeof operand !== 'string' || !operand.startsWith('$')) return operand;
  const name = operand.startsWith('$$') ? operand.slice(2) : '';
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}
