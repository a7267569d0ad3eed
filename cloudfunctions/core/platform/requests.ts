import { collection, type Database } from './database';
import { done, refuse, type Result } from './result';

/** A call whose reply is kept, so that its repetition is answered without running again. `_id` is `openid:requestId`. */
interface KeptRequest {
  readonly _id: string;
  readonly inputHash: string;
  readonly expiresAt: Date;
  /** JSON of the answer; absent while the first run is under way, or if it never ended. */
  readonly answer?: string;
}

export const requests = collection<KeptRequest>('requests');
const keepMs = 3 * 86_400_000;

interface Call {
  readonly database: Database;
  readonly clock: { now(): Date };
  readonly openid: string;
  readonly requestId: string;
  readonly inputHash: string;
}

/**
 * Runs a write once per openid and requestId. A repetition gets the first answer; other input under the same id is
 * `REQUEST_REUSED`. A refusal wrote nothing and frees the id. A run that never ended is run again.
 */
export async function once(call: Call, run: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const { database, inputHash } = call;
  const key = `${call.openid}:${call.requestId}`;
  const isFirst = await database.insert(requests, { _id: key, inputHash, expiresAt: new Date(call.clock.now().getTime() + keepMs) });
  if (!isFirst) {
    const kept = await database.get(requests, key);
    if (kept && kept.inputHash !== inputHash) return refuse('REQUEST_REUSED', 'requestId');
    if (kept?.answer !== undefined) return done(JSON.parse(kept.answer));
  }
  const result = await run();
  if (result.ok) await database.updateWhere(requests, { _id: key }, { set: { answer: JSON.stringify(result.data) } });
  else await database.removeWhere(requests, { _id: key });
  return result;
}

/** Forgets replies that were kept long enough. One write. */
export function dropOldRequests({ database, clock }: Pick<Call, 'database' | 'clock'>): Promise<number> {
  return database.removeWhere(requests, { expiresAt: { before: clock.now() } });
}
