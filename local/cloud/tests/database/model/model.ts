import { copy, isObject, ParallelArrays, matches, order, same, sorted, type Plain, type PlainObject } from './values';

export class Refused extends Error {}
/** A plain write met a lock of these transactions. */
export class Blocked extends Error {
  constructor(readonly transaction: number) {
    super('blocked');
  }
}

interface Open {
  snapshot: Map<string, PlainObject>;
  since: number;
  writes: Map<string, PlainObject | null>;
}

export interface Read {
  filter: PlainObject;
  sort: readonly (readonly [string, 1 | -1])[];
  skip: number;
  limit: number;
}

/** Documents in a map, scanned for everything; transactions copy it whole. */
export class Model {
  documents = new Map<string, PlainObject>();
  /** how the field `u` must be unique */
  unique: 'no' | 'yes' | 'sparse' = 'no';
  readonly open = new Map<number, Open>();
  private clock = 0;
  private readonly touched = new Map<string, number>();
  private readonly locks = new Map<string, number>();

  begin(transaction: number): void {
    this.open.set(transaction, { snapshot: new Map(this.documents), since: this.clock, writes: new Map() });
  }

  end(transaction: number): void {
    this.open.delete(transaction);
    for (const [resource, owner] of this.locks) if (owner === transaction) this.locks.delete(resource);
  }

  commit(transaction: number): void {
    const { writes } = this.opened(transaction);
    for (const [id, document] of writes) this.put(id, document);
    this.end(transaction);
  }

  read({ filter, sort, skip, limit }: Read, transaction?: number): PlainObject[] {
    const found = [...this.seen(transaction).values()].filter((document) => matches(document, filter));
    try {
      return sorted(found, sort).slice(skip, skip + limit);
    } catch (error) {
      if (!(error instanceof ParallelArrays)) throw error;
      if (transaction !== undefined) this.end(transaction);
      throw new Refused('parallel arrays');
    }
  }

  insert(document: PlainObject, transaction?: number): void {
    this.attempt(transaction, () => {
      this.write(null, document, transaction);
    });
  }

  /** @returns how many documents changed */
  update(read: Read, change: (document: PlainObject) => PlainObject, transaction?: number): number {
    return this.attempt(transaction, () => {
      const changed = this.read(read, transaction).map((before) => ({ before, after: () => change(copy(before)) }));
      let count = 0;
      for (const { before, after } of changed) {
        const made = after();
        if (same(before, made)) continue;
        this.write(before, made, transaction);
        count++;
      }
      return count;
    });
  }

  remove(read: Read, transaction?: number): number {
    return this.attempt(transaction, () => {
      const found = this.read(read, transaction);
      for (const document of found) this.write(document, null, transaction);
      return found.length;
    });
  }

  /** True when an index on `u` could be made now. */
  couldBeUnique(mode: 'yes' | 'sparse'): boolean {
    const keys = [...this.documents.values()].flatMap((document) => this.uniqueKey(document, mode) ?? []);
    return new Set(keys).size === keys.length;
  }

  private seen(transaction: number | undefined): Map<string, PlainObject> {
    if (transaction === undefined) return this.documents;
    const { snapshot, writes } = this.opened(transaction);
    const seen = new Map(snapshot);
    for (const [id, document] of writes) {
      if (document === null) seen.delete(id);
      else seen.set(id, document);
    }
    return seen;
  }

  private opened(transaction: number): Open {
    const open = this.open.get(transaction);
    if (open === undefined) throw new Refused('TransactionNotExist');
    return open;
  }

  private attempt<T>(transaction: number | undefined, work: () => T): T {
    if (transaction !== undefined) this.opened(transaction);
    const before = new Map(this.documents);
    try {
      return work();
    } catch (error) {
      if (transaction !== undefined) this.end(transaction);
      // what was blocked halfway is tried again from the start
      if (error instanceof Blocked) this.documents = before;
      throw error;
    }
  }

  private write(before: PlainObject | null, after: PlainObject | null, transaction: number | undefined): void {
    const id = String((after ?? before)!['_id']);
    const resources = this.resources(id, before, after);
    for (const resource of resources) {
      const owner = this.locks.get(resource);
      if (owner !== undefined && owner !== transaction)
        throw transaction === undefined ? new Blocked(owner) : new Refused('TransactionConflict');
      if (transaction !== undefined && (this.touched.get(resource) ?? 0) > this.opened(transaction).since)
        throw new Refused('TransactionConflict');
    }
    this.refuseDuplicate(id, before, after, this.seen(transaction));
    if (transaction === undefined) return this.put(id, after);
    for (const resource of resources) this.locks.set(resource, transaction);
    this.opened(transaction).writes.set(id, after);
  }

  private refuseDuplicate(
    id: string,
    before: PlainObject | null,
    after: PlainObject | null,
    others: Map<string, PlainObject>,
  ): void {
    if (after === null) return;
    if (before === null && others.has(id)) throw new Refused('E11000');
    const key = this.unique === 'no' ? undefined : this.uniqueKey(after, this.unique);
    if (key === undefined) return;
    for (const [otherId, other] of others)
      if (otherId !== id && this.uniqueKey(other, this.unique) === key) throw new Refused('E11000');
  }

  private put(id: string, document: PlainObject | null): void {
    this.clock++;
    for (const resource of this.resources(id, this.documents.get(id) ?? null, document))
      this.touched.set(resource, this.clock);
    if (document === null) this.documents.delete(id);
    else this.documents.set(id, document);
  }

  private uniqueKey(document: PlainObject, mode: 'no' | 'yes' | 'sparse'): string | undefined {
    const value = document['u'];
    if (mode === 'no' || (mode === 'sparse' && value === undefined)) return undefined;
    return JSON.stringify(value ?? null);
  }

  /** What a write takes hold of: its document, and the unique values that appear or disappear by it. */
  private resources(id: string, before: PlainObject | null, after: PlainObject | null): string[] {
    const [old, made] = [before, after].map((document) =>
      document === null ? undefined : this.uniqueKey(document, this.unique),
    );
    const values = old === made ? [] : [old, made].flatMap((key) => (key === undefined ? [] : [`u ${key}`]));
    return [`_id ${id}`, ...values];
  }
}

/** The few update operators that the sequences use. */
export function change(document: PlainObject, update: Record<string, PlainObject>): PlainObject {
  for (const [operator, paths] of Object.entries(update)) {
    for (const [path, argument] of Object.entries(paths)) changeOne(document, operator, path.split('.'), argument);
  }
  return document;
}

function changeOne(document: PlainObject, operator: string, path: readonly string[], argument: Plain): void {
  let parent = document;
  for (const name of path.slice(0, -1)) {
    if (operator === '$unset' && !isObject(parent[name])) return;
    if (parent[name] === undefined) parent[name] = {};
    const child = parent[name];
    if (!isObject(child)) throw new Refused('Cannot create field');
    parent = child;
  }
  const name = path[path.length - 1]!;
  parent[name] = operators[operator]!(parent[name], argument) as Plain;
  if (parent[name] === undefined) delete parent[name];
}

const operators: Record<string, (value: Plain | undefined, argument: Plain) => Plain | undefined> = {
  $set: (_, argument) => argument,
  $unset: () => undefined,
  $inc: (value, argument) => {
    if (value !== undefined && typeof value !== 'number') throw new Refused('Cannot apply $inc');
    return (value ?? 0) + (argument as number);
  },
  $push: (value, argument) => {
    if (value !== undefined && !Array.isArray(value)) throw new Refused('must be an array');
    return [...(value ?? []), argument];
  },
  $pull: (value, argument) => {
    if (value !== undefined && !Array.isArray(value)) throw new Refused('non-array');
    return value?.filter((item) => !same(item, argument));
  },
  $max: (value, argument) => (value === undefined || order(argument, value) > 0 ? argument : value),
};
