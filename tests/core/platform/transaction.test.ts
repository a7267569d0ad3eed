import { collection, DuplicateValue, type Stored } from '../../../cloudfunctions/core/platform/database';
import { done, refuse } from '../../../cloudfunctions/core/platform/result';
import type { SdkDatabase } from '../../../cloudfunctions/core/platform/cloud/sdk';
import { runTransaction } from '../../../cloudfunctions/core/platform/cloud/transaction';

const things = collection<Stored & { points: number }>('things');
const conflict = Object.assign(new Error('document.update:fail -501001 [ResourceUnavailable.TransactionConflict]'), {
  errCode: -501001,
});

/** An SDK whose commits follow a plan: an error to throw, or undefined to succeed. */
function sdk(commits: readonly (object | undefined)[]) {
  const calls: string[] = [];
  const database = {
    startTransaction: async () => {
      calls.push('start');
      return {
        collection: () => ({ doc: () => ({ get: async () => ({ data: null }) }), add: async () => ({ _id: 'a' }) }),
        commit: async () => {
          calls.push('commit');
          const error = commits[calls.filter((call) => call === 'commit').length - 1];
          if (error) throw error;
        },
        rollback: async () => {
          calls.push('rollback');
          throw new Error('Transaction does not exist on the server');
        },
      };
    },
  } as unknown as SdkDatabase;
  return { database, calls };
}

describe('a transaction', () => {
  it('commits once when nothing is in its way', async () => {
    const { database, calls } = sdk([]);
    expect(await runTransaction(database, async (transaction) => done(await transaction.get(things, 'a')))).toEqual(
      done(undefined),
    );
    expect(calls).toEqual(['start', 'commit']);
  });

  it('runs its work again after a conflict, whether an operation or the commit met it', async () => {
    const { database, calls } = sdk([conflict, { code: 'DATABASE_TRANSACTION_CONFLICT' }]);
    let runs = 0;
    const result = await runTransaction(database, async () => {
      runs += 1;
      if (runs === 1) throw conflict;
      return done(runs);
    });
    expect(result).toEqual(done(4));
    expect(calls.filter((call) => call === 'start')).toHaveLength(4);
  });

  it('takes a document that another made meanwhile for a conflict', async () => {
    const { database } = sdk([{ errMsg: 'E11000 duplicate key error' }]);
    let runs = 0;
    expect(await runTransaction(database, async () => done((runs += 1)))).toEqual(done(2));
  });

  it('ends when a value is taken on a second run too, since no run of the work will free it', async () => {
    const taken = { errMsg: 'E11000 duplicate key error' };
    const { database, calls } = sdk([taken, conflict, taken, taken]);
    await expect(runTransaction(database, async () => done(1))).rejects.toThrow(DuplicateValue);
    expect(calls.filter((call) => call === 'start')).toHaveLength(4);
  });

  it('rolls back a refusal and does not run it again', async () => {
    const { database, calls } = sdk([]);
    expect(await runTransaction(database, async () => refuse('WRONG_STATUS'))).toEqual(refuse('WRONG_STATUS'));
    expect(calls).toEqual(['start', 'rollback']);
  });

  it('passes other errors on at once, also when the rollback fails too', async () => {
    const { database, calls } = sdk([]);
    await expect(runTransaction(database, () => Promise.reject(new Error('other')))).rejects.toThrow('other');
    expect(calls).toEqual(['start', 'rollback']);
  });

  it('gives up as BUSY after a bounded number of attempts and within ten seconds', async () => {
    jest.useFakeTimers();
    try {
      const { database, calls } = sdk(Array.from({ length: 50 }, () => conflict));
      const running = runTransaction(database, async () => done(1));
      await jest.advanceTimersByTimeAsync(10_000);
      expect(await running).toEqual(refuse('BUSY'));
      const attempts = calls.filter((call) => call === 'start').length;
      expect([attempts > 8, attempts <= 20]).toEqual([true, true]);
    } finally {
      jest.useRealTimers();
    }
  });
});
