import { asList, asRecord, asText, isFunction, isRecord, type UnknownRecord } from '../../builtin/support/values';
import { ApiFailure } from '../support/call';
import { eventsOf, eventsOfChanges, initialEvents, type Change, type Found } from './changes';
import { failureOf, type Link } from './link';

export interface WatchedQuery {
  readonly collectionName: string;
  readonly query?: string;
  readonly order?: string;
  readonly limit?: number;
}

interface Watch {
  readonly query: WatchedQuery;
  readonly onChange: (snapshot: object) => void;
  readonly onError: (error: unknown) => void;
  since?: number;
  found?: readonly Found[];
  snapshots: number;
}

const mostRetries = 5;
const retryDelayMs = 1000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * All watched queries of a phone, asked for in one request: it is answered when something is new, and sent again with
 * what has been seen.
 */
export class Watches {
  readonly #watches = new Map<number, Watch>();
  #nextId = 1;
  #isRunning = false;
  #stop = new AbortController();

  /** @param parse reads a document that was sent */
  constructor(
    private readonly link: Link,
    private readonly parse: (text: string) => UnknownRecord,
  ) {}

  /** @throws Error without onChange and onError, which WeChat asks for */
  add(query: WatchedQuery, { onChange, onError }: UnknownRecord): { close(): Promise<void> } {
    if (!isFunction(onChange) || !isFunction(onError)) throw new Error('watch: onChange and onError are required');
    const id = this.#nextId++;
    this.#watches.set(id, { query, onChange: (snapshot) => void onChange(snapshot), onError, snapshots: 0 });
    this.#stop.abort();
    if (!this.#isRunning) void this.#run();
    return {
      close: () => {
        this.#watches.delete(id);
        this.#stop.abort();
        return Promise.resolve();
      },
    };
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    let retries = 0;
    while (this.#watches.size > 0) {
      this.#stop = new AbortController();
      const { signal } = this.#stop;
      try {
        this.#take(asRecord(await this.#ask(signal)));
        retries = 0;
      } catch (error) {
        if (signal.aborted) continue;
        if (++retries > mostRetries) this.#failAll(error);
        else await wait(retryDelayMs);
      }
    }
    this.#isRunning = false;
  }

  async #ask(signal: AbortSignal): Promise<unknown> {
    // watches that are opened together are asked for together
    await wait(0);
    if (signal.aborted) throw new Error('abort');
    const watches = [...this.#watches].map(([id, { query, since }]) => ({
      id,
      ...query,
      ...(since !== undefined && { since }),
    }));
    return this.link.send('/local/database/changes', { watches }, signal);
  }

  #take({ version, states }: UnknownRecord): void {
    const told = new Set<number>();
    for (const state of asList(states)) {
      if (!isRecord(state)) continue;
      const id = Number(state['id']);
      told.add(id);
      const watch = this.#watches.get(id);
      if (watch === undefined) continue;
      if (typeof state['code'] === 'string') this.#fail(id, watch, failureOf(state['code'], asText(state['message'])));
      else this.#tell(watch, state);
    }
    for (const watch of this.#watches.values()) if (watch.found !== undefined) watch.since = Number(version);
  }

  #tell(watch: Watch, state: UnknownRecord): void {
    const found = asList(state['list']).map((sent): Found => {
      const text = asText(sent);
      const doc = this.parse(text);
      return { id: typeof doc['_id'] === 'string' ? doc['_id'] : JSON.stringify(doc['_id']), text, doc };
    });
    const { found: before, query } = watch;
    const isFirst = before === undefined;
    const changed = { kinds: asRecord(state['kinds']), isLimited: query.limit !== undefined };
    const told = isFirst ? undefined : this.#changesOf(state['events']);
    const docChanges = isFirst
      ? initialEvents(found)
      : told === undefined
        ? eventsOf(before, found, changed)
        : eventsOfChanges(told);
    watch.found = found;
    if (!isFirst && docChanges.length === 0) return;
    const docs = found.map(({ doc }) => doc);
    watch.onChange({ id: watch.snapshots++, docs, docChanges, ...(isFirst && { type: 'init' }) });
  }

  /** Each change as the cloud tells it; undefined where it tells what the query finds alone. */
  #changesOf(events: unknown): Change[] | undefined {
    if (!Array.isArray(events)) return undefined;
    const parsed = (text: unknown): UnknownRecord | undefined =>
      typeof text === 'string' ? this.parse(text) : undefined;
    return events.filter(isRecord).map(({ id, kind, before, after }) => {
      return { id: asText(id), kind: asText(kind), before: parsed(before), after: parsed(after) };
    });
  }

  #fail(id: number, { onError }: Watch, error: unknown): void {
    this.#watches.delete(id);
    const errMsg = `collection.watch:fail ${error instanceof Error ? error.message : String(error)}`;
    const fields = error instanceof ApiFailure ? error.fields : {};
    onError(Object.assign(new Error(errMsg), { ...fields, errMsg }));
  }

  #failAll(error: unknown): void {
    for (const [id, watch] of this.#watches) this.#fail(id, watch, error);
  }
}
