import type { Cloud } from '../platform/cloud';
import { isSampled } from '../platform/cloud/meter';
import { errorFields } from '../platform/log';
import { monthText } from '../time/shanghai';
import { usages } from './usage';

/** Of so many invocations one writes down what it used, times as many; set by `npm run deploy`. Unset, none does. */
function sampleEvery(): number {
  return Number(process.env['QUOTA_SAMPLE'] ?? 0);
}

/**
 * Runs an invocation, and where it is drawn adds its calls to the month's: itself, and what it asked of the cloud. A
 * draw needs no memory of earlier invocations, so that an instance may end at any time; a month of 200,000 calls is
 * hit within a few per cent. Cost: 1 write for every hundred invocations.
 */
export async function countCalls<T>({ services, meter }: Cloud, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } finally {
    const every = sampleEvery();
    const calls = meter.take() + 1;
    if (every >= 1 && isSampled(every)) await note(services, calls * every);
  }
}

/** What was done stands, also where this fails. */
async function note({ database, clock, log }: Cloud['services'], calls: number): Promise<void> {
  try {
    const _id = monthText(clock.now());
    const changed = await database.updateWhere(usages, { _id }, { increment: { calls } });
    if (changed > 0 || (await database.insert(usages, { _id, calls }))) return;
    await database.updateWhere(usages, { _id }, { increment: { calls } });
  } catch (error) {
    log.line('error', { event: 'usage', ...errorFields(error) });
  }
}
