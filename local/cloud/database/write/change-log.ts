import type { ChangeKind, Changes } from '../types';
import { writeEjson } from '../values/ejson';
import type { Value } from '../values/value';

/** Older changes are forgotten; who asks for them hears that anything may have changed. */
const keptChanges = 2000;

interface LoggedChange {
  readonly version: number;
  readonly collection: string;
  readonly id: string;
  kind: ChangeKind;
}

/** The last changes of committed documents, for those who watch a query. */
export class ChangeLog implements Changes {
  #version = 0;
  #changes: LoggedChange[] = [];
  readonly #listeners = new Set<() => void>();

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  record(collection: string, id: Value, kind: ChangeKind): void {
    const text = typeof id === 'string' ? id : writeEjson(id);
    this.#changes.push({ version: ++this.#version, collection, id: text, kind });
    if (this.#changes.length > 2 * keptChanges) this.#changes = this.#changes.slice(-keptChanges);
    for (const listener of this.#listeners) listener();
  }

  /** Says that the last change put a whole document in place of another. */
  asReplacement(): void {
    const last = this.#changes.at(-1);
    if (last?.kind === 'update') last.kind = 'replace';
  }

  /** All that is known is forgotten: the database holds something else now. */
  restart(): void {
    this.#changes = [];
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  /** The kind of each document's changes after a version; undefined where they are no longer known. */
  since(version: number, collection: string): ReadonlyMap<string, ChangeKind> | undefined {
    const oldest = this.#changes[0]?.version ?? this.#version + 1;
    if (version > this.#version || version < oldest - 1) return undefined;
    const kinds = new Map<string, ChangeKind>();
    for (const change of this.#changes) {
      if (change.version <= version || change.collection !== collection) continue;
      const isNew = kinds.get(change.id) === 'add' && change.kind !== 'remove';
      kinds.set(change.id, isNew ? 'add' : change.kind);
    }
    return kinds;
  }

  /** Calls back at every change, until the answer is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
