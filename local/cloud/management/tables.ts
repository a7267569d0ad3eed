import * as v from 'valibot';
import type { CollectionDescription, Database } from '../database';
import type { Manifest } from '../options';
import { isFields, textOf, type Fields } from '../values';
import { ManagementError } from './error';

const createIndexSchema = v.object({
  IndexName: v.pipe(v.string(), v.minLength(1)),
  MgoKeySchema: v.object({
    MgoIsUnique: v.optional(v.boolean(), false),
    MgoIsSparse: v.optional(v.boolean(), false),
    MgoIndexKeys: v.pipe(
      v.array(v.object({ Name: v.pipe(v.string(), v.minLength(1)), Direction: v.picklist(['1', '-1', '2dsphere']) })),
      v.minLength(1),
    ),
  }),
});
const updateSchema = v.object({
  CreateIndexes: v.optional(v.array(createIndexSchema), []),
  DropIndexes: v.optional(v.array(v.object({ IndexName: v.string() })), []),
});

const directions = { '1': 1, '-1': -1, '2dsphere': '2dsphere' } as const;

function find(database: Database, request: Fields): CollectionDescription {
  const name = textOf(request['TableName']);
  const found = database.describe().find((collection) => collection.name === name);
  if (!found) throw new ManagementError('ResourceNotFound', `[ResourceNotFound] Db or Table not exist: ${name}`);
  return found;
}

function isDeclared(manifest: Manifest | undefined, collection: string, index: string): boolean {
  const declared = manifest?.collections.find((each) => each.name === collection)?.indexes;
  return manifest === undefined || (declared ?? []).some((each) => each.name === index);
}

const idIndex = {
  Name: '_id_',
  Size: 0,
  Unique: true,
  Keys: [{ Name: '_id', Direction: '1' }],
  Accesses: { Ops: 0, Since: '' },
};

export function createTable(database: Database, request: Fields): Fields {
  const name = textOf(request['TableName']);
  if (database.describe().some((collection) => collection.name === name))
    throw new ManagementError('ResourceInUse', `Table exist: ${name}`);
  database.createCollection(name);
  return {};
}

/** @param manifest an index that it does not declare is marked so, for strict mode to refuse */
export function updateTable(database: Database, request: Fields, manifest: Manifest | undefined): Fields {
  const { name } = find(database, request);
  const update = v.parse(updateSchema, isFields(request) ? request : {});
  for (const index of update.DropIndexes) database.dropIndex(name, index.IndexName);
  for (const index of update.CreateIndexes) {
    const { MgoIndexKeys, MgoIsSparse, MgoIsUnique } = index.MgoKeySchema;
    const fields = MgoIndexKeys.map((key) => ({ name: key.Name, direction: directions[key.Direction] }));
    database.createIndex(name, {
      name: index.IndexName,
      fields,
      unique: MgoIsUnique,
      sparse: MgoIsSparse,
      declared: isDeclared(manifest, name, index.IndexName),
    });
  }
  return {};
}

export function describeTable(database: Database, request: Fields): Fields {
  const { indexes } = find(database, request);
  const list = indexes
    .filter((index) => index.name !== idIndex.Name)
    .map((index) => ({
      Name: index.name,
      Size: 0,
      Unique: index.unique ?? false,
      Keys: index.fields.map((field) => ({ Name: field.name, Direction: String(field.direction) })),
      Accesses: { Ops: 0, Since: '' },
    }));
  return { Indexes: [idIndex, ...list], IndexNum: list.length + 1 };
}

export function listTables(database: Database): Fields {
  const all = database.describe();
  const tables = all.map((each) => ({
    TableName: each.name,
    Count: each.count,
    Size: 0,
    IndexCount: each.indexes.length + 1,
    IndexSize: 0,
  }));
  return { Tables: tables, Pager: { Offset: 0, Limit: all.length, Total: all.length } };
}
