import { asList, asRecord, asText, isFunction, isRecord, type UnknownRecord } from '../../builtin/support/values';
import { ApiFailure } from '../support/call';
import { applyChange, comparedEvents, foundOf, initialEvents, type ChangeWithoutId, type Found } from './changes';
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

/** What an app's own function throws is logged, and what else has changed is told all the same. */
function logging(call: (snapshot: object) => unknown): (snapshot: object) => void {
  return (snapshot) => {
    try {
      call(snapshot);
    } catch (error) {
      console.error(error);
    }
  };
}

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
    this.#watches.set(id, { query, onChange: logging(onChange), onError, snapshots: 0 });
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

  /** Each change is a snapshot of its own, as in the library of the SDK. */
  #tell(watch: Watch, { list, events }: UnknownRecord): void {
    if (Array.isArray(events)) {
      for (const change of events) {
        const { docChanges, found } = applyChange(change, watch.found ?? [], this.parse);
        this.#show(watch, found, docChanges);
      }
      return;
    }
    const found = asList(list).map((sent) => foundOf(asText(sent), this.parse));
    if (watch.found === undefined) return this.#show(watch, found, initialEvents(found), { type: 'init' });
    const docChanges = comparedEvents(watch.found, found);
    if (docChanges.length > 0) this.#show(watch, found, docChanges);
  }

  #show(watch: Watch, found: readonly Found[], changes: readonly ChangeWithoutId[], first: object = {}): void {
    const id = watch.snapshots++;
    watch.found = found;
    const docs = found.map(({ doc }) => doc);
    watch.onChange({ id, docs, docChanges: changes.map((change) => ({ id, ...change })), ...first });
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
