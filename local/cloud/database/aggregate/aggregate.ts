import { requestFailed } from '../errors';
import { defaultAggregateLimit } from '../limits';
import type { Metrics } from '../metrics';
import { createQueryLanguage } from '../query/interpreter';
import { readSort, type SortField } from '../query/sort';
import { find } from '../read/find';
import type { View } from '../read/view';
import type { Collection } from '../storage/catalog';
import { isFields, type Fields, type Value } from '../values/value';
import { checkStages } from './check';
import { geoNear } from './geo-near';
import { createStages } from './stages';

export interface Aggregation {
  readonly stages: readonly Fields[];
  readonly now: Date;
}

/**
 * Runs a pipeline. Its first `$match`, `$sort` and `$limit` are planned like a query; what follows runs in memory.
 * Without a `$limit` the cloud returns 20 documents, and so does this.
 */
export function aggregate(
  view: View,
  collection: Collection,
  { stages, now }: Aggregation,
  metrics: Metrics,
): Fields[] {
  checkStages(stages);
  const bounded = stages.some((stage) => '$limit' in stage) ? stages : [...stages, { $limit: defaultAggregateLimit }];
  const pipeline = bounded.map((stage) => withNow(stage, now));
  const run = createQueryLanguage(createStages(view, metrics)).pipeline;
  const [first, ...others] = pipeline;
  const geo = first?.['$geoNear'];
  if (geo !== undefined) return run(others, geoNear(view, collection, geo, metrics));
  const { head, rest } = splitLeadingQuery(pipeline);
  return run(rest, find(view, collection, head, metrics));
}

interface LeadingQuery {
  filter: Fields;
  sort: readonly SortField[];
  offset: number;
  limit: number;
}

/** Splits a pipeline into the leading stages that a query can do, and the rest. */
function splitLeadingQuery(stages: readonly Fields[]): { head: LeadingQuery; rest: readonly Fields[] } {
  const query: LeadingQuery = { filter: {}, sort: [], offset: 0, limit: Infinity };
  let at = 0;
  const take = (name: string): Value | undefined => {
    const argument = stages[at]?.[name];
    if (argument !== undefined) at++;
    return argument;
  };
  const filters: Fields[] = [];
  for (let filter = take('$match'); filter !== undefined; filter = take('$match'))
    filters.push(objectOf('$match', filter));
  const [only, ...more] = filters;
  query.filter = more.length === 0 ? (only ?? {}) : { $and: filters };
  const sort = take('$sort');
  if (sort !== undefined) query.sort = readSort(objectOf('$sort', sort));
  const skip = take('$skip');
  if (typeof skip === 'number') query.offset = skip;
  const limit = take('$limit');
  if (limit !== undefined) query.limit = limitOf(limit);
  return { head: query, rest: stages.slice(at) };
}

function objectOf(stage: string, argument: Value): Fields {
  if (!isFields(argument)) throw requestFailed(`the ${stage} stage specification must be an object`);
  return argument;
}

function limitOf(argument: Value): number {
  if (typeof argument !== 'number' || !Number.isInteger(argument) || argument <= 0)
    throw requestFailed('the limit must be positive');
  return argument;
}

/** `$$NOW` is the cloud's clock, not the machine's. */
function withNow(value: Fields, now: Date): Fields {
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, replaceNow(child, now)]));
}

function replaceNow(value: Value, now: Date): Value {
  if (value === '$$NOW') return now;
  if (Array.isArray(value)) return value.map((item) => replaceNow(item, now));
  return isFields(value) ? withNow(value, now) : value;
}
