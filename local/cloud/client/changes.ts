import * as v from 'valibot';
import { queryLanguage } from '../database/query/interpreter';
import type { ChangeKind, DocumentChange } from '../database/types';
import { readEjsonFields, writeEjson } from '../database/values/ejson';
import { isFields as isDocument } from '../database/values/value';
import type { CloudServices } from '../services';
import { isFields, listOf, type Fields } from '../values';
import { readableQuery, refusalOf } from './requests';

/** A watched query holds so many documents at most. */
const maxWatched = 5000;
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
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
      since: v.optional(v.number()),
    }),
  ),
});
export type Watch = v.InferOutput<typeof watchesSchema>['watches'][number];

/** One change of a document that the query found before it or finds after it, with what it was and is. */
export interface WatchEvent {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly before?: string;
  readonly after?: string;
}

/**
 * What one watched query finds now, with the kind of each document's changes; or why it cannot be watched. `events` has
 * each change for itself, in its order; it is absent where a limit moves documents in and out, and where the documents
 * of a change are not known.
 */
export type WatchState =
  | {
      readonly id: number;
      readonly list: readonly string[];
      readonly kinds: Readonly<Record<string, string>>;
      readonly events?: readonly WatchEvent[];
    }
  | { readonly id: number; readonly code: string; readonly message: string };

export interface WatchAnswer {
  readonly version: number;
  readonly states: readonly WatchState[];
}

const plain = { token: '', strict: false, record: () => undefined };

/** Every document of a query, in pages: a watch has no limit of 20. */
async function findAll({ database }: CloudServices, watch: Watch, query: string): Promise<string[] | Fields> {
  const list: string[] = [];
  const wanted = watch.limit ?? maxWatched + 1;
  while (list.length < wanted) {
    const { collectionName, order } = watch;
    const limit = Math.min(pageSize, wanted - list.length);
    const request = { action: 'database.getDocument', collectionName, query, order, limit, offset: list.length };
    const reply: Fields = { ...(await database.handle(request, plain)) };
    if (!isFields(reply['data'])) return reply;
    const page = listOf(reply['data']['list']).map(String);
    list.push(...page);
    if (page.length < limit) return list;
  }
  if (watch.limit !== undefined) return list;
  return { code: 'DATABASE_REQUEST_FAILED', message: `a watch has at most ${maxWatched} documents` };
}

async function stateOf(services: CloudServices, watch: Watch, openid: string | undefined): Promise<WatchState> {
  const { id, since } = watch;
  const failed = ({ code, message }: Fields): WatchState => ({ id, code: String(code), message: String(message) });
  try {
    const query = readableQuery(services, { ...watch }, openid);
    // before anything is waited for: these are the changes up to the version of the answer
    const changes = since === undefined ? [] : services.database.changes.since(since, watch.collectionName);
    const found = await findAll(services, watch, query);
    if (!Array.isArray(found)) return failed(found);
    const matches = queryLanguage.matcher(readEjsonFields(query, services.clock.now()));
    const events = watch.limit === undefined && since !== undefined ? eventsOf(changes, matches) : undefined;
    return { id, list: found, kinds: kindsOf(changes ?? []), ...(events && { events }) };
  } catch (error) {
    return failed(refusalOf(error));
  }
}

/** The kind of each document's changes together. */
function kindsOf(changes: readonly DocumentChange[]): Record<string, string> {
  const kinds = new Map<string, string>();
  for (const { id, kind } of changes) kinds.set(id, kinds.get(id) === 'add' && kind !== 'remove' ? 'add' : kind);
  return Object.fromEntries(kinds);
}

/** The changes that concern a query; undefined where the documents of one are not known. */
function eventsOf(
  changes: readonly DocumentChange[] | undefined,
  matches: ReturnType<typeof queryLanguage.matcher>,
): WatchEvent[] | undefined {
  if (changes?.every(({ documents }) => documents !== undefined) !== true) return undefined;
  const found = (document: object | null | undefined): string | undefined =>
    isDocument(document) && matches(document) ? writeEjson(document) : undefined;
  return changes.flatMap(({ id, kind, documents }): WatchEvent[] => {
    const [before, after] = [found(documents?.before), found(documents?.after)];
    if (before === undefined && after === undefined) return [];
    return [{ id, kind, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
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
