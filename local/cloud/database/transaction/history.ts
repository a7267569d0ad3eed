import type { StoredDocument } from '../values/value';
import type { Resource } from './locks';

interface Change {
  readonly version: number;
  readonly before: StoredDocument | null;
}

/**
 * What committed writes have replaced while transactions are open, so that these read the database as it was
 * when they began. Without open transactions it is empty.
 */
export class History {
  /** Grows by one with each committed write. */
  version = 0;
  private readonly changes = new Map<number, Map<string, Change[]>>();
  private readonly versionOf = new Map<Resource, number>();

  /** Records a committed write. */
  record(
    collectionId: number,
    idKey: string,
    change: { before: StoredDocument | null; resources: readonly Resource[] },
  ): void {
    this.version++;
    const documents = this.changes.get(collectionId) ?? new Map<string, Change[]>();
    this.changes.set(collectionId, documents);
    const changes = documents.get(idKey) ?? [];
    documents.set(idKey, changes);
    changes.push({ version: this.version, before: change.before });
    for (const resource of change.resources) this.versionOf.set(resource, this.version);
  }

  isChangedSince(resource: Resource, version: number): boolean {
    return (this.versionOf.get(resource) ?? 0) > version;
  }

  /** Documents that have changed since a version, as they were then; null for those that did not exist. */
  since(collectionId: number, version: number): Map<string, StoredDocument | null> {
    const old = new Map<string, StoredDocument | null>();
    for (const [idKey, changes] of this.changes.get(collectionId) ?? []) {
      const first = changes.find((change) => change.version > version);
      if (first !== undefined) old.set(idKey, first.before);
    }
    return old;
  }

  clear(): void {
    this.changes.clear();
    this.versionOf.clear();
  }
}
