import type * as v from 'valibot';
import { aggregate } from '../aggregate/aggregate';
import { readEjsonFields, writeEjson } from '../values/ejson';
import { queryLanguage } from '../query/interpreter';
import { find } from '../read/find';
import type { Indexes } from '../indexes/indexes';
import { defaultLimit, largestLimit } from '../limits';
import type { Measure } from '../metrics';
import { PlainWrites, type Modification, type Modified } from '../write/plain-writes';
import { readSort } from '../query/sort';
import { readFilter, readRequest, requestSchemas } from './requests';
import type { Collection } from '../storage/catalog';
import type { Store } from '../storage/store';
import {
  approvePlan,
  refuseWaitForOneself,
  refuseWriteBesideTransaction,
  requireLimit,
  requireLimitStage,
} from './strict';
import { TransactionWrites } from '../write/transaction-writes';
import type { Transaction, Transactions } from '../transaction/transactions';
import type { Caller } from '../types';
import type { Fields } from '../values/value';
import type { View } from '../read/view';
import type { Writer } from '../write/writer';

/** One request on its way through the database. */
export interface Exchange {
  caller: Caller;
  measure: Measure;
  /** the one moment that the request's server dates resolve to */
  now: Date;
}

/** What stands on the top level of a reply beside the requestId. */
export interface Answer {
  data?: unknown;
  transactionId?: string;
}

type ModifyRequest = v.InferOutput<typeof requestSchemas.modify>;
type Handler = (request: Record<string, unknown>, exchange: Exchange) => Answer | Promise<Answer>;

export interface Parts {
  store: Store;
  indexes: Indexes;
  writer: Writer;
  transactions: Transactions;
}

/** The wire actions, each from the SDK's arguments to its reply. */
export class Wire {
  readonly actions: Readonly<Record<string, Handler>> = {
    insertDocument: (request, exchange) => this.insert(readRequest(requestSchemas.insert, request), exchange),
    getDocument: (request, exchange) => this.get(readRequest(requestSchemas.get, request), exchange),
    calculateDocument: (request, exchange) => this.count(readRequest(requestSchemas.count, request), exchange),
    modifyDocument: (request, exchange) => this.modify(readRequest(requestSchemas.modify, request), exchange),
    modifyAndReturnDoc: (request, exchange) =>
      this.modifyAndReturn(readRequest(requestSchemas.modify, request), exchange),
    removeDocument: (request, exchange) => this.remove(readRequest(requestSchemas.remove, request), exchange),
    aggregateDocuments: (request, exchange) => this.aggregate(readRequest(requestSchemas.aggregate, request), exchange),
    addCollection: (request) => this.addCollection(readRequest(requestSchemas.collection, request)),
    startTransaction: (_, { caller }) => ({ transactionId: this.parts.transactions.begin(caller.token).id }),
    commitTransaction: (request) => this.commit(readRequest(requestSchemas.transaction, request)),
    abortTransaction: (request) => this.abort(readRequest(requestSchemas.transaction, request)),
  };

  constructor(private readonly parts: Parts) {}

  private async insert(request: v.InferOutput<typeof requestSchemas.insert>, exchange: Exchange): Promise<Answer> {
    const collection = this.parts.indexes.collection(request.collectionName);
    const texts = Array.isArray(request.data) ? request.data : [request.data];
    exchange.measure.bytes += sizeOf(texts);
    exchange.measure.plans.push('INSERT');
    const documents = texts.map((text) => readEjsonFields(text, exchange.now));
    const transaction = this.transactionOf(request);
    const insertedIds = await (transaction === undefined
      ? this.plainWrites(exchange).insert(collection, documents)
      : this.writesIn(transaction, exchange).insert(collection, documents));
    exchange.measure.returned += insertedIds.length;
    return { data: { insertedIds } };
  }

  private get(request: v.InferOutput<typeof requestSchemas.get>, exchange: Exchange): Answer {
    const collection = this.parts.indexes.collection(request.collectionName);
    const filter = readFilter(request.query, exchange.now);
    const isDocument = request.queryType === 'DOC';
    if (exchange.caller.strict && !isDocument) requireLimit(collection.name, request.limit, filter);
    const limit = isDocument
      ? 1
      : Math.min(request.limit === undefined || request.limit === 0 ? defaultLimit : request.limit, largestLimit);
    const sort = request.order === undefined ? [] : readSort(readEjsonFields(request.order));
    const view = this.view(exchange, this.transactionOf(request));
    const found = find(view, collection, { filter, sort, offset: request.offset ?? 0, limit }, exchange.measure);
    const projection = request.projection === undefined ? undefined : readEjsonFields(request.projection);
    const documents: Fields[] =
      projection === undefined ? found : found.map((document) => queryLanguage.project(document, projection));
    const list = documents.map(writeEjson);
    exchange.measure.returned += list.length;
    exchange.measure.bytes += sizeOf(list);
    return { data: { list, limit, offset: request.offset ?? 0 } };
  }

  private count(request: v.InferOutput<typeof requestSchemas.count>, exchange: Exchange): Answer {
    const collection = this.parts.indexes.collection(request.collectionName);
    const filter = readFilter(request.query, exchange.now);
    const isWhole = Object.keys(filter).length === 0;
    if (isWhole) exchange.measure.plans.push('COUNT');
    const total = isWhole
      ? collection.count
      : find(this.view(exchange), collection, { filter }, exchange.measure).length;
    exchange.measure.returned += total;
    return { data: { total } };
  }

  private async modify(request: ModifyRequest, exchange: Exchange): Promise<Answer> {
    const { updated, upsertId } = await this.applyModification(request, exchange);
    return { data: upsertId === undefined ? { updated } : { updated, upsert_id: upsertId } };
  }

  /** One document, sent back as it is afterwards. */
  private async modifyAndReturn(request: ModifyRequest, exchange: Exchange): Promise<Answer> {
    const { updated, document } = await this.applyModification(
      { ...request, multi: false, merge: true, upsert: false },
      exchange,
    );
    return { data: { updated, ...(document === undefined ? {} : { doc: writeEjson(document) }) } };
  }

  private async applyModification(request: ModifyRequest, exchange: Exchange): Promise<Modified> {
    const collection = this.parts.indexes.collection(request.collectionName);
    exchange.measure.bytes += Buffer.byteLength(request.data);
    const modification: Modification = {
      filter: readFilter(request.query, exchange.now),
      update: readEjsonFields(request.data, exchange.now),
      isReplacement: !request.merge,
      isMulti: request.multi,
      isUpsert: request.upsert,
      now: exchange.now,
    };
    const transaction = this.transactionForWrite(request, collection, modification.filter, exchange);
    const result = await (transaction === undefined
      ? this.plainWrites(exchange).modify(collection, modification, exchange.measure)
      : this.writesIn(transaction, exchange).modify(collection, modification, exchange.measure));
    exchange.measure.returned += result.updated;
    return result;
  }

  private async remove(request: v.InferOutput<typeof requestSchemas.remove>, exchange: Exchange): Promise<Answer> {
    const collection = this.parts.indexes.collection(request.collectionName);
    const removal = { filter: readFilter(request.query, exchange.now), isMulti: request.multi };
    const transaction = this.transactionForWrite(request, collection, removal.filter, exchange);
    const deleted = await (transaction === undefined
      ? this.plainWrites(exchange).remove(collection, removal, exchange.measure)
      : this.writesIn(transaction, exchange).remove(collection, removal, exchange.measure));
    exchange.measure.returned += deleted;
    return { data: { deleted } };
  }

  private aggregate(request: v.InferOutput<typeof requestSchemas.aggregate>, exchange: Exchange): Answer {
    const collection = this.parts.indexes.collection(request.collectionName);
    const stages = request.stages.map(({ stageKey, stageValue }) =>
      readEjsonFields(`{${JSON.stringify(stageKey)}:${stageValue}}`, exchange.now),
    );
    if (exchange.caller.strict) requireLimitStage(collection.name, stages);
    const list = aggregate(this.view(exchange), collection, { stages, now: exchange.now }, exchange.measure).map(
      writeEjson,
    );
    exchange.measure.returned += list.length;
    exchange.measure.bytes += sizeOf(list);
    return { data: { list } };
  }

  private addCollection({ collectionName }: { collectionName: string }): Answer {
    this.parts.indexes.createCollection(collectionName);
    return { data: {} };
  }

  private commit({ transactionId }: { transactionId: string }): Answer {
    const transaction = this.parts.transactions.get(transactionId);
    try {
      this.parts.writer.commit(transaction);
    } finally {
      this.parts.transactions.end(transactionId);
    }
    return { data: {} };
  }

  private abort({ transactionId }: { transactionId: string }): Answer {
    this.parts.transactions.get(transactionId);
    this.parts.transactions.end(transactionId);
    return { data: {} };
  }

  private transactionOf({ transactionId }: { transactionId?: string | undefined }): Transaction | undefined {
    return transactionId === undefined ? undefined : this.parts.transactions.get(transactionId);
  }

  /** The SDK sends `where().update()` and `where().remove()` without their transaction, so that they last at once. */
  private transactionForWrite(
    request: { queryType: string; transactionId?: string | undefined },
    collection: Collection,
    filter: Fields,
    { caller }: Exchange,
  ): Transaction | undefined {
    const transaction = this.transactionOf(request);
    const isBeside =
      transaction === undefined && request.queryType === 'WHERE' && this.parts.transactions.isOpenFor(caller.token);
    if (isBeside && caller.strict) refuseWriteBesideTransaction(collection.name, filter);
    return transaction;
  }

  private view({ caller }: Exchange, transaction?: Transaction): View {
    const { store, indexes, transactions } = this.parts;
    return {
      store,
      strict: caller.strict,
      collection: (name) => indexes.collection(name),
      overlay: (collection) => (transaction === undefined ? new Map() : transactions.overlay(transaction, collection)),
      approve: (collection, plan, query) => {
        if (caller.strict) approvePlan(collection, plan, query);
      },
    };
  }

  private plainWrites(exchange: Exchange): PlainWrites {
    const { transactions, writer } = this.parts;
    const { token, strict } = exchange.caller;
    return new PlainWrites(this.view(exchange), writer, transactions.locks, (collection, holder) => {
      if (strict && transactions.isOpenFor(token, holder)) refuseWaitForOneself(collection.name);
    });
  }

  private writesIn(transaction: Transaction, exchange: Exchange): TransactionWrites {
    return new TransactionWrites(this.view(exchange, transaction), this.parts.writer, transaction);
  }
}

const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
