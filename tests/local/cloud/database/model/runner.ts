import { isDeepStrictEqual } from 'node:util';
import { EJSON } from 'bson';
import type { Caller, Database, OperationTrace, WireReply } from '../../../../../local/cloud/database';
import { Blocked, Model, Refused, change, type Read } from './model';
import type { Sequence, Step } from './sequences';
import type { PlainObject } from './values';

/** `expect` costs more than what it looks at here, several hundred thousand times: it only speaks when something differs. */
function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

const collectionName = 'things';
const all = (filter: PlainObject): Read => ({ filter, sort: [], skip: 0, limit: Infinity });

/** Runs a sequence on the database and on the model and compares every answer. */
export class Runner {
  private readonly model = new Model();
  /** the database's names of the model's transactions */
  private readonly transactionIds = new Map<number, string>();
  readonly traces: OperationTrace[] = [];
  private readonly caller: Caller = { token: '', strict: false, record: (trace) => this.traces.push(trace) };

  constructor(private readonly database: Database) {}

  async run({ indexes, steps }: Sequence): Promise<void> {
    this.database.reset();
    this.database.createCollection(collectionName);
    for (const index of indexes) this.database.createIndex(collectionName, index);
    const unique = indexes.find((index) => index.unique === true);
    if (unique !== undefined) this.model.unique = unique.sparse === true ? 'sparse' : 'yes';
    for (const step of steps) await this.step(step);
    for (const transaction of [...this.model.open.keys()]) await this.end(transaction, 'abort');
    await this.compareRead({ filter: {}, sort: [['_id', 1]], skip: 0, limit: 1000 }, 0);
  }

  private async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'find':
        return await this.compareRead(step.read, step.transaction);
      case 'count':
        return same(data(await this.send('calculateDocument', { query: step.filter })), {
          total: this.model.read(all(step.filter)).length,
        });
      case 'begin':
        return await this.begin(step.transaction);
      case 'commit':
      case 'abort':
        return await this.end(step.transaction, step.kind);
      case 'index':
        return this.database.createIndex(collectionName, step.index);
      default:
        return await this.write(step);
    }
  }

  private async begin(transaction: number): Promise<void> {
    if (this.model.open.has(transaction)) return;
    this.model.begin(transaction);
    const reply = await this.send('startTransaction', {});
    this.transactionIds.set(transaction, 'transactionId' in reply ? (reply.transactionId ?? '') : '');
  }

  private async end(transaction: number, how: 'commit' | 'abort'): Promise<void> {
    if (!this.model.open.has(transaction)) return;
    if (how === 'commit') this.model.commit(transaction);
    else this.model.end(transaction);
    same(data(await this.send(`${how}Transaction`, this.inTransaction(transaction))), {});
  }

  private inTransaction(transaction: number): Record<string, unknown> {
    return transaction === 0 ? {} : { transactionId: this.transactionIds.get(transaction) ?? 'never begun' };
  }

  private async compareRead({ filter, sort, skip, limit }: Read, transaction: number): Promise<void> {
    const expected = this.expected(() =>
      this.model.read({ filter, sort, skip, limit }, transaction === 0 ? undefined : transaction),
    );
    const reply = await this.send('getDocument', {
      queryType: 'WHERE',
      query: filter,
      order: Object.fromEntries(sort),
      offset: skip,
      limit,
      ...this.inTransaction(transaction),
    });
    if (expected instanceof Refused) return expectRefusal(reply, expected);
    const { list } = data(reply) as { list: string[] };
    same(
      list.map((text) => EJSON.parse(text)),
      expected,
    );
  }

  /** A write that the model sees blocked must not be answered before the transaction in its way has ended. */
  private async write(step: Step): Promise<void> {
    let isSettled = false;
    const pending = this.sendWrite(step).finally(() => (isSettled = true));
    for (;;) {
      const expected = this.expected(() => this.apply(step));
      if (!(expected instanceof Blocked)) return compareWrite(await pending, expected);
      await new Promise(setImmediate);
      same(isSettled, false);
      await this.end(expected.transaction, 'transaction' in step && expected.transaction === 1 ? 'commit' : 'abort');
    }
  }

  private expected<T>(work: () => T): T | Refused | Blocked {
    try {
      return work();
    } catch (error) {
      if (error instanceof Refused || error instanceof Blocked) return error;
      throw error;
    }
  }

  private apply(step: Step): object {
    const transaction = 'transaction' in step && step.transaction !== 0 ? step.transaction : undefined;
    switch (step.kind) {
      case 'insert':
        this.model.insert(step.document, transaction);
        return { insertedIds: [step.document['_id']] };
      case 'set':
        if (this.model.read(all({ _id: step.id }), transaction).length > 0) {
          return {
            updated: this.model.update(all({ _id: step.id }), () => ({ _id: step.id, ...step.document }), transaction),
          };
        }
        this.model.insert({ _id: step.id, ...step.document }, transaction);
        return { updated: 0, upsert_id: step.id };
      case 'update':
        return {
          updated: this.model.update(all({ _id: step.id }), (document) => change(document, step.update), transaction),
        };
      case 'remove':
        return { deleted: this.model.remove(all({ _id: step.id }), transaction) };
      case 'updateAll':
        return { updated: this.model.update(all(step.filter), (document) => change(document, step.update)) };
      case 'removeAll':
        return { deleted: this.model.remove(all(step.filter)) };
      default:
        throw new Error(step.kind);
    }
  }

  private async sendWrite(step: Step): Promise<WireReply> {
    const inTransaction = 'transaction' in step ? this.inTransaction(step.transaction) : {};
    switch (step.kind) {
      case 'insert':
        return await this.send('insertDocument', { data: [write(step.document)], ...inTransaction });
      case 'set':
        return await this.send('modifyDocument', {
          queryType: 'DOC',
          query: { _id: step.id },
          data: write(step.document),
          multi: false,
          merge: false,
          upsert: true,
          ...inTransaction,
        });
      case 'update':
        return await this.send('modifyDocument', {
          queryType: 'DOC',
          query: { _id: step.id },
          data: write(step.update),
          multi: false,
          merge: true,
          upsert: false,
          ...inTransaction,
        });
      case 'remove':
        return await this.send('removeDocument', {
          queryType: 'DOC',
          query: { _id: step.id },
          multi: false,
          ...inTransaction,
        });
      case 'updateAll':
        return await this.send('modifyDocument', {
          queryType: 'WHERE',
          query: step.filter,
          data: write(step.update),
          multi: true,
          merge: true,
          upsert: false,
        });
      case 'removeAll':
        return await this.send('removeDocument', { queryType: 'WHERE', query: step.filter, multi: true });
      default:
        throw new Error(step.kind);
    }
  }

  private async send(action: string, request: Record<string, unknown>): Promise<WireReply> {
    const encoded = Object.fromEntries(
      Object.entries(request).map(([name, value]) => [name, ['query', 'order'].includes(name) ? write(value) : value]),
    );
    return await this.database.handle({ action: `database.${action}`, collectionName, ...encoded }, this.caller);
  }
}

const write = (value: unknown): string => EJSON.stringify(value as object, { relaxed: false });

function data(reply: WireReply): unknown {
  if ('code' in reply) throw new Error(`${reply.code} ${reply.message}`);
  return reply.data;
}

function expectRefusal(reply: WireReply, refusal: Error): void {
  const message = 'message' in reply ? reply.message : undefined;
  if (message?.includes(refusal.message) !== true) expect(reply).toHaveProperty('message', refusal.message);
}

function compareWrite(reply: WireReply, expected: object | Refused): void {
  if (expected instanceof Refused) expectRefusal(reply, expected);
  else same(data(reply), expected);
}
