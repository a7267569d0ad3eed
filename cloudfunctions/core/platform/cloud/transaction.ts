import {
  DuplicateValue,
  TransactionConflict,
  type Collection,
  type Stored,
  type Transaction,
  type TransactionOptions,
} from '../database';
import { refuse, type Result } from '../result';
import { stamped, type Forms } from './forms';
import { isConflict, isDuplicate } from './errors';
import type { SdkDatabase, SdkTransaction } from './sdk';
import { plainPoints } from './plain-points';
import { toUpdate } from './translate';

/**
 * Fifty people may confirm the work of one member at once: each waits for a turn, as long as a caller waits for an
 * answer.
 */
const maxAttempts = 20;
const longestWaitMs = 8_000;
const firstPauseMs = 15;
const longestPauseMs = 800;

/**
 * The SDK's own `runTransaction` repeats neither a conflict that an operation meets nor waits between attempts, so that
 * rivals meet again; hence this loop: a random pause that doubles, then `BUSY`, which the phone may try again.
 */
export async function runTransaction<T>(
  database: SdkDatabase,
  work: (transaction: Transaction) => Promise<Result<T>>,
  { forms = new Map(), duplicateIsConflict = false }: TransactionOptions & { readonly forms?: Forms } = {},
): Promise<Result<T>> {
  const startedMs = Date.now();
  let before: 'conflict' | 'duplicate' | undefined;
  for (let attempt = 0; attempt < maxAttempts && Date.now() - startedMs < longestWaitMs; attempt += 1) {
    if (attempt > 0) await pause(attempt);
    const result = await attemptOnce(database, forms, work);
    if (typeof result === 'object') return result;
    if (result === 'duplicate' && before === 'duplicate' && !duplicateIsConflict) throw new DuplicateValue();
    before = result;
  }
  return refuse('BUSY');
}

async function attemptOnce<T>(
  database: SdkDatabase,
  forms: Forms,
  work: (transaction: Transaction) => Promise<Result<T>>,
): Promise<Result<T> | 'conflict' | 'duplicate'> {
  const transaction = await database.startTransaction();
  try {
    const result = await work(operations(database, forms, transaction));
    if (result.ok) await transaction.commit();
    else await abandon(transaction);
    return result;
  } catch (error) {
    await abandon(transaction);
    if (isDuplicate(error)) return 'duplicate';
    if (error instanceof TransactionConflict || isConflict(error)) return 'conflict';
    throw error;
  }
}

/**
 * A transaction that a conflict ended is gone already, so that rolling it back may fail; the server drops it after 30 s
 * at the latest.
 */
async function abandon(transaction: SdkTransaction): Promise<void> {
  await transaction.rollback().catch(() => undefined);
}

function pause(attempt: number): Promise<void> {
  const maxMs = Math.min(longestPauseMs, firstPauseMs * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, maxMs * (0.5 + Math.random() / 2)));
}

function operations(database: SdkDatabase, forms: Forms, transaction: SdkTransaction): Transaction {
  return {
    async get<T extends Stored>(from: Collection<T>, id: string) {
      const { data } = await transaction.collection(from.name).doc(id).get();
      return plainPoints((data ?? undefined) as T | undefined);
    },
    async insert(into, document) {
      await transaction.collection(into.name).add({ data: stamped(forms, into.name, document) });
    },
    async update(within, id, change) {
      const { stats } = await transaction
        .collection(within.name)
        .doc(id)
        .update({ data: toUpdate(database.command, change) });
      return stats.updated > 0;
    },
  };
}
