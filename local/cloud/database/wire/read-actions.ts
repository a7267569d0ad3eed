import type * as v from 'valibot';
import { aggregate } from '../aggregate/aggregate';
import { defaultLimit, maxLimit } from '../limits';
import { queryLanguage } from '../query/interpreter';
import { readSort } from '../query/sort';
import { find, findTexts } from '../read/find';
import { readEjsonFields, writeEjson } from '../values/ejson';
import type { Fields } from '../values/value';
import { sizeBytesOf, transactionOf, viewOf, type ActionReply, type RequestContext } from './context';
import { readFilter, type requestSchemas } from './requests';
import { requireLimit, requireLimitStage } from './strict';

type Request<Name extends keyof typeof requestSchemas> = v.InferOutput<(typeof requestSchemas)[Name]>;

/** `getDocument`: the documents of a query, or the one of an id. */
export function getDocuments(request: Request<'get'>, context: RequestContext): ActionReply {
  const { metrics, caller } = context;
  const collection = context.indexes.collection(request.collectionName);
  const filter = readFilter(request.query, context.now);
  const isDocument = request.queryType === 'DOC';
  if (caller.strict && !isDocument) requireLimit(collection.name, request.limit, filter);
  const limit = isDocument ? 1 : Math.min(request.limit || defaultLimit, maxLimit);
  const sort = request.order === undefined ? [] : readSort(readEjsonFields(request.order));
  const offset = request.offset ?? 0;
  const view = viewOf(context, transactionOf(context, request));
  const query = { filter, sort, offset, limit };
  const list =
    request.projection === undefined
      ? findTexts(view, collection, query, metrics)
      : projected(find(view, collection, query, metrics), request.projection).map(writeEjson);
  metrics.returned += list.length;
  metrics.bytes += sizeBytesOf(list);
  return { data: { list, limit, offset } };
}

function projected(documents: Parameters<typeof queryLanguage.project>[0][], projection: string): Fields[] {
  const fields = readEjsonFields(projection);
  return documents.map((document) => queryLanguage.project(document, fields));
}

/** `calculateDocument`: how many documents a filter finds; without a filter the stored count answers. */
export function countDocuments(request: Request<'count'>, context: RequestContext): ActionReply {
  const { metrics } = context;
  const collection = context.indexes.collection(request.collectionName);
  const filter = readFilter(request.query, context.now);
  const isWhole = Object.keys(filter).length === 0;
  if (isWhole) metrics.plans.push('COUNT');
  const total = isWhole ? collection.count : find(viewOf(context), collection, { filter }, metrics).length;
  metrics.returned += total;
  return { data: { total } };
}

/** `aggregateDocuments`: what a pipeline makes of a collection. */
export function aggregateDocuments(request: Request<'aggregate'>, context: RequestContext): ActionReply {
  const { metrics, now } = context;
  const collection = context.indexes.collection(request.collectionName);
  const stages = request.stages.map(({ stageKey, stageValue }) =>
    readEjsonFields(`{${JSON.stringify(stageKey)}:${stageValue}}`, now),
  );
  if (context.caller.strict) requireLimitStage(collection.name, stages);
  const list = aggregate(viewOf(context), collection, { stages, now }, metrics).map(writeEjson);
  metrics.returned += list.length;
  metrics.bytes += sizeBytesOf(list);
  return { data: { list } };
}
