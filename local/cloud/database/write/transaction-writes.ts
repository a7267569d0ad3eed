import type { Metrics } from '../metrics';
import { find } from '../read/find';
import type { View } from '../read/view';
import type { Collection } from '../storage/catalog';
import type { Transaction } from '../transaction/transactions';
import type { Fields, Value } from '../values/value';
import { modified, upsertBase, withId, type Modification, type Modified } from './plain-writes';
import type { Writer } from './writer';

/** Writes of a transaction: against its snapshot, and never waiting. */
export class TransactionWrites {
  constructor(
    private readonly view: View,
    private readonly writer: Writer,
    private readonly transaction: Transaction,
  ) {}

  insert(collection: Collection, documents: readonly Fields[]): Value[] {
    return documents.map((document) => {
      const identified = withId(document);
      this.writer.writeIn(this.transaction, collection, [null, identified]);
      return identified._id;
    });
  }

  modify(collection: Collection, modification: Modification, metrics: Metrics): Modified {
    const { filter, isMulti, isUpsert } = modification;
    const found = find(this.view, collection, { filter, limit: isMulti ? Infinity : 1 }, metrics);
    if (found.length === 0 && isUpsert) {
      const created = modified(upsertBase(filter), modification, true);
      this.writer.writeIn(this.transaction, collection, [null, created]);
      return { updated: 0, upsertId: created._id, document: created };
    }
    const pairs = found.map((before) => [before, modified(before, modification)] as const);
    const changed = pairs.filter(([before, after]) => before !== after);
    for (const pair of changed) this.writer.writeIn(this.transaction, collection, pair, modification.isReplacement);
    const [first] = pairs;
    return { updated: changed.length, ...(first === undefined ? {} : { document: first[1] }) };
  }

  remove(collection: Collection, { filter, isMulti }: { filter: Fields; isMulti: boolean }, metrics: Metrics): number {
    const found = find(this.view, collection, { filter, limit: isMulti ? Infinity : 1 }, metrics);
    for (const document of found) this.writer.writeIn(this.transaction, collection, [document, null]);
    return found.length;
  }
}
