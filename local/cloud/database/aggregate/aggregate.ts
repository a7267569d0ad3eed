import { requestFailed } from '../errors';
import { defaultAggregateLimit } from '../limits';
import type { Metrics } from '../metrics';
import { readSort, type SortField } from '../query/sort';
import { find } from '../read/find';
import type { View } from '../read/view';
import type { Collection } from '../storage/catalog';
import { isFields, type Fields, type Value } from '../values/value';
import { withNow } from '../expression/now';
import { geoNear } from './geo-near';
import { compilePipeline } from './pipeline';
import { readLimit } from './plain-stages';
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
  const bounded = stages.some((stage) => '$limit' in stage) ? stages : [...stages, { $limit: defaultAggregateLimit }];
  const pipeline = bounded.map((stage) => withNow(stage, now));
  const table = createStages(view, metrics);
  const [first, ...others] = pipeline;
  const geo = first?.['$geoNear'];
  if (geo !== undefined) {
    const run = compilePipeline(table, others);
    return run(geoNear(view, collection, geo, metrics), {});
  }
  // all of it is compiled, so that mistakes in what is planned as a query are refused in the same words
  compilePipeline(table, pipeline);
  const { head, rest } = splitLeadingQuery(pipeline);
  const run = compilePipeline(table, rest);
  return run(find(view, collection, head, metrics), {});
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
  if (limit !== undefined) query.limit = readLimit(limit);
  return { head: query, rest: stages.slice(at) };
}

function objectOf(stage: string, argument: Value): Fields {
  if (!isFields(argument)) throw requestFailed(`the ${stage} stage specification must be an object`);
  return argument;
}
