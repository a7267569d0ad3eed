import * as v from 'valibot';
import { invalidParameter } from '../errors';
import { withNow } from '../expression/now';
import { readEjsonFields } from '../values/ejson';
import type { Fields } from '../values/value';

const collectionName = v.pipe(v.string(), v.minLength(1));
const transactionId = v.optional(v.string());
const ejson = v.optional(v.string());
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const queryType = v.optional(v.picklist(['WHERE', 'DOC']), 'WHERE');

/** The arguments of each wire action; what an action does not use is ignored, as in the cloud. */
export const requestSchemas = {
  insert: v.object({ collectionName, data: v.union([v.array(v.string()), v.string()]), transactionId }),
  get: v.object({
    collectionName,
    queryType,
    query: ejson,
    order: ejson,
    offset: v.optional(wholeNumber),
    limit: v.optional(wholeNumber),
    projection: ejson,
    transactionId,
  }),
  count: v.object({ collectionName, query: ejson }),
  modify: v.object({
    collectionName,
    queryType,
    query: ejson,
    data: v.string(),
    multi: v.optional(v.boolean(), false),
    merge: v.optional(v.boolean(), true),
    upsert: v.optional(v.boolean(), false),
    transactionId,
  }),
  remove: v.object({ collectionName, queryType, query: ejson, multi: v.optional(v.boolean(), false), transactionId }),
  aggregate: v.object({ collectionName, stages: v.array(v.object({ stageKey: v.string(), stageValue: v.string() })) }),
  collection: v.object({ collectionName }),
  transaction: v.object({ transactionId: v.string() }),
};

/** @throws DatabaseError that names the argument */
export function readRequest<S extends v.GenericSchema>(schema: S, request: Record<string, unknown>): v.InferOutput<S> {
  const result = v.safeParse(schema, request);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw invalidParameter(`${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
}

export function readFilter(query: string | undefined, now: Date): Fields {
  if (query === undefined || query === '') return {};
  const filter = readEjsonFields(query, now);
  return query.includes('$$NOW') ? withNow(filter, now) : filter;
}
