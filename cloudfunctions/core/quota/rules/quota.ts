import type { QuotaItem, QuotaWarning } from '../../../../miniprogram/contracts/desk';

/** What the environment's plan holds. */
export interface QuotaLimits {
  readonly callsPerMonth: number;
  readonly storageBytes: number;
}

/** What was used of it in a month. */
export interface MonthUse {
  readonly calls: number;
  readonly storedBytes: number;
}

export interface QuotaUse extends QuotaWarning {
  readonly used: number;
  readonly limit: number;
  /** `near`: somebody should know now; `over`: the plan is used up. */
  readonly state: 'fine' | 'near' | 'over';
}

const gigabyte = 1_000_000_000;
/** The base plan of WeChat's cloud: 200,000 calls a month, 2 GB of documents and files (docs/scale.md). */
export const basePlan: QuotaLimits = { callsPerMonth: 200_000, storageBytes: 2 * gigabyte };

/** From here on it is said. */
const nearPercent = 80;
/** The pace of a month's first days says little of the month. */
const firstPacedDay = 4;

/**
 * The plan's limits, from `QUOTA_CALLS` and `QUOTA_STORAGE_GB`; what is not set, or is no number, is the base plan's.
 */
export function limitsOf(environment: Readonly<Record<string, string | undefined>>): QuotaLimits {
  const figure = (name: string) => {
    const value = Number(environment[name]);
    return value > 0 ? value : undefined;
  };
  const gigabytes = figure('QUOTA_STORAGE_GB');
  return {
    callsPerMonth: figure('QUOTA_CALLS') ?? basePlan.callsPerMonth,
    storageBytes: gigabytes === undefined ? basePlan.storageBytes : gigabytes * gigabyte,
  };
}

/** How far each limit is used up. @param day of the month; `days` it has */
export function quotaUses(
  { calls, storedBytes }: MonthUse,
  { callsPerMonth, storageBytes }: QuotaLimits,
  { day, days }: { readonly day: number; readonly days: number },
): readonly QuotaUse[] {
  const isTooFast = day >= firstPacedDay && (calls / day) * days > callsPerMonth;
  return [
    useOf('calls', { used: calls, limit: callsPerMonth }, isTooFast),
    useOf('storage', { used: storedBytes, limit: storageBytes }, false),
  ];
}

function useOf(
  item: QuotaItem,
  { used, limit }: { readonly used: number; readonly limit: number },
  isTooFast: boolean,
): QuotaUse {
  const percent = Math.floor((used / limit) * 100);
  const isNear = percent >= nearPercent || isTooFast;
  return { item, used, limit, percent, state: percent >= 100 ? 'over' : isNear ? 'near' : 'fine' };
}
