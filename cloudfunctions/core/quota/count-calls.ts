import type { Cloud } from '../platform/cloud';
import { isSampled, stopwatch } from '../platform/cloud/meter';
import { errorFields } from '../platform/log';
import { monthText } from '../time/shanghai';
import { gigabyteSecondsOf, repliedBytesOf } from './rules/invocation';
import { usages } from './usage';

/** What invocations took of the plan. */
interface Taken {
  readonly calls: number;
  readonly gigabyteSeconds: number;
  readonly repliedBytes: number;
}

/** What `npm run deploy` sets: `name` as a number, 0 where it is not set. */
const variable = (name: string): number => Number(process.env[name] ?? 0);

/**
 * Runs an invocation, and where it is drawn adds what it took to the month's: itself and what it asked of the cloud as
 * calls, its time, and what it answered. Of so many invocations (`QUOTA_SAMPLE`) one is drawn and stands for all of
 * them; unset, none is. A draw needs no memory of earlier invocations, so that an instance may end at any time; a month
 * of 200,000 calls is hit within a few per cent. Cost: 1 write for every hundred invocations.
 */
export async function countCalls<T>({ services, meter }: Cloud, run: () => Promise<T>): Promise<T> {
  const elapsedMs = stopwatch();
  let answer: T | undefined;
  try {
    answer = await run();
    return answer;
  } finally {
    const every = variable('QUOTA_SAMPLE');
    const calls = meter.take() + 1;
    if (every >= 1 && isSampled(every))
      await note(services, {
        calls: calls * every,
        gigabyteSeconds: gigabyteSecondsOf(elapsedMs(), variable('FUNCTION_MEMORY_MB')) * every,
        repliedBytes: repliedBytesOf(answer) * every,
      });
  }
}

/** What was done stands, also where this fails. */
async function note({ database, clock, log }: Cloud['services'], taken: Taken): Promise<void> {
  try {
    const _id = monthText(clock.now());
    const added = { increment: { ...taken } };
    const changed = await database.updateWhere(usages, { _id }, added);
    if (changed > 0 || (await database.insert(usages, { _id, ...taken }))) return;
    await database.updateWhere(usages, { _id }, added);
  } catch (error) {
    log.line('error', { event: 'usage', ...errorFields(error) });
  }
}
