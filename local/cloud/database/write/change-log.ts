import type { Changes, DocumentChange } from '../types';
import { writeEjson } from '../values/ejson';
import type { StoredDocument, Value } from '../values/value';

/** Older changes are forgotten; who asks for them hears that anything may have changed. */
const keptChanges = 2000;

interface LoggedChange extends DocumentChange {
  readonly version: number;
  readonly collection: string;
}

/** What became of one document. */
interface Written {
  readonly collection: { readonly name: string };
  readonly id: Value;
  readonly before: StoredDocument | null;
  readonly after: StoredDocument | null;
}

/** The last changes of committed documents, for those who watch a query. */
export class ChangeLog implements Changes {
  #version = 0;
  #changes: LoggedChange[] = [];
  #keepsDocuments = false;
  readonly #listeners = new Set<() => void>();

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** @param isReplacement whether the whole document was put in the place of another */
  record({ collection, id, before, after }: Written, isReplacement: boolean): void {
    const kind = after === null ? 'remove' : before === null ? 'add' : isReplacement ? 'replace' : 'update';
    this.#changes.push({
      version: ++this.#version,
      collection: collection.name,
      id: typeof id === 'string' ? id : writeEjson(id),
      kind,
      ...(this.#keepsDocuments && { documents: { before, after } }),
    });
    if (this.#changes.length > 2 * keptChanges) this.#changes = this.#changes.slice(-keptChanges);
    for (const listener of this.#listeners) listener();
  }

  /** All that is known is forgotten: the database holds something else now. */
  restart(): void {
    this.#changes = [];
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  /** From now on changes are kept with their documents. */
  keepDocuments(): void {
    this.#keepsDocuments = true;
  }

  /** The changes of a collection after a version, in their order; undefined where they are no longer known. */
  since(version: number, collection: string): readonly DocumentChange[] | undefined {
    const oldest = this.#changes[0]?.version ?? this.#version + 1;
    if (version > this.#version || version < oldest - 1) return undefined;
    return this.#changes.filter((change) => change.version > version && change.collection === collection);
  }

  /** Calls back at every change, until the answer is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
