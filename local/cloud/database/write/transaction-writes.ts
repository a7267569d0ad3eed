import { find } from '../read/find';
import type { Measure } from '../metrics';
import { modified, upsertBase, withId, type Modification, type Modified } from './plain-writes';
import type { Collection } from '../storage/catalog';
import type { Transaction } from '../transaction/transactions';
import type { Fields, Value } from '../values/value';
import type { View } from '../read/view';
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

  modify(collection: Collection, modification: Modification, measure: Measure): Modified {
    const { filter, isMulti, isUpsert } = modification;
    const found = find(this.view, collection, { filter, limit: isMulti ? Infinity : 1 }, measure);
    if (found.length === 0 && isUpsert) {
      const made = modified(upsertBase(filter), modification, true);
      this.writer.writeIn(this.transaction, collection, [null, made]);
      return { updated: 0, upsertId: made._id, document: made };
    }
    const pairs = found.map((before) => [before, modified(before, modification)] as const);
    const changed = pairs.filter(([before, after]) => before !== after);
    for (const [before, after] of changed) this.writer.writeIn(this.transaction, collection, [before, after]);
    const [first] = pairs;
    return { updated: changed.length, ...(first === undefined ? {} : { document: first[1] }) };
  }

  remove(collection: Collection, { filter, isMulti }: { filter: Fields; isMulti: boolean }, measure: Measure): number {
    const found = find(this.view, collection, { filter, limit: isMulti ? Infinity : 1 }, measure);
    for (const document of found) this.writer.writeIn(this.transaction, collection, [document, null]);
    return found.length;
  }
}
