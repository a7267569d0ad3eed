import type { QuotaItem, QuotaWarning } from '../../../../miniprogram/contracts/desk';

/** What the environment's plan holds. */
export interface QuotaLimits {
  readonly callsPerMonth: number;
  readonly storageBytes: number;
  readonly gigabyteSecondsPerMonth: number;
  readonly trafficBytesPerMonth: number;
}

/** What was used of it in a month. */
export interface MonthUse {
  readonly calls: number;
  readonly storedBytes: number;
  readonly gigabyteSeconds: number;
  readonly repliedBytes: number;
}

export interface QuotaUse extends QuotaWarning {
  readonly used: number;
  readonly limit: number;
  /** `near`: somebody should know now; `over`: the plan is used up. */
  readonly state: 'fine' | 'near' | 'over';
}

const gigabyte = 1_000_000_000;
/**
 * The base plan of WeChat's cloud: 200,000 calls, 100,000 GB·s of functions and 2 GB out of them a month, 2 GB of
 * documents and files (docs/scale.md).
 */
export const basePlan: QuotaLimits = {
  callsPerMonth: 200_000,
  storageBytes: 2 * gigabyte,
  gigabyteSecondsPerMonth: 100_000,
  trafficBytesPerMonth: 2 * gigabyte,
};

/** From here on it is said. */
const nearPercent = 80;
/** The pace of a month's first days says little of the month. */
const firstPacedDay = 4;

/**
 * The plan's limits, from `QUOTA_CALLS`, `QUOTA_STORAGE_GB`, `QUOTA_TIME_GBS` and `QUOTA_TRAFFIC_GB`; what is not set,
 * or is no number, is the base plan's.
 */
export function limitsOf(environment: Readonly<Record<string, string | undefined>>): QuotaLimits {
  const figure = (name: string) => {
    const value = Number(environment[name]);
    return value > 0 ? value : undefined;
  };
  const bytes = (name: string) => {
    const gigabytes = figure(name);
    return gigabytes === undefined ? undefined : gigabytes * gigabyte;
  };
  return {
    callsPerMonth: figure('QUOTA_CALLS') ?? basePlan.callsPerMonth,
    storageBytes: bytes('QUOTA_STORAGE_GB') ?? basePlan.storageBytes,
    gigabyteSecondsPerMonth: figure('QUOTA_TIME_GBS') ?? basePlan.gigabyteSecondsPerMonth,
    trafficBytesPerMonth: bytes('QUOTA_TRAFFIC_GB') ?? basePlan.trafficBytesPerMonth,
  };
}

/** How far each limit is used up. @param day of the month; `days` it has */
export function quotaUses(
  { calls, storedBytes, gigabyteSeconds, repliedBytes }: MonthUse,
  { callsPerMonth, storageBytes, gigabyteSecondsPerMonth, trafficBytesPerMonth }: QuotaLimits,
  { day, days }: { readonly day: number; readonly days: number },
): readonly QuotaUse[] {
  const monthly = (item: QuotaItem, used: number, limit: number): QuotaUse =>
    useOf(item, { used, limit }, day >= firstPacedDay && (used / day) * days > limit);
  return [
    monthly('calls', calls, callsPerMonth),
    useOf('storage', { used: storedBytes, limit: storageBytes }, false),
    monthly('time', Math.round(gigabyteSeconds), gigabyteSecondsPerMonth),
    monthly('traffic', repliedBytes, trafficBytesPerMonth),
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
