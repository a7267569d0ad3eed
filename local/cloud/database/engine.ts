import { randomUUID } from 'node:crypto';
import { DatabaseError, invalidParameter } from './errors';
import { Indexes } from './indexes/indexes';
import { Metrics } from './metrics';
import { asDatabaseError } from './query/interpreter';
import { idIndexOf, Store } from './storage/store';
import { History } from './transaction/history';
import { Locks } from './transaction/locks';
import { Transactions } from './transaction/transactions';
import type { Caller, Database, DatabaseOptions, OperationTrace, WireReply } from './types';
import { encodeValue } from './values/key-encoding';
import { isFields, type Fields } from './values/value';
import { actions } from './wire/actions';
import type { DatabaseServices } from './wire/context';
import { ChangeLog } from './write/change-log';
import { withId } from './write/plain-writes';
import { Writer } from './write/writer';

const transactionLimitMs = 30_000;
const reads = new Set(['getDocument', 'calculateDocument', 'aggregateDocuments']);
const writes = new Set(['insertDocument', 'modifyDocument', 'modifyAndReturnDoc', 'removeDocument']);

/** Opens or creates the database of a file. An error inside a transaction ends that transaction, as in MongoDB. */
export function openDatabase(options: DatabaseOptions): Database {
  const store = new Store(options.file);
  const transactions = new Transactions(new Locks(), new History(), options.transactionLimitMs ?? transactionLimitMs);
  const changes = new ChangeLog();
  const writer = new Writer(store, transactions, options.duplicateKeyForm, changes);
  const indexes = new Indexes(store, options.duplicateKeyForm);
  const services: DatabaseServices = { store, indexes, writer, transactions };
  const close = (reason: string): void => {
    transactions.locks.rejectAll(new DatabaseError('DATABASE_REQUEST_FAILED', reason));
    transactions.endAll();
  };
  return {
    handle: async (request, caller) => await handle(services, request, { caller, now: options.now() }),
    ...administration(services),
    changes,
    reset: () => {
      close('the database was reset');
      store.clear();
      changes.restart();
    },
    keep: (name) => store.keep(name),
    restore: (name) => {
      close('the database was set back');
      store.restore(name);
      changes.restart();
    },
    close: () => {
      close('the database was closed');
      store.close();
    },
  };
}

type Administration = Pick<
  Database,
  'createCollection' | 'createIndex' | 'dropIndex' | 'describe' | 'load' | 'get' | 'browse'
>;

/** What callers in the same process do to the database, without the wire. */
function administration({ store, indexes, writer }: DatabaseServices): Administration {
  return {
    createCollection: (name) => {
      indexes.createCollection(name);
    },
    createIndex: (collection, index) => {
      indexes.createIndex(collection, index);
    },
    dropIndex: (collection, name) => {
      indexes.dropIndex(collection, name);
    },
    describe: () => indexes.describe(),
    load: (name, documents) => {
      const collection = indexes.collection(name);
      store.transaction(() => {
        for (const document of documents) writer.write(collection, null, withId(asFields(document)));
      });
    },
    get: (name, id) => store.get(indexes.collection(name), id)?.document,
    browse: (name, { limit, afterId }) => {
      const collection = indexes.collection(name);
      const low = afterId === undefined ? Buffer.alloc(0) : Buffer.concat([encodeValue(afterId), Buffer.of(0)]);
      const page = store.page(
        idIndexOf(collection),
        { low, high: Buffer.of(0xff) },
        { after: undefined, backward: false, size: limit },
      );
      return page.map(({ document }) => document);
    },
  };
}

function asFields(document: object): Fields {
  if (!isFields(document)) throw invalidParameter('a document must be a plain object');
  return document;
}

async function handle(
  services: DatabaseServices,
  request: Record<string, unknown>,
  { caller, now }: { caller: Caller; now: Date },
): Promise<WireReply> {
  const requestId = randomUUID();
  const startedMs = performance.now();
  const action = actionOf(request);
  const metrics = new Metrics();
  try {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (run === undefined) throw invalidParameter(`unknown action ${action}`);
    const { store, indexes, writer, transactions } = services;
    const { data, transactionId } = await run(request, { store, indexes, writer, transactions, caller, metrics, now });
    return transactionId === undefined ? { requestId, data } : { requestId, data, transactionId };
  } catch (error) {
    const refusal = asDatabaseError(error);
    if (typeof request['transactionId'] === 'string') services.transactions.end(request['transactionId']);
    if (refusal !== undefined) return { requestId, code: refusal.code, message: refusal.message };
    // an error that nobody expected must reach the caller as such, with its stack
    return {
      requestId,
      code: 'SYS_ERR',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  } finally {
    caller.record(
      traceOf(metrics, {
        action,
        collection: String(request['collectionName'] ?? ''),
        ms: performance.now() - startedMs,
      }),
    );
  }
}

const prefix = 'database.';

function actionOf({ action }: Record<string, unknown>): string {
  const name = String(action);
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function traceOf(
  metrics: Metrics,
  { action, collection, ms }: { action: string; collection: string; ms: number },
): OperationTrace {
  const { examined, returned, bytes, sortedInMemory } = metrics;
  const plans = [...new Set(metrics.plans)];
  return {
    action,
    collection,
    plan: plans.length === 0 ? 'NONE' : plans.join(' + '),
    sortedInMemory,
    examined,
    returned,
    reads: reads.has(action) ? 1 : 0,
    writes: writes.has(action) ? 1 : 0,
    bytes,
    ms,
  };
}
