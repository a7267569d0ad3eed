import type { WaitingLines, WaitingView } from '../../../miniprogram/contracts/passbook';
import type { Transaction } from '../platform/database';
import { emptyTally, tallies, type Tally } from './tally';

/**
 * Keeps a branch's numbers of lines that wait to be looked at; they are rare, so that their transactions may share one
 * document. One write.
 * @param keeperId of the branch (`keeperIdOf`)
 */
export async function countWaiting(
  transaction: Transaction,
  keeperId: string,
  by: Partial<WaitingLines & { readonly reviews: number }>,
  now: Date,
): Promise<void> {
  if (await transaction.update(tallies, keeperId, { increment: { ...by } })) return;
  await transaction.insert(tallies, { ...emptyTally(keeperId, now), ...by });
}

/** What waits to be looked at in the books of a branch. */
export function waitingOf(tally: Tally | undefined): WaitingView {
  const grants = tally?.grants ?? 0;
  const { reviews = 0, reviewDay: day } = tally ?? {};
  return {
    contests: tally?.contests ?? 0,
    reversals: tally?.reversals ?? 0,
    alarms: tally?.alarms ?? 0,
    ...(grants > 0 && { grants }),
    ...(reviews > 0 && day !== undefined && { reviews: { count: reviews, day } }),
  };
}
