import { DatabaseError, duplicateKey, noSuchCollection, requestFailed } from '../errors';
import { checkCollectionName, checkIndexCount } from '../limits';
import { idIndexName, sameIndex, specificationOf, type Collection, type IndexDefinition } from '../storage/catalog';
import type { Store } from '../storage/store';
import type { StoredRecord } from '../storage/stored-rows';
import type { CollectionDescription, DuplicateKeyForm, IndexSpecification } from '../types';
import { valueAt } from '../values/path';
import { indexEntriesOf } from './index-entries';

const pageSize = 512;

/** Creates, drops and lists collections and indexes. */
export class Indexes {
  constructor(
    private readonly store: Store,
    private readonly duplicateKeyForm: DuplicateKeyForm,
  ) {}

  /** @throws DatabaseError with the cloud's text for a collection that is not there */
  collection(name: string): Collection {
    const collection = this.store.collections.get(name);
    if (collection === undefined) throw noSuchCollection(name);
    return collection;
  }

  createCollection(name: string): void {
    checkCollectionName(name);
    if (this.store.collections.has(name)) {
      throw new DatabaseError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        `[ResourceInUse] Table exist. Please check your request, but if the problem persists, contact us.`,
      );
    }
    this.store.transaction(() => this.store.addCollection(name));
  }

  createIndex(collectionName: string, wanted: IndexSpecification): void {
    const collection = this.collection(collectionName);
    const known = collection.indexes.find(({ name }) => name === wanted.name);
    if (known !== undefined) {
      if (sameIndex(known, wanted)) return;
      throw requestFailed(`Index with name: ${wanted.name} already exists with different options`);
    }
    if (wanted.fields.length === 0) throw requestFailed('Index keys cannot be empty.');
    checkIndexCount(collectionName, collection.indexes.length);
    this.store.transaction(() => {
      const index = this.store.addIndex(collection, wanted);
      this.fill(collection, index);
    });
  }

  dropIndex(collectionName: string, name: string): void {
    const collection = this.collection(collectionName);
    const index = collection.indexes.find((known) => known.name === name);
    if (index === undefined || name === idIndexName) throw requestFailed(`index not found with name [${name}]`);
    this.store.transaction(() => {
      this.store.dropIndex(collection, index);
    });
  }

  describe(): CollectionDescription[] {
    return [...this.store.collections.values()].map(({ name, count, indexes }) => ({
      name,
      count,
      indexes: indexes.map(specificationOf),
    }));
  }

  /** Page by page, so that no collection has to fit into memory. */
  private fill(collection: Collection, index: IndexDefinition): void {
    let page = this.store.naturalPage(collection, undefined, pageSize);
    while (page.length > 0) {
      for (const stored of page) this.fillOne(collection, index, stored);
      page = this.store.naturalPage(collection, page[page.length - 1]?.record, pageSize);
    }
  }

  private fillOne(collection: Collection, index: IndexDefinition, { record, document }: StoredRecord): void {
    const { keys, arrayPaths } = indexEntriesOf(document, index);
    this.store.addArrayPaths(index, arrayPaths);
    for (const key of keys) {
      if (index.unique && this.store.recordWithKey(index, key, record) !== undefined) {
        const values = index.fields.map(({ name }) => JSON.stringify(valueAt(document, name) ?? null)).join(', ');
        throw duplicateKey(this.duplicateKeyForm, { collection: collection.name, index: index.name, values });
      }
      this.store.addEntry(index, key, record);
    }
  }
}
