import type { Database, Transaction } from '../database';
import type { Storage } from '../storage';

/**
 * Counts what the cloud bills as calls: each read and write of the database, each file that goes in or out, the begin
 * and the end of a transaction.
 */
export class Meter {
  #calls = 0;

  count(calls = 1): void {
    this.#calls += calls;
  }

  /** What was counted since the last time. */
  take(): number {
    const calls = this.#calls;
    this.#calls = 0;
    return calls;
  }
}

/** A transaction is begun, and committed or rolled back. */
const transactionCalls = 2;

/** The same database; each request counts. */
export function meteredDatabase(database: Database, meter: Meter): Database {
  return {
    get: (...asked) => (meter.count(), database.get(...asked)),
    getWith: (...asked) => (meter.count(), database.getWith(...asked)),
    find: (...asked) => (meter.count(), database.find(...asked)),
    findTogether: (...asked) => (meter.count(), database.findTogether(...asked)),
    lookUp: (...asked) => (meter.count(), database.lookUp(...asked)),
    count: (...asked) => (meter.count(), database.count(...asked)),
    insert: (...asked) => (meter.count(), database.insert(...asked)),
    insertAll: (...asked) => (meter.count(), database.insertAll(...asked)),
    updateWhere: (...asked) => (meter.count(), database.updateWhere(...asked)),
    removeWhere: (...asked) => (meter.count(), database.removeWhere(...asked)),
    transaction: (work, options) =>
      database.transaction((transaction) => {
        meter.count(transactionCalls);
        return work(meteredTransaction(transaction, meter));
      }, options),
  };
}

function meteredTransaction(transaction: Transaction, meter: Meter): Transaction {
  return {
    get: (...asked) => (meter.count(), transaction.get(...asked)),
    insert: (...asked) => (meter.count(), transaction.insert(...asked)),
    update: (...asked) => (meter.count(), transaction.update(...asked)),
  };
}

/** The same storage; each file that goes in or out counts. */
export function meteredStorage(storage: Storage, meter: Meter): Storage {
  return {
    urls: (fileIds) => storage.urls(fileIds),
    remove: (fileIds) => storage.remove(fileIds),
    download: (fileId) => (meter.count(), storage.download(fileId)),
    upload: (path, content) => (meter.count(), storage.upload(path, content)),
  };
}

/** Milliseconds since it was started, which no change of the clock bends. */
export function stopwatch(): () => number {
  const startedAtMs = performance.now();
  return () => performance.now() - startedAtMs;
}

/** True once in so many times, by chance: what is counted then counts for all of them. */
export function isSampled(every: number): boolean {
  return Math.random() * every < 1;
}
