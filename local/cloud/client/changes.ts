import * as v from 'valibot';
import { extractNear } from '../database/geo/near';
import { queryLanguage } from '../database/query/interpreter';
import { readSort } from '../database/query/sort';
import { readEjsonFields } from '../database/values/ejson';
import type { Fields as Document } from '../database/values/value';
import type { CloudServices } from '../services';
import { isFields, listOf, type Fields } from '../values';
import { readableQuery, refusalOf } from './requests';
import { concerning, eventsOf, limitedEventsOf, type WatchEvent } from './watch-events';

/** A watched query holds so many documents at most. */
const maxWatched = 5000;
/** What a limit and an order may ask for. */
const maxLimit = 200;
const maxOrders = 5;
const pageSize = 1000;
/** After so long without a change the client asks again. */
const longestWaitMs = 25_000;

export const watchesSchema = v.strictObject({
  /** The version that the client has seen, by the number of the watch; absent for one that has seen nothing. */
  watches: v.array(
    v.strictObject({
      id: v.number(),
      collectionName: v.string(),
      query: v.optional(v.string(), ''),
      order: v.optional(v.string()),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      since: v.optional(v.number()),
    }),
  ),
});
export type Watch = v.InferOutput<typeof watchesSchema>['watches'][number];

/**
 * What is new of one watched query, or why it cannot be watched: the events of each change, in their order, or the
 * whole list for who has seen nothing and where the changes are no longer known.
 */
export type WatchState =
  | { readonly id: number; readonly list: readonly string[] }
  | { readonly id: number; readonly events: readonly (readonly WatchEvent[])[] }
  | { readonly id: number; readonly code: string; readonly message: string };

export interface WatchAnswer {
  readonly version: number;
  readonly states: readonly WatchState[];
}

const plain = { token: '', strict: false, record: () => undefined };

/** A watch as it is read: its client may read the query, and no two documents have the same place in the order. */
interface Reading {
  readonly collectionName: string;
  readonly query: string;
  readonly order: string;
}

/** The first documents of a query, in pages: a watch has no limit of 20. */
async function find({ database }: CloudServices, reading: Reading, wanted: number): Promise<string[] | Fields> {
  const list: string[] = [];
  while (list.length < wanted) {
    const limit = Math.min(pageSize, wanted - list.length);
    const request = { action: 'database.getDocument', ...reading, limit, offset: list.length };
    const reply: Fields = { ...(await database.handle(request, plain)) };
    if (!isFields(reply['data'])) return reply;
    const page = listOf(reply['data']['list']).map(String);
    list.push(...page);
    if (page.length < limit) break;
  }
  if (list.length <= maxWatched) return list;
  return { code: 'DATABASE_REQUEST_FAILED', message: `a watch has at most ${maxWatched} documents` };
}

/** Documents come by their `_id`, last ones first, where nothing else is asked; places by their distance. */
function orderOf({ order, limit = 0 }: Watch, isNear: boolean): Document | string {
  const asked = readEjsonFields(order ?? '{}');
  if (limit > maxLimit) return `[InvalidParameter] a watch has a limit of at most ${maxLimit}`;
  if (Object.keys(asked).length > maxOrders)
    return `[InvalidParameter] a watch is ordered by ${maxOrders} fields at most`;
  return isNear || '_id' in asked ? asked : { ...asked, _id: -1 };
}

async function stateOf(services: CloudServices, watch: Watch, openid: string | undefined): Promise<WatchState> {
  const { id, since, collectionName, limit } = watch;
  const failed = ({ code, message }: Fields): WatchState => ({ id, code: String(code), message: String(message) });
  try {
    const query = readableQuery(services, { ...watch }, openid);
    const { near, rest } = extractNear(readEjsonFields(query, services.clock.now()));
    const order = orderOf(watch, near !== undefined);
    if (typeof order === 'string') return failed({ code: 'INVALID_PARAM', message: order });
    // before anything is waited for: these are the changes up to the version of the answer
    const changes = since === undefined ? undefined : services.database.changes.since(since, collectionName);
    const isKnown = near === undefined && changes !== undefined;
    const known = isKnown ? concerning(changes, queryLanguage.matcher(rest)) : undefined;
    const reading = { collectionName, query, order: JSON.stringify(order) };
    const found = await find(services, reading, (limit ?? maxWatched + 1) + (known?.length ?? 0));
    if (!Array.isArray(found)) return failed(found);
    if (known === undefined) return { id, list: found };
    if (limit === undefined) return { id, events: eventsOf(known) };
    const documents = found.map((text) => readEjsonFields(text));
    return { id, events: limitedEventsOf(known, documents, { order: readSort(order), limit }) };
  } catch (error) {
    return failed(refusalOf(error));
  }
}

function hasNews({ database }: CloudServices, { since, collectionName }: Watch): boolean {
  if (since === undefined) return true;
  const changes = database.changes.since(since, collectionName);
  return changes === undefined || changes.length > 0;
}

/** Resolves at a change, when the client has gone, or after a while. */
function waitForChange({ database }: CloudServices, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = database.changes.onChange(() => end());
    const timer = setTimeout(() => end(), longestWaitMs);
    timer.unref();
    const end = (): void => {
      stop();
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      setImmediate(resolve);
    };
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** Answers the state of all watches that have news; without any it waits for some. */
export async function answerWatches(
  services: CloudServices,
  { watches, openid, signal }: { watches: readonly Watch[]; openid: string | undefined; signal: AbortSignal },
): Promise<WatchAnswer> {
  if (watches.length > 0) services.database.changes.keepDocuments();
  const news = () => watches.filter((watch) => hasNews(services, watch));
  if (news().length === 0) await waitForChange(services, signal);
  const { version } = services.database.changes;
  const states = signal.aborted ? [] : news().map((watch) => stateOf(services, watch, openid));
  return { version, states: await Promise.all(states) };
}
