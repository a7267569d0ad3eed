import type { Services } from '../platform/context';
import { monthText, wallClock } from '../time/shanghai';
import { limitsOf, quotaUses, type QuotaUse } from './rules/quota';
import { usages, type Usage } from './usage';

type Reader = Pick<Services, 'database' | 'clock'>;

/** How far the environment's plan is used up this month. One read. */
export async function readQuotas({ database, clock }: Reader): Promise<readonly QuotaUse[]> {
  return usesOf(await database.get(usages, monthText(clock.now())), clock.now());
}

/** @param usage of the month of `now`; absent before anything was counted */
export function usesOf(usage: Usage | undefined, now: Date): readonly QuotaUse[] {
  const { year, month, day } = wallClock(now);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const { calls = 0, storedBytes = 0, gigabyteSeconds = 0, repliedBytes = 0 } = usage ?? {};
  const use = { calls, storedBytes, gigabyteSeconds, repliedBytes };
  return quotaUses(use, limitsOf(process.env), { day, days });
}
